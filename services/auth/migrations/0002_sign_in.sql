-- Devices, sessions, codes, and the histories of sign-ins and passwords.
create table auth_bib.device_info (
  id uuid primary key default uuidv7(),
  user_id uuid not null references auth_bib.auth_user on delete cascade,
  -- The id that the app gave itself; proof of being that device is the secret.
  device_key uuid not null,
  name text not null,
  platform text not null check (platform in ('android', 'ios', 'web')),
  secret_hash bytea not null,
  trusted_at timestamptz not null,
  last_seen_at timestamptz not null,
  last_ip text,
  push_token text,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  constraint device_info_key unique (user_id, device_key)
);
create index device_info_push_token_idx on auth_bib.device_info (push_token) where push_token is not null;
select kit.protect_personal('auth_bib.device_info');
select kit.audit('auth_bib.device_info', 'secret_hash', 'push_token');
drop trigger audit_update on auth_bib.device_info;
create trigger audit_update after update of name, secret_hash, trusted_at, push_token, revoked_at
  on auth_bib.device_info for each row execute function auth_bib.fn_user_action_log_update('secret_hash', 'push_token');

-- A session is a family of refresh tokens.
create table auth_bib.auth_session (
  id uuid primary key default uuidv7(),
  user_id uuid not null references auth_bib.auth_user on delete cascade,
  device_id uuid not null references auth_bib.device_info on delete cascade,
  company_id uuid not null references auth_bib.auth_company on delete restrict,
  client text not null check (client in ('web', 'mobile')),
  ip text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text
);
create index auth_session_user_idx on auth_bib.auth_session (user_id) where revoked_at is null;
create index auth_session_device_idx on auth_bib.auth_session (device_id);
create index auth_session_company_idx on auth_bib.auth_session (company_id);
create index auth_session_revoked_at_idx on auth_bib.auth_session (revoked_at) where revoked_at is not null;
create index auth_session_expires_at_idx on auth_bib.auth_session (expires_at);
select kit.protect_personal('auth_bib.auth_session');

create table auth_bib.auth_refresh_token (
  token_hash bytea primary key,
  session_id uuid not null references auth_bib.auth_session on delete cascade,
  created_at timestamptz not null,
  -- Exchanged for the next one.
  rotated_at timestamptz
);
create index auth_refresh_token_session_idx on auth_bib.auth_refresh_token (session_id);
select kit.force_rls('auth_bib.auth_refresh_token');
create policy identity_realm on auth_bib.auth_refresh_token using ((select current_setting('app.realm', true) = 'identity'));

-- One-time passwords (a challenge has one row for each code sent) and one-time tokens in links.
create table auth_bib.auth_ott (
  id uuid primary key default uuidv7(),
  challenge_id uuid not null,
  user_id uuid not null references auth_bib.auth_user on delete cascade,
  purpose text not null check (purpose in ('login', 'register', 'change-email', 'change-phone', 'reset-password', 'invitation')),
  channel text not null check (channel in ('email', 'sms')),
  destination text not null,
  device_key uuid,
  -- What is done when the code is right, e.g. the device to trust or the new address.
  payload jsonb not null default '{}',
  secret_hash bytea not null,
  is_resend boolean not null default false,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- Replaced by a later code.
  revoked_at timestamptz
);
create index auth_ott_challenge_idx on auth_bib.auth_ott (challenge_id);
create index auth_ott_user_idx on auth_bib.auth_ott (user_id, purpose, created_at);
create index auth_ott_secret_hash_idx on auth_bib.auth_ott (secret_hash);
create index auth_ott_expires_at_idx on auth_bib.auth_ott (expires_at);
select kit.force_rls('auth_bib.auth_ott');
create policy identity_realm on auth_bib.auth_ott using ((select current_setting('app.realm', true) = 'identity'));

-- Wrong passwords per account and source. The account is a keyed hash, so that it works alike for accounts that do not exist.
create table auth_bib.auth_login_throttle (
  account bytea not null,
  source text not null,
  failures int not null,
  -- How often it has been closed; each time for twice as long.
  level int not null,
  -- Whether the try that wrote this row may go on to the password.
  is_admitted boolean not null,
  blocked_until timestamptz,
  last_at timestamptz not null,
  primary key (account, source)
);
create index auth_login_throttle_last_at_idx on auth_bib.auth_login_throttle (last_at);
select kit.force_rls('auth_bib.auth_login_throttle');
create policy identity_realm on auth_bib.auth_login_throttle using ((select current_setting('app.realm', true) = 'identity'));

