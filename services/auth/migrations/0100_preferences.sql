-- How a user likes the screens of a company: columns, saved views, favourites. Nothing is decided by them and nobody else sees them,
-- so they are not in the audit trail.
create table auth_bib.user_preference (
  user_id uuid not null default nullif(current_setting('app.user_id', true), '')::uuid references auth_bib.auth_user on delete cascade,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid references auth_bib.auth_company on delete cascade,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (user_id, company_id, key),
  constraint preference_too_large check (octet_length(value::text) <= 16384)
);
create index user_preference_company_idx on auth_bib.user_preference (company_id);
select kit.force_rls('auth_bib.user_preference');
create policy person on auth_bib.user_preference using (
  user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  and company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
