-- The audit functions bear the seed's names. Triggers know their functions by id, so what runs meanwhile goes on.
alter function auth_bib.fn_auth_login_log() rename to auth_login_log_function;
alter function auth_bib.fn_auth_password_log() rename to auth_password_log_function;
alter function auth_bib.fn_user_action_log_insert() rename to auth_user_insert_trigger_function;
alter function auth_bib.fn_user_action_log_update() rename to auth_user_update_trigger_function;
-- The seed has none for deletions.
alter function auth_bib.fn_user_action_log_delete() rename to auth_user_delete_trigger_function;

-- As kit/0001_foundation.sql has it, under the new names.
create or replace function kit.audit(target regclass, variadic secrets text[] default '{}') returns void language plpgsql as $$
declare
  args text := (select coalesce(string_agg(quote_literal(s), ', '), '') from unnest(secrets) s);
  verb text;
begin
  foreach verb in array array['insert', 'update', 'delete'] loop
    execute format('create trigger audit_%s after %s on %s for each row execute function auth_bib.auth_user_%s_trigger_function(%s)', verb, verb, target, verb, args);
  end loop;
end $$;
