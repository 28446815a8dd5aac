-- The monthly statement of a client: at most one for each client and month, drawn in both languages. `nothing`: the client held nothing and
-- traded nothing. `waiting`: Bib could not be asked yet, so it is tried again.
create table crm_bib.client_statement (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  -- The first day of the month.
  month date not null check (extract(day from month) = 1),
  state text not null check (state in ('waiting', 'made', 'nothing')),
  -- When Bib reported the holdings.
  as_of timestamptz,
  made_at timestamptz,
  key_id text,
  key_en text,
  created_at timestamptz not null default now(),
  constraint client_statement_once unique (investor_id, month),
  constraint client_statement_made check ((state = 'made') = (num_nonnulls(as_of, made_at, key_id, key_en) = 4))
);
create index client_statement_company_idx on crm_bib.client_statement (company_id);
create unique index client_statement_key_id_idx on crm_bib.client_statement (key_id) where key_id is not null;
create unique index client_statement_key_en_idx on crm_bib.client_statement (key_en) where key_en is not null;
select kit.protect('crm_bib.client_statement');
revoke delete on crm_bib.client_statement from crm_app;
select kit.audit('crm_bib.client_statement');

-- The registered clients of a company, in the order in which statements are made.
create index investor_registered_idx on crm_bib.investor (company_id, id) where status = 'registered';

create or replace function crm_bib.unreferenced_files(keys text[]) returns setof text
language sql stable security definer set search_path = crm_bib, pg_catalog, pg_temp as $$
  select k.key from unnest(keys) as k (key)
  where not exists (select from crm_bib.investor_document d where d.storage_key = k.key or d.thumbnail_key = k.key)
    and not exists (select from crm_bib.instruction_evidence e where e.signature_key = k.key)
    and not exists (select from crm_bib.client_statement s where s.key_id = k.key or s.key_en = k.key)
$$;
