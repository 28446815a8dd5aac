-- The sealer chains what stands in a list, and no longer what its reckoning with transaction ids takes for new. An entry is put on the
-- list by the transaction that writes it, so whoever sees both sees something final: one snapshot decides, whichever transaction began
-- first. Trail, chain and list are of one database and come back together from any backup, dump, replica or upgrade; nothing compares
-- the ids of two servers. What a sealing costs depends on the list, never on the length of the trail.
create table auth_bib.audit_unsealed (log_id bigint primary key)
  with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 5000);
grant select on auth_bib.audit_unsealed to auth_app;

create function auth_bib.list_unsealed() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into auth_bib.audit_unsealed values (new.id) on conflict do nothing;
  return null;
end $$;

-- Old versions of the program go on calling it beside the new ones.
create or replace function auth_bib.seal_audit(at_most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
  head auth_bib.audit_seal;
  entry record;
  taken bigint[] := '{}';
begin
  -- Held to the end of the transaction: the end of the chain is ours until then.
  if not pg_try_advisory_xact_lock(7001) then return 0; end if;
  select * into head from auth_bib.audit_seal order by seq desc limit 1;
  if head.seq is null then
    head.seq := 0; head.hash := sha256(''::bytea);
  end if;
  for entry in
    -- A call of the sealer before this one may still have chained an entry without taking it off the list.
    select l.id, l.xid, to_jsonb(l)::text as text, s.log_id is not null as is_sealed
    from auth_bib.audit_unsealed u
    join auth_bib.auth_user_action_log l on l.id = u.log_id
    left join auth_bib.audit_seal s on s.log_id = u.log_id
    order by u.log_id limit at_most
  loop
    taken := taken || entry.id;
    continue when entry.is_sealed;
    head.seq := head.seq + 1;
    head.hash := sha256(head.hash || convert_to(entry.text, 'UTF8'));
    insert into auth_bib.audit_seal values (head.seq, entry.id, entry.xid, head.hash);
  end loop;
  delete from auth_bib.audit_unsealed where log_id = any(taken);
  return cardinality(taken);
end $$;

-- Lists what was never sealed, and says in the trail how many entries of before had been passed over: they are chained late, and their
-- place in the chain proves no more than that they were there today. Audit verification expects this entry exactly once in a trail,
-- also where it counts nothing.
do $$
declare
  head auth_bib.audit_seal;
  passed_over bigint;
  platform uuid;
  -- Whatever the first look does not see is of a transaction that still ran then.
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  perform pg_advisory_xact_lock(7001);
  insert into auth_bib.audit_unsealed
    select l.id from auth_bib.auth_user_action_log l where not exists (select from auth_bib.audit_seal s where s.log_id = l.id);
  -- Waits for writers without letting others queue up behind it for longer than they would bear.
  set local lock_timeout = '1s';
  for attempt in 1..120 loop
    begin
      lock table auth_bib.auth_user_action_log in share row exclusive mode;
      exit;
    exception when lock_not_available then
      if attempt = 120 then raise; end if;
      perform pg_sleep(0.5);
    end;
  end loop;
  set local lock_timeout = 0;
  insert into auth_bib.audit_unsealed
    select l.id from auth_bib.auth_user_action_log l
    where l.xid >= horizon and not exists (select from auth_bib.audit_seal s where s.log_id = l.id)
    on conflict do nothing;
  -- Entries that come with a dump carry the ids of other transactions, and are on its list or in its chain already.
  create trigger list_unsealed after insert on auth_bib.auth_user_action_log for each row
    when (new.xid = pg_current_xact_id()) execute function auth_bib.list_unsealed();

  select * into head from auth_bib.audit_seal order by seq desc limit 1;
  select count(*) into passed_over from auth_bib.audit_unsealed u join auth_bib.auth_user_action_log l on l.id = u.log_id
    where (l.xid, l.id) <= (head.xid, head.log_id) and l.at < now() - interval '1 minute';
  if to_regclass('auth_bib.auth_company') is not null then
    execute $q$select id from auth_bib.auth_company where kind = 'platform'$q$ into platform;
  end if;
  perform set_config('app.origin', '{"requestId": "migration"}', true);
  perform auth_bib.append_action('seal-late', 'audit_trail', 'installation', platform, null, jsonb_build_object('sealedLate', passed_over));
  perform set_config('app.origin', '', true);
end $$;
