-- Events of Bib, each taken once. What will never be understood is kept for an operator to look at.
create table crm_bib.bib_event (
  event_id uuid primary key,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  type text not null,
  aggregate_id text not null,
  sequence bigint not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  outcome text not null check (outcome in ('applied', 'older', 'unknown')),
  data jsonb not null
);
create index bib_event_aggregate_idx on crm_bib.bib_event (company_id, aggregate_id, sequence);
select kit.protect('crm_bib.bib_event');

create table crm_bib.bib_poison (
  id uuid primary key default uuidv7(),
  message_id text,
  reason text not null,
  received_at timestamptz not null default now()
);
select kit.force_rls('crm_bib.bib_poison');
create policy system_only on crm_bib.bib_poison using ((select current_setting('app.realm', true) = 'identity'));

create function crm_bib.company_of_tenant(tenant_code text) returns uuid language sql stable security definer set search_path = crm_bib as $$
  select company_id from known_company where coalesce(settings ->> 'bibTenant', code) = tenant_code
$$;
revoke execute on function crm_bib.company_of_tenant from public;
grant execute on function crm_bib.company_of_tenant to crm_app;