-- ---------------------------------------------------------------- history of sign-ins
create table auth_bib.auth_login_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- Null: there is no such user; then the keyed hash of what was typed.
  user_id uuid references auth_bib.auth_user on delete cascade,
  login_hash bytea,
  outcome text not null check (outcome in ('success', 'failure')),
  ip text,
  device text,
  request_id text
);
create index auth_login_log_user_idx on auth_bib.auth_login_log (user_id, id desc);
select kit.protect_personal('auth_bib.auth_login_log');
revoke update, delete on auth_bib.auth_login_log from auth_app;

-- The seed's function. `is distinct from`: the first sign-in has null before it. A jump by more than one is that many failures.
create function auth_bib.fn_auth_login_log() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare origin jsonb := coalesce(nullif(current_setting('app.origin', true), ''), '{}')::jsonb;
begin
  if new.last_login_at is distinct from old.last_login_at and new.last_login_at is not null then
    insert into auth_bib.auth_login_log (user_id, outcome, ip, device, request_id)
    values (new.id, 'success', origin ->> 'ip', origin ->> 'device', origin ->> 'requestId');
  end if;
  if new.failed_attempts > old.failed_attempts then
    insert into auth_bib.auth_login_log (user_id, outcome, ip, device, request_id)
    select new.id, 'failure', origin ->> 'ip', origin ->> 'device', origin ->> 'requestId' from generate_series(1, new.failed_attempts - old.failed_attempts);
  end if;
  return null;
end $$;
create trigger login_log after update of last_login_at, failed_attempts on auth_bib.auth_user for each row execute function auth_bib.fn_auth_login_log();

-- ---------------------------------------------------------------- history of passwords
create table auth_bib.auth_password_log (
  id bigint generated always as identity primary key,
  user_id uuid not null references auth_bib.auth_user on delete cascade,
  password_hash text not null,
  created_at timestamptz not null default now()
);
create index auth_password_log_user_idx on auth_bib.auth_password_log (user_id, id desc);
select kit.protect_personal('auth_bib.auth_password_log');
revoke insert, update, delete on auth_bib.auth_password_log from auth_app;

-- The seed's function: the last five, the newest included, from the first on. The row lock on the user that its own update holds
-- lets two changes of one password not interleave. app.rehash: the same password under newer parameters is no new password.
create function auth_bib.fn_auth_password_log() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.password_hash is null or (tg_op = 'UPDATE' and new.password_hash is not distinct from old.password_hash) then return null; end if;
  if current_setting('app.rehash', true) = 'on' then
    delete from auth_bib.auth_password_log where id = (select max(id) from auth_bib.auth_password_log where user_id = new.id);
  end if;
  insert into auth_bib.auth_password_log (user_id, password_hash) values (new.id, new.password_hash);
  delete from auth_bib.auth_password_log where user_id = new.id
    and id not in (select id from auth_bib.auth_password_log where user_id = new.id order by id desc limit 5);
  return null;
end $$;
create trigger password_log after insert or update of password_hash on auth_bib.auth_user for each row execute function auth_bib.fn_auth_password_log();

-- ---------------------------------------------------------------- notifications
create table auth_bib.notification (
  id uuid primary key,
  -- Order of arrival; the id is the sender's.
  position bigint generated always as identity,
  user_id uuid not null references auth_bib.auth_user on delete cascade,
  company_id uuid references auth_bib.auth_company on delete restrict,
  kind text not null,
  params jsonb not null default '{}',
  link text,
  read_at timestamptz,
  created_at timestamptz not null
);
create index notification_user_idx on auth_bib.notification (user_id, position desc);
create index notification_unread_idx on auth_bib.notification (user_id, position desc) where read_at is null;
create index notification_company_idx on auth_bib.notification (company_id);
select kit.protect_personal('auth_bib.notification');
