-- What a client was told, by a name made of the thing and its state: a repeated event, a second run of a job and a report that comes out
-- of order tell once.
create table crm_bib.client_told (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  name text not null,
  told_at timestamptz not null default now(),
  constraint client_told_once unique (investor_id, name)
);
create index client_told_company_idx on crm_bib.client_told (company_id);
select kit.protect('crm_bib.client_told');
revoke update, delete on crm_bib.client_told from crm_app;
select kit.audit('crm_bib.client_told');

-- Whose risk profile ends soon.
create index investor_risk_expiry_idx on crm_bib.investor (company_id, risk_expires_on, id) where status = 'registered' and risk_expires_on is not null;
