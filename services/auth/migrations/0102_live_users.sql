-- Who administers users hears of registrations and changes of state. Signing in is no change of a user.
alter table auth_bib.live_notice drop constraint live_notice_audience_check;
alter table auth_bib.live_notice add constraint live_notice_audience_check check (audience in ('book', 'person', 'company', 'everyone'));

create function auth_bib.fn_live_user() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (new.full_name, new.email, new.phone, new.status, new.language, new.licence_number, new.licence_expires_on, new.deleted_at, new.password_hash is null)
    is not distinct from
    (old.full_name, old.email, old.phone, old.status, old.language, old.licence_number, old.licence_expires_on, old.deleted_at, old.password_hash is null)
  then return null; end if;
  insert into auth_bib.live_notice (audience, company_id, kind, entity_id)
  select 'company', company, 'user', new.id::text from unnest(new.company_ids) company;
  return null;
end $$;
create trigger live after update of full_name, email, phone, status, language, licence_number, licence_expires_on, deleted_at, password_hash
  on auth_bib.auth_user for each row execute function auth_bib.fn_live_user();

-- Joining, leaving, another role, and being switched off in one company.
create function auth_bib.fn_live_membership() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  insert into auth_bib.live_notice (audience, company_id, kind, entity_id)
  values ('company', coalesce(new.company_id, old.company_id), 'user', coalesce(new.user_id, old.user_id)::text);
  return null;
end $$;
create trigger live after insert or update or delete on auth_bib.auth_membership for each row execute function auth_bib.fn_live_membership();
