-- The triggers of users, companies and devices listed the columns that they watch, so a new column was neither in the trail nor told to
-- consoles until somebody thought of it. Now they list what is no change of the record: a new column is watched by itself.
create function kit.audit_changes_but(target regclass, passed_over text[], variadic secrets text[] default '{}') returns void
language plpgsql as $$
begin
  execute format('drop trigger audit_update on %s', target);
  execute format(
    'create trigger audit_update after update on %s for each row when (to_jsonb(old) - %L::text[] is distinct from to_jsonb(new) - %L::text[])
     execute function auth_bib.auth_user_update_trigger_function(%s)',
    target, passed_over, passed_over, (select coalesce(string_agg(quote_literal(s), ', '), '') from unnest(secrets) s));
end $$;

-- Sign-ins have a log of their own, decisions are told by the state that they lead to, and copies are no change of anything.
select kit.audit_changes_but('auth_bib.auth_user',
  '{company_ids, last_company_id, last_login_at, failed_attempts, password_changed_at, email_verified_at, phone_verified_at, decided_at, decided_in, version, updated_at}',
  'password_hash', 'company_ids');
select kit.audit_changes_but('auth_bib.auth_company', '{version, updated_at}', 'logo');
select kit.audit_changes_but('auth_bib.device_info', '{last_seen_at, last_ip}', 'secret_hash', 'push_token');

drop trigger live on auth_bib.auth_user;
create or replace function auth_bib.fn_live_user() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  passed_over constant text[] := '{company_ids, last_company_id, last_login_at, failed_attempts, password_hash, password_changed_at, push_preferences,
    email_verified_at, phone_verified_at, decided_by, decided_at, decided_in, decision_reason, version, updated_at}';
begin
  -- Whether there is a password says whether the invitation was taken.
  if to_jsonb(new) - passed_over is not distinct from to_jsonb(old) - passed_over
    and (new.password_hash is null) is not distinct from (old.password_hash is null)
  then return null; end if;
  insert into auth_bib.live_notice (audience, company_id, kind, entity_id)
  select 'company', company, 'user', new.id::text from unnest(new.company_ids) company;
  return null;
end $$;
create trigger live after update on auth_bib.auth_user for each row execute function auth_bib.fn_live_user();
