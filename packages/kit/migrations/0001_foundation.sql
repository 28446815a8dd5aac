-- What both services stand on: their schemas, protection of tenants, the audit trail, idempotency keys, the outbox.
-- The roles auth_app and crm_app own nothing and may only what is granted here and by kit.protect.
create schema auth_bib;
create schema crm_bib;
create schema kit;
grant usage on schema auth_bib to auth_app;
grant usage on schema crm_bib to crm_app;
revoke all on schema public from public;

create function kit.app_role(target regclass) returns text language sql stable as $$
  select replace(n.nspname, '_bib', '_app') from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target
$$;

-- Forced row-level security. The settings are read in sub-selects so that they run once a statement, not once a row;
-- nullif, because a setting that ended with its transaction reads as '' and not as null.
create function kit.force_rls(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant select, insert, update, delete on %s to %I', target, kit.app_role(target));
end $$;

-- A tenant's table: read in the companies that the actor may read, written in the active one only.
-- With an owner column an RM sees the own book only.
create function kit.protect(target regclass, owner_column text default null) returns void language plpgsql as $$
declare
  readable text := 'company_id = any((select nullif(current_setting(''app.company_ids'', true), '''')::uuid[])::uuid[])';
  active text := 'company_id = (select nullif(current_setting(''app.company_id'', true), '''')::uuid)';
  own text := '';
begin
  if owner_column is not null then
    own := format(' and ((select coalesce(current_setting(''app.owner_id'', true), '''') = '''') or %I = (select nullif(current_setting(''app.owner_id'', true), '''')::uuid))', owner_column);
  end if;
  perform kit.force_rls(target);
  execute format('create policy tenant_reads on %s for select using (%s)', target, readable || own);
  execute format('create policy tenant_inserts on %s for insert with check (%s)', target, active);
  execute format('create policy tenant_updates on %s for update using (%s) with check (%s)', target, active || own, active);
  execute format('create policy tenant_deletes on %s for delete using (%s)', target, active || own);
end $$;

-- A person's table (sessions, devices, codes): the person's own rows, or any in the identity realm.
create function kit.protect_personal(target regclass, user_column text default 'user_id') returns void language plpgsql as $$
begin
  perform kit.force_rls(target);
  execute format(
    'create policy person on %s using (%I = (select nullif(current_setting(''app.user_id'', true), '''')::uuid) or (select current_setting(''app.realm'', true) = ''identity''))',
    target, user_column);
end $$;

-- Master data of the installation: the same for all companies, changed by migrations and seeds only.
create function kit.publish_reference(target regclass) returns void language plpgsql as $$
begin
  execute format('grant select on %s to %I', target, kit.app_role(target));
end $$;

-- ---------------------------------------------------------------- audit trail
create table auth_bib.auth_user_action_log (
  id bigint generated always as identity primary key,
  -- Orders rows for the sealer: all rows of transactions below the oldest running one are final.
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  company_id uuid,
  actor_kind text not null check (actor_kind in ('user', 'investor', 'system')),
  actor_id uuid,
  ip text,
  device text,
  request_id text,
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb
);
create index auth_user_action_log_company_idx on auth_bib.auth_user_action_log (company_id, at desc, id desc);
create index auth_user_action_log_entity_idx on auth_bib.auth_user_action_log (company_id, entity, entity_id, at desc, id desc);
create index auth_user_action_log_actor_idx on auth_bib.auth_user_action_log (company_id, actor_id, at desc, id desc);
create index auth_user_action_log_xid_idx on auth_bib.auth_user_action_log (xid, id);
alter table auth_bib.auth_user_action_log enable row level security;
alter table auth_bib.auth_user_action_log force row level security;
grant select on auth_bib.auth_user_action_log to auth_app;
create policy tenant_reads on auth_bib.auth_user_action_log for select
  using (company_id = any((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));

-- A row as the trail may keep it: secrets show that they are set, never what they are.
create function auth_bib.audited(record jsonb, secrets text[]) returns jsonb language sql immutable as $$
  select case when cardinality(secrets) = 0 then record else
    (select jsonb_object_agg(key, case when key = any(secrets) and value <> 'null'::jsonb then '"***"'::jsonb else value end) from jsonb_each(record))
  end
$$;

-- Writes one entry. Actor and address come from the transaction's settings, as do request and device.
create function auth_bib.append_action(action text, entity text, entity_id text, company uuid, before jsonb, after jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  actor uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  origin jsonb := coalesce(nullif(current_setting('app.origin', true), ''), '{}')::jsonb;
begin
  insert into auth_bib.auth_user_action_log (company_id, actor_kind, actor_id, ip, device, request_id, action, entity, entity_id, before, after)
  values (
    coalesce(company, nullif(current_setting('app.company_id', true), '')::uuid),
    case when actor is not null then 'user' else coalesce(origin ->> 'kind', 'system') end,
    actor, origin ->> 'ip', origin ->> 'device', origin ->> 'requestId', action, entity, entity_id, before, after);
end $$;
revoke execute on function auth_bib.append_action from public;
grant execute on function auth_bib.append_action to auth_app, crm_app;
grant usage on schema auth_bib to crm_app;

-- The seed's audit functions. Arguments: the columns whose values must not be kept.
create function auth_bib.fn_user_action_log_insert() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb := to_jsonb(new);
begin
  perform auth_bib.append_action('create', tg_table_name, row ->> 'id', (row ->> 'company_id')::uuid, null, auth_bib.audited(row, tg_argv));
  return null;
end $$;

create function auth_bib.fn_user_action_log_update() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  was jsonb := to_jsonb(old);
  became jsonb := to_jsonb(new);
  changed text[];
begin
  select array_agg(key) into changed from jsonb_each(became) where value is distinct from was -> key and key not in ('updated_at', 'version');
  if changed is null then return null; end if;
  perform auth_bib.append_action('update', tg_table_name, became ->> 'id', (became ->> 'company_id')::uuid,
    auth_bib.audited((select jsonb_object_agg(key, was -> key) from unnest(changed) key), tg_argv),
    auth_bib.audited((select jsonb_object_agg(key, became -> key) from unnest(changed) key), tg_argv));
  return null;
end $$;

create function auth_bib.fn_user_action_log_delete() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb := to_jsonb(old);
begin
  perform auth_bib.append_action('delete', tg_table_name, row ->> 'id', (row ->> 'company_id')::uuid, auth_bib.audited(row, tg_argv), null);
  return null;
end $$;

-- Attaches the trail to a table whose key is `id`.
create function kit.audit(target regclass, variadic secrets text[] default '{}') returns void language plpgsql as $$
declare
  args text := (select coalesce(string_agg(quote_literal(s), ', '), '') from unnest(secrets) s);
  verb text;
begin
  foreach verb in array array['insert', 'update', 'delete'] loop
    execute format('create trigger audit_%s after %s on %s for each row execute function auth_bib.fn_user_action_log_%s(%s)', verb, verb, target, verb, args);
  end loop;
end $$;

-- The chain over the trail. Rows are sealed in the order of their transactions once none older can still appear.
create table auth_bib.audit_seal (
  seq bigint primary key,
  log_id bigint not null unique,
  xid xid8 not null,
  hash bytea not null
);
grant select on auth_bib.audit_seal to auth_app;

create function auth_bib.seal_audit(at_most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head auth_bib.audit_seal;
  entry auth_bib.auth_user_action_log;
  sealed int := 0;
begin
  if not pg_try_advisory_xact_lock(7001) then return 0; end if;
  select * into head from auth_bib.audit_seal order by seq desc limit 1;
  if head.seq is null then
    head.seq := 0; head.log_id := 0; head.xid := '0'; head.hash := sha256(''::bytea);
  end if;
  for entry in
    select * from auth_bib.auth_user_action_log l
    where (l.xid, l.id) > (head.xid, head.log_id) and l.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by l.xid, l.id limit at_most
  loop
    head.seq := head.seq + 1; head.log_id := entry.id; head.xid := entry.xid;
    head.hash := sha256(head.hash || convert_to(to_jsonb(entry)::text, 'UTF8'));
    insert into auth_bib.audit_seal values (head.seq, head.log_id, head.xid, head.hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
revoke execute on function auth_bib.seal_audit from public;
grant execute on function auth_bib.seal_audit to auth_app;

-- ---------------------------------------------------------------- idempotency keys and outbox, one of each per service
create function kit.equip(schema_name text) returns void language plpgsql as $$
declare
  app text := replace(schema_name, '_bib', '_app');
  jobs text := replace(schema_name, '_bib', '_jobs');
begin
  execute format($sql$
    create table %1$I.idempotency_key (
      caller text not null,
      key text not null,
      operation text not null,
      request_hash bytea not null,
      status int not null,
      body text,
      created_at timestamptz not null default now(),
      primary key (caller, key)
    );
    create index idempotency_key_created_at_idx on %1$I.idempotency_key (created_at);
    alter table %1$I.idempotency_key enable row level security;
    alter table %1$I.idempotency_key force row level security;
    grant select, insert, delete on %1$I.idempotency_key to %2$I;
    create policy caller on %1$I.idempotency_key using (
      caller = (select current_setting('app.user_id', true) || ':' || current_setting('app.company_id', true))
      or (select current_setting('app.realm', true) = 'identity'));
    create function %1$I.add_job(task text, payload json, job_key text, queue text, run_at timestamptz, max_attempts int) returns void
    language plpgsql security definer set search_path = pg_catalog as $body$
    begin
      perform %3$I.add_job(identifier => task, payload => payload, job_key => job_key, queue_name => queue, run_at => run_at, max_attempts => max_attempts);
    end $body$;
    revoke execute on function %1$I.add_job from public;
    grant execute on function %1$I.add_job to %2$I;
  $sql$, schema_name, app, jobs);
end $$;
select kit.equip('auth_bib');
select kit.equip('crm_bib');
