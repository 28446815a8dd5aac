-- Access of the platform's administrators to a company: no membership, so that it is in no list of members and ends by itself.
create table auth_bib.platform_access (
  id uuid primary key default uuidv7(),
  company_id uuid not null references auth_bib.auth_company on delete restrict,
  user_id uuid not null references auth_bib.auth_user on delete restrict,
  reason text not null check (length(reason) between 1 and 500),
  opened_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > opened_at),
  -- An administrator of the company agreed to more than reading.
  write_agreed_by uuid references auth_bib.auth_user on delete restrict,
  write_agreed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references auth_bib.auth_user on delete restrict,
  ended_how text check (ended_how in ('by-company', 'by-platform', 'expired')),
  check ((write_agreed_at is null) = (write_agreed_by is null)),
  check ((ended_at is null) = (ended_how is null))
);
create unique index platform_access_open on auth_bib.platform_access (company_id, user_id) where ended_at is null;
create index platform_access_company_idx on auth_bib.platform_access (company_id);
create index platform_access_user_idx on auth_bib.platform_access (user_id);
create index platform_access_write_agreed_by_idx on auth_bib.platform_access (write_agreed_by);
create index platform_access_ended_by_idx on auth_bib.platform_access (ended_by);

select kit.force_rls('auth_bib.platform_access');
revoke delete on auth_bib.platform_access from auth_app;
create policy person on auth_bib.platform_access for select using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
create policy identity_realm on auth_bib.platform_access using ((select current_setting('app.realm', true) = 'identity'));
-- Who has access finds the company among those to act in.
create policy platform_access_reads on auth_bib.auth_company for select using (
  id = any(array(select a.company_id from auth_bib.platform_access a
    where a.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and a.ended_at is null)));
select kit.audit('auth_bib.platform_access');

-- Who is asked to work for another company. It counts nowhere: accepting makes the membership.
create table auth_bib.membership_offer (
  id uuid primary key default uuidv7(),
  company_id uuid not null references auth_bib.auth_company on delete restrict,
  user_id uuid not null references auth_bib.auth_user on delete restrict,
  role_id uuid not null references auth_bib.auth_role on delete cascade,
  offered_by uuid not null references auth_bib.auth_user on delete restrict,
  offered_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > offered_at),
  decision text check (decision in ('accepted', 'declined', 'lapsed')),
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null))
);
create unique index membership_offered on auth_bib.membership_offer (company_id, user_id) where decision is null;
create index membership_offer_company_idx on auth_bib.membership_offer (company_id);
create index membership_offer_user_idx on auth_bib.membership_offer (user_id);
create index membership_offer_role_idx on auth_bib.membership_offer (role_id);
create index membership_offer_offered_by_idx on auth_bib.membership_offer (offered_by);

select kit.force_rls('auth_bib.membership_offer');
create policy identity_realm on auth_bib.membership_offer using ((select current_setting('app.realm', true) = 'identity'));
select kit.audit('auth_bib.membership_offer');
