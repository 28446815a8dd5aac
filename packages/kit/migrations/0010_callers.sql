-- Who has no session keeps idempotency keys of an own: under a colon and what tells one such caller from another.
do $$
declare schema_name text;
begin
  foreach schema_name in array array['auth_bib', 'crm_bib'] loop
    execute format($sql$
      alter policy caller on %I.idempotency_key using (
        caller = (select current_setting('app.user_id', true) || ':' || current_setting('app.company_id', true))
        or ((select current_setting('app.user_id', true) || current_setting('app.company_id', true)) = '' and starts_with(caller, ':'))
        or (select current_setting('app.realm', true) = 'identity'))
    $sql$, schema_name);
  end loop;
end $$;
