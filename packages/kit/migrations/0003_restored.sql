-- A database that was restored from a dump into another server goes on with that server's transactions, which count from its own
-- start: lower than those of the entries that came with it. The sealer then took none of the new ones for new.
create or replace function auth_bib.seal_audit(at_most int) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head auth_bib.audit_seal;
  entry auth_bib.auth_user_action_log;
  sealed int := 0;
  -- Nothing of this server that we can see is above; what is, came with a dump and is final.
  ours xid8 := pg_snapshot_xmax(pg_current_snapshot());
  since xid8;
begin
  if not pg_try_advisory_xact_lock(7001) then return 0; end if;
  select * into head from auth_bib.audit_seal order by seq desc limit 1;
  if head.seq is null then
    head.seq := 0; head.log_id := 0; head.xid := '0'; head.hash := sha256(''::bytea);
  end if;
  since := head.xid;
  -- The last one sealed came with a dump: everything since then may be below it.
  if since >= ours then since := '0'; head.log_id := 0; end if;
  for entry in
    select * from auth_bib.auth_user_action_log l
    where (l.xid, l.id) > (since, head.log_id) and (l.xid < pg_snapshot_xmin(pg_current_snapshot()) or l.xid >= ours)
      and not exists (select from auth_bib.audit_seal s where s.log_id = l.id)
    order by l.xid, l.id limit at_most
  loop
    head.seq := head.seq + 1; head.log_id := entry.id; head.xid := entry.xid;
    head.hash := sha256(head.hash || convert_to(to_jsonb(entry)::text, 'UTF8'));
    insert into auth_bib.audit_seal values (head.seq, head.log_id, head.xid, head.hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
