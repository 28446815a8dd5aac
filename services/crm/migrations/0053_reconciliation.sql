-- What a comparison with Bib found. One at a time for a company.
create table crm_bib.reconciliation_report (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  started_by text not null check (started_by in ('schedule', 'user')),
  -- Changes at Bib after this instant were compared, up to `as_of`, both by Bib's clock.
  since timestamptz,
  as_of timestamptz,
  compared int not null default 0,
  applied int not null default 0,
  unresolved int not null default 0,
  error text,
  requested_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  created_at timestamptz(3) not null default now(),
  finished_at timestamptz
);
create index reconciliation_report_company_idx on crm_bib.reconciliation_report (company_id, created_at desc, id desc);
create unique index reconciliation_report_open on crm_bib.reconciliation_report (company_id) where status in ('waiting', 'running');
select kit.protect('crm_bib.reconciliation_report');
select kit.audit('crm_bib.reconciliation_report');

create table crm_bib.reconciliation_difference (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  report_id uuid not null references crm_bib.reconciliation_report on delete cascade,
  entity text not null check (entity in ('investor', 'instruction')),
  source_id text not null,
  field text not null check (field in ('record', 'status', 'externalId')),
  ours text,
  theirs text,
  outcome text not null check (outcome in ('applied', 'unresolved')),
  created_at timestamptz not null default now(),
  -- A run that was interrupted and starts again finds the same once.
  constraint reconciliation_difference_once unique (report_id, entity, source_id, field)
);
create index reconciliation_difference_company_idx on crm_bib.reconciliation_difference (company_id);
select kit.protect('crm_bib.reconciliation_difference');
select kit.audit('crm_bib.reconciliation_difference');

-- For the nightly run alone: which companies there are. Told to nobody who acts for one.
create function crm_bib.active_companies() returns setof uuid language sql stable security definer set search_path = crm_bib as $$
  select company_id from known_company where is_active and current_setting('app.realm', true) = 'identity'
$$;
revoke execute on function crm_bib.active_companies from public;
grant execute on function crm_bib.active_companies to crm_app;
