-- What waits for a second person, and what became of it (the audit trail has every step). One that waits for each subject.
create table crm_bib.pending_change (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  kind text not null,
  subject text not null,
  payload jsonb not null,
  asked_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  asked_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  decision text check (decision in ('approved', 'rejected', 'withdrawn', 'replaced', 'alone')),
  decided_by uuid default null,
  decided_at timestamptz(3),
  reason text,
  -- Whoever asked does not approve: the database does not take it either.
  constraint pending_change_four_eyes check (decision is distinct from 'approved' or decided_by is distinct from asked_by),
  constraint pending_change_decided check ((decision is null) = (decided_at is null))
);
create unique index pending_change_one on crm_bib.pending_change (company_id, kind, subject) where decision is null;
create index pending_change_waiting_idx on crm_bib.pending_change (company_id, asked_at, id) where decision is null;
create index pending_change_company_idx on crm_bib.pending_change (company_id);
select kit.protect('crm_bib.pending_change');
select kit.audit('crm_bib.pending_change');
