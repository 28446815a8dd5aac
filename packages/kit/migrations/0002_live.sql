-- Change notices: what changed, never what it became. A row in the transaction of the change, read by bff some times a second and
-- forgotten after minutes. Not pg_notify: that makes all committing transactions wait for one another (PreCommit_Notify holds a lock
-- of the whole cluster until after the commit), and who was away when it was said has missed it.
create function kit.equip_live(schema_name text) returns void language plpgsql as $$
declare
  app text := replace(schema_name, '_bib', '_app');
begin
  execute format($sql$
    create table %1$I.live_notice (
      -- Orders rows for readers: all rows of transactions below the oldest running one are final.
      xid xid8 not null default pg_current_xact_id(),
      id bigint generated always as identity,
      at timestamptz not null default now(),
      -- Whom it concerns: those who may see the owner's book, the persons themselves, or everyone.
      audience text not null check (audience in ('book', 'person', 'everyone')),
      company_id uuid,
      user_ids uuid[] not null default '{}',
      kind text not null,
      entity_id text not null,
      parent_id text,
      primary key (xid, id)
    );
    alter table %1$I.live_notice enable row level security;
    alter table %1$I.live_notice force row level security;
    grant select, delete on %1$I.live_notice to %2$I;
    create policy system_only on %1$I.live_notice using ((select current_setting('app.realm', true) = 'identity'));
    create function %1$I.announce_to_everyone(of_kind text, of_id text) returns void
    language sql security definer set search_path = pg_catalog as $body$
      insert into %1$I.live_notice (audience, kind, entity_id) values ('everyone', of_kind, of_id)
    $body$;
    revoke execute on function %1$I.announce_to_everyone from public;
    grant execute on function %1$I.announce_to_everyone to %2$I;
  $sql$, schema_name, app);
end $$;
select kit.equip_live('auth_bib');
select kit.equip_live('crm_bib');

-- Announces each change of a table's rows: to who may see the owner's book (book), or to the owner alone (person). When a row gets
-- another owner both hear. The columns are written into a function of the table's own: cheaper than reading them from json.
create function kit.announce(target regclass, kind text, audience text, owner_column text, parent_column text default null) returns void
language plpgsql as $$
declare
  schema_name text := (select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target);
  table_name text := (select relname from pg_class where oid = target);
  parent text := case when parent_column is null then 'null' else format('coalesce(new.%1$I, old.%1$I)', parent_column) end;
begin
  execute format($sql$
    create function %1$I.%2$I() returns trigger language plpgsql security definer set search_path = pg_catalog as $body$
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
