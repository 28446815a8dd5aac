-- The instant of the last change, taken under the row's lock, tells the newer of two states. A counter of its own made an update
-- that changed nothing look like a change in the audit trail.
create or replace function auth_bib.fn_count_change() returns trigger language plpgsql as $$
begin
  new.updated_at := greatest(clock_timestamp(), old.updated_at + interval '1 microsecond');
  return new;
end $$;
alter table auth_bib.auth_user drop column sequence;
alter table auth_bib.auth_company drop column sequence;
