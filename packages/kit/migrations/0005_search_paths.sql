-- Functions that run with the owner's rights must never find an object of the caller's making. PostgreSQL looks for tables and types in
-- a session's temporary schema first, whatever a search path says, unless the path names pg_temp; so each names it, last. Trigger
-- functions too: those that a foreign key sets off run as the owner of the table, under the caller's path.
create function kit.harden_functions(of_schema text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  found record;
begin
  for found in
    select p.oid::regprocedure as signature, coalesce(s.path, 'pg_catalog, ' || quote_ident(of_schema)) as path
    from pg_proc p
    left join lateral (
      select substr(setting, length('search_path=') + 1) as path from unnest(p.proconfig) setting where setting like 'search_path=%'
    ) s on true
    where p.pronamespace = of_schema::regnamespace and (p.prosecdef or p.prorettype = 'trigger'::regtype or s.path is not null)
      and coalesce(s.path, '') !~ '(^|, )pg_temp$'
  loop
    execute format('alter function %s set search_path = %s, pg_temp', found.signature, found.path);
  end loop;
end $$;
revoke execute on function kit.harden_functions from public;
-- Those of the services that exist by now; each service does the same for what its own migrations have made.
select kit.harden_functions(schema_name) from unnest(array['kit', 'auth_bib', 'crm_bib']) schema_name;

-- As 0002_live.sql has it, with the path that is the rule from now on.
create or replace function kit.announce(target regclass, kind text, audience text, owner_column text, parent_column text default null) returns void
language plpgsql as $$
declare
  schema_name text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target);
  table_name text := (select relname from pg_class where oid = target);
  parent text := case when parent_column is null then 'null' else format('coalesce(new.%1$I, old.%1$I)', parent_column) end;
begin
  execute format($sql$
    create function %1$I.%2$I() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
    begin
      if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
      insert into %1$I.live_notice (audience, company_id, user_ids, kind, entity_id, parent_id)
      values (%3$L, coalesce(new.company_id, old.company_id),
        array(select distinct owner from unnest(array[new.%4$I, old.%4$I]) owner where owner is not null),
        %5$L, coalesce(new.id, old.id)::text, %6$s);
      return null;
    end $body$;
    create trigger live after insert or update or delete on %7$s for each row execute function %1$I.%2$I();
  $sql$, schema_name, 'fn_live_' || table_name, audience, owner_column, kind, parent, target);
end $$;

-- The services need no temporary objects and no large ones. A superuser alone may take away the latter: `operate migrate` tells who is
-- to do so where the owner of the database is none.
do $$
declare
  taker text;
  signature regprocedure;
begin
  foreach taker in array array['public', 'auth_app', 'crm_app', 'auth_jobs', 'crm_jobs'] loop
    execute format('revoke temporary on database %I from %s', current_database(), taker);
  end loop;
  if (select rolsuper from pg_roles where rolname = current_user) then
    for signature in
      select p.oid::regprocedure from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^(lo_|loread$|lowrite$)'
    loop
      execute format('revoke execute on function %s from public', signature);
    end loop;
  end if;
exception when insufficient_privilege then
  raise warning 'rights of the database stay as they are: %', sqlerrm;
end $$;
