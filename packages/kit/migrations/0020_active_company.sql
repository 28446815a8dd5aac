-- The active company is the scope of reading as of writing. One equality is counted once by the planner and leads into the indexes by
-- itself, so that no query names the company, and nobody who forgets to counts two companies as one. Services of before still tell
-- the companies that may be read (app.company_ids); beside this schema they read the active one.
create or replace function kit.protect(target regclass, owner_column text default null) returns void language plpgsql as $$
declare
  active text := 'company_id = (select nullif(current_setting(''app.company_id'', true), '''')::uuid)';
  own text := '';
begin
  if owner_column is not null then
    own := format(' and ((select coalesce(current_setting(''app.owner_id'', true), '''') = '''') or %I = (select nullif(current_setting(''app.owner_id'', true), '''')::uuid))', owner_column);
  end if;
  perform kit.force_rls(target);
  execute format('create policy tenant_reads on %s for select using (%s)', target, active || own);
  execute format('create policy tenant_inserts on %s for insert with check (%s)', target, active);
  execute format('create policy tenant_updates on %s for update using (%s) with check (%s)', target, active || own, active);
  execute format('create policy tenant_deletes on %s for delete using (%s)', target, active || own);
end $$;

-- The tables that are protected already; the trail and the projection of companies are among them.
do $$
declare
  one record;
  own text;
  active constant text := 'company_id = (select nullif(current_setting(''app.company_id'', true), '''')::uuid)';
begin
  for one in
    select format('%I.%I', schemaname, tablename) as target, substring(qual from '([a-z_]+) = \( SELECT \(NULLIF\(current_setting\(''app.owner_id''') as owner_column
    from pg_policies
    where schemaname in ('auth_bib', 'crm_bib') and policyname = 'tenant_reads' and qual like '(company_id = ANY%' or qual like '((company_id = ANY%'
  loop
    own := '';
    if one.owner_column is not null then
      own := format(' and ((select coalesce(current_setting(''app.owner_id'', true), '''') = '''') or %I = (select nullif(current_setting(''app.owner_id'', true), '''')::uuid))', one.owner_column);
    end if;
    execute format('alter policy tenant_reads on %s using (%s)', one.target, active || own);
  end loop;
end $$;
