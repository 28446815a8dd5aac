-- What a person reveals and exports in a day is counted beside the messages of the day: once for every service, in the same way.
-- Counting stops at the limit, so that what is refused is not counted.
create function auth_bib.count_within(day date, kind text, key text, most int) returns int
language sql security definer set search_path = auth_bib, pg_catalog, pg_temp as $body$
  insert into auth_bib.message_count as c (day, kind, key, sent) values ($1, $2, $3, 1)
  on conflict (day, kind, key) do update set sent = c.sent + 1 where c.sent < $4 returning c.sent
$body$;
comment on function auth_bib.count_within is 'Counts one more and says how many that makes; null where there is no room for it.';

create function auth_bib.count_back(day date, kind text, key text) returns void
language sql security definer set search_path = auth_bib, pg_catalog, pg_temp as $body$
  update auth_bib.message_count c set sent = c.sent - 1 where c.day = $1 and c.kind = $2 and c.key = $3 and c.sent > 0
$body$;
comment on function auth_bib.count_back is 'Takes back one that came to nothing.';

revoke execute on function auth_bib.count_within, auth_bib.count_back from public;
grant execute on function auth_bib.count_within, auth_bib.count_back to auth_app, crm_app;
