-- By whom a password was set, as the trail says it: null for nobody who is signed in, such as an applicant, and for those of before.
alter table auth_bib.auth_password_log add column actor_id uuid;

-- As 0002_sign_in.sql has it, with the actor of the transaction. The same password under newer parameters stays the entry that it is.
create or replace function auth_bib.auth_password_log_function() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.password_hash is null or (tg_op = 'UPDATE' and new.password_hash is not distinct from old.password_hash) then return null; end if;
  if current_setting('app.rehash', true) = 'on' then
    update auth_bib.auth_password_log set password_hash = new.password_hash
      where id = (select max(id) from auth_bib.auth_password_log where user_id = new.id);
    if found then return null; end if;
  end if;
  insert into auth_bib.auth_password_log (user_id, password_hash, actor_id)
    values (new.id, new.password_hash, nullif(current_setting('app.user_id', true), '')::uuid);
  delete from auth_bib.auth_password_log where user_id = new.id
    and id not in (select id from auth_bib.auth_password_log where user_id = new.id order by id desc limit 5);
  return null;
end $$;
