-- Changes of people, roles and settings that wait for a second person, and what became of them. The shape is that of crm's own.
create table auth_bib.pending_change (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid references auth_bib.auth_company on delete restrict,
  kind text not null,
  subject text not null,
  payload jsonb not null,
  asked_by uuid default nullif(current_setting('app.user_id', true), '')::uuid references auth_bib.auth_user on delete restrict,
  asked_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  decision text check (decision in ('approved', 'rejected', 'withdrawn', 'replaced', 'alone')),
  decided_by uuid references auth_bib.auth_user on delete restrict,
  decided_at timestamptz(3),
  reason text,
  -- Whoever asked does not approve: the database does not take it either.
  constraint pending_change_four_eyes check (decision is distinct from 'approved' or decided_by is distinct from asked_by),
  constraint pending_change_decided check ((decision is null) = (decided_at is null))
);
create unique index pending_change_one on auth_bib.pending_change (company_id, kind, subject) where decision is null;
create index pending_change_waiting_idx on auth_bib.pending_change (company_id, asked_at, id) where decision is null;
create index pending_change_company_idx on auth_bib.pending_change (company_id);
create index pending_change_asked_by_idx on auth_bib.pending_change (asked_by);
create index pending_change_decided_by_idx on auth_bib.pending_change (decided_by);
select kit.protect('auth_bib.pending_change');
revoke delete on auth_bib.pending_change from auth_app;
select kit.audit('auth_bib.pending_change');
