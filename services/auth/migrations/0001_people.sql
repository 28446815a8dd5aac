-- Companies, roles, users and who works where.
create table auth_bib.auth_company (
  id uuid primary key default uuidv7(),
  code text not null constraint company_code_taken unique check (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null check (length(name) between 1 and 150),
  -- The platform's own company holds its administrators; nobody applies to it.
  kind text not null default 'tenant' check (kind in ('tenant', 'platform')),
  logo text,
  is_active boolean not null default true,
  settings jsonb not null,
  -- Counts changes, so that readers of a projection know the newer of two.
  sequence bigint not null default 1,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index auth_company_one_platform on auth_bib.auth_company (kind) where kind = 'platform';

-- company_id null: a role that every company starts with, kept in step with the contract at each start.
create table auth_bib.auth_role (
  id uuid primary key default uuidv7(),
  company_id uuid references auth_bib.auth_company on delete restrict,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,48}$'),
  name text not null,
  permissions text[] not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint role_code_taken unique nulls not distinct (company_id, code)
);

create table auth_bib.auth_user (
  id uuid primary key default uuidv7(),
  full_name text not null check (length(full_name) between 1 and 150),
  email text check (email = lower(email)),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  password_hash text,
  password_changed_at timestamptz,
  status text not null check (status in ('registered', 'pending', 'active', 'rejected', 'inactive')),
  language text not null default 'id' check (language in ('id', 'en')),
  licence_number text,
  licence_expires_on date,
  push_preferences jsonb not null default '{"leads": true, "investors": true, "instructions": true, "security": true}',
  -- Kept by trigger from auth_membership: row-level security asks it at every read.
  company_ids uuid[] not null default '{}',
  last_company_id uuid references auth_bib.auth_company on delete set null,
  last_login_at timestamptz,
  failed_attempts int not null default 0,
  decided_by uuid references auth_bib.auth_user on delete set null,
  decided_at timestamptz,
  decision_reason text,
  created_by uuid references auth_bib.auth_user on delete set null,
  sequence bigint not null default 1,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  check (email is not null or phone is not null)
);
-- An address counts as taken once somebody has proved it: an unproven application must not lock the owner out.
create unique index user_email_taken on auth_bib.auth_user (email) where deleted_at is null and status not in ('registered', 'rejected');
create unique index user_phone_taken on auth_bib.auth_user (phone) where deleted_at is null and status not in ('registered', 'rejected');
create index auth_user_email_idx on auth_bib.auth_user (email) where deleted_at is null;
create index auth_user_phone_idx on auth_bib.auth_user (phone) where deleted_at is null;
create index auth_user_last_company_idx on auth_bib.auth_user (last_company_id);
create index auth_user_decided_by_idx on auth_bib.auth_user (decided_by);
create index auth_user_created_by_idx on auth_bib.auth_user (created_by);

create table auth_bib.auth_membership (
  id uuid primary key default uuidv7(),
  company_id uuid not null references auth_bib.auth_company on delete restrict,
  user_id uuid not null references auth_bib.auth_user on delete restrict,
  role_id uuid not null constraint role_in_use references auth_bib.auth_role on delete restrict,
  -- One who works for two companies may be inactive in one of them.
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint member_already unique (company_id, user_id)
);
create index auth_membership_company_idx on auth_bib.auth_membership (company_id, created_at desc, id desc);
create index auth_membership_user_idx on auth_bib.auth_membership (user_id);
create index auth_membership_role_idx on auth_bib.auth_membership (role_id);

-- ---------------------------------------------------------------- keeping counters and copies
create function auth_bib.fn_count_change() returns trigger language plpgsql as $$
begin
  new.sequence := old.sequence + 1;
  new.updated_at := now();
  return new;
end $$;
create trigger count_change before update on auth_bib.auth_user for each row execute function auth_bib.fn_count_change();
create trigger count_change before update on auth_bib.auth_company for each row execute function auth_bib.fn_count_change();

create function auth_bib.fn_user_companies() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare person uuid := coalesce(new.user_id, old.user_id);
begin
  update auth_bib.auth_user
  set company_ids = coalesce((select array_agg(m.company_id order by m.company_id) from auth_bib.auth_membership m where m.user_id = person), '{}')
  where id = person;
  return null;
end $$;
create trigger user_companies after insert or update or delete on auth_bib.auth_membership for each row execute function auth_bib.fn_user_companies();

-- ---------------------------------------------------------------- who sees what
select kit.protect('auth_bib.auth_membership');
create policy person on auth_bib.auth_membership for select using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
create policy identity_realm on auth_bib.auth_membership using ((select current_setting('app.realm', true) = 'identity'));

select kit.force_rls('auth_bib.auth_company');
create policy own_reads on auth_bib.auth_company for select using (
  id = any((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[])
  or id = any(array(select m.company_id from auth_bib.auth_membership m where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))));
create policy own_updates on auth_bib.auth_company for update using (id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy identity_realm on auth_bib.auth_company using ((select current_setting('app.realm', true) = 'identity'));

select kit.force_rls('auth_bib.auth_role');
create policy own_reads on auth_bib.auth_role for select using (
  company_id is null
  or company_id = any((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[])
  or company_id = any(array(select m.company_id from auth_bib.auth_membership m where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))));
create policy own_inserts on auth_bib.auth_role for insert with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy own_updates on auth_bib.auth_role for update using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy own_deletes on auth_bib.auth_role for delete using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy identity_realm on auth_bib.auth_role using ((select current_setting('app.realm', true) = 'identity'));

select kit.force_rls('auth_bib.auth_user');
revoke delete on auth_bib.auth_user from auth_app;
create policy colleagues on auth_bib.auth_user for select using (
  id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  or company_ids && (select coalesce(nullif(current_setting('app.company_ids', true), '')::uuid[], '{}')));
create policy colleague_updates on auth_bib.auth_user for update using (
  id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  or company_ids && (select coalesce(nullif(current_setting('app.company_ids', true), '')::uuid[], '{}')));
create policy identity_realm on auth_bib.auth_user using ((select current_setting('app.realm', true) = 'identity'));

-- ---------------------------------------------------------------- trail
select kit.audit('auth_bib.auth_company', 'logo');
select kit.audit('auth_bib.auth_role');
select kit.audit('auth_bib.auth_membership');
select kit.audit('auth_bib.auth_user', 'password_hash');
-- Sign-ins have a log of their own, and copies are no change of anything.
drop trigger audit_update on auth_bib.auth_user;
create trigger audit_update after update of full_name, email, phone, password_hash, status, language, licence_number, licence_expires_on,
  push_preferences, decided_by, decision_reason, deleted_at
  on auth_bib.auth_user for each row execute function auth_bib.fn_user_action_log_update('password_hash', 'sequence', 'company_ids');
drop trigger audit_update on auth_bib.auth_company;
create trigger audit_update after update of code, name, kind, logo, is_active, settings, deleted_at
  on auth_bib.auth_company for each row execute function auth_bib.fn_user_action_log_update('logo', 'sequence');
-- The whole trail, for its verification and for what belongs to no company.
create policy identity_reads on auth_bib.auth_user_action_log for select using ((select current_setting('app.realm', true) = 'identity'));
