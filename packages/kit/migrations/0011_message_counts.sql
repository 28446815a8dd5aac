-- Messages that a stranger can cause, counted by day: to one destination, from one network, of the whole installation. The services
-- count and are told whether there is room; they read nothing of it. Destinations are keyed hashes.
do $$
declare schema_name text;
begin
  foreach schema_name in array array['auth_bib', 'crm_bib'] loop
    execute format($sql$
      create table %1$I.message_count (
        day date not null,
        kind text not null,
        key text not null,
        sent int not null,
        primary key (day, kind, key)
      );
      alter table %1$I.message_count enable row level security;
      alter table %1$I.message_count force row level security;
      create policy nobody on %1$I.message_count using (false);

      create function %1$I.count_message(day date, kind text, key text) returns int
      language sql security definer set search_path = %1$I, pg_catalog, pg_temp as $body$
        insert into %1$I.message_count as c (day, kind, key, sent) values ($1, $2, $3, 1)
        on conflict (day, kind, key) do update set sent = c.sent + 1 returning c.sent
      $body$;
      create function %1$I.forget_message_counts(before date) returns void
      language sql security definer set search_path = %1$I, pg_catalog, pg_temp as $body$
        delete from %1$I.message_count c where c.day < before
      $body$;
      revoke execute on function %1$I.count_message, %1$I.forget_message_counts from public;
      grant execute on function %1$I.count_message, %1$I.forget_message_counts to %2$I;
      grant select on %1$I.message_count to %2$I;
    $sql$, schema_name, replace(schema_name, '_bib', '_app'));
  end loop;
end $$;
