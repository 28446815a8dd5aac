-- A column more that leads are searched by, for migrations: the text of `leads_found` stands in none of them, as 0190 made it out of
-- what it found. Texts are compared as names are written elsewhere (search_key).
create function crm_bib.search_leads_by(column_name text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  was text := pg_get_functiondef('crm_bib.leads_found'::regproc);
  anchor constant text := 'or l.phone like phone_pattern';
  becomes text := replace(was, anchor, format('or search_key(l.%I) like search_pattern(written) %s', column_name, anchor));
begin
  if was = becomes then raise exception 'leads_found does not look as search_leads_by expects'; end if;
  -- Over every row: with `where … is not null` the planner does not use it.
  execute format('create index %I on crm_bib.lead using gin (company_id kit.uuid_ops, crm_bib.search_key(%I) kit.gin_trgm_ops)',
    'lead_' || column_name || '_key_idx', column_name);
  execute becomes;
end $$;
revoke execute on function crm_bib.search_leads_by from public;
