-- The company that the running transaction acts for: for rows that row-level security shows from several companies.
create function auth_bib.active_company() returns uuid language sql stable as $$
  select nullif(current_setting('app.company_id', true), '')::uuid
$$;
