-- crm reads in the active company, as the foundation's 0020 has it.
alter policy tenant_reads on crm_bib.known_user using (
  company_ids @> array[(select nullif(current_setting('app.company_id', true), '')::uuid)] or (select current_setting('app.realm', true) = 'identity'));

-- Functions that run as the owner apply the policies' conditions themselves: each is made again with the company that it stands in now.
do $$
declare
  one record;
begin
  for one in
    select pg_get_functiondef(p.oid) as definition from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'crm_bib' and p.prosrc like '%app.company_ids%'
  loop
    execute replace(replace(one.definition,
      $was$ any(nullif(current_setting('app.company_ids', true), '')::uuid[])$was$,
      $is$ nullif(current_setting('app.company_id', true), '')::uuid$is$),
      $was$ ?| (select array_agg('company:' || c) from unnest(nullif(current_setting('app.company_ids', true), '')::uuid[]) c)$was$,
      $is$ ? ('company:' || nullif(current_setting('app.company_id', true), ''))$is$);
  end loop;
end $$;

-- An RM's rows all lie in one company or few: taken as independent, the planner expects eight of a thousand and sorts the whole book.
create statistics crm_bib.lead_owner (dependencies, ndistinct, mcv) on company_id, rm_id, status from crm_bib.lead;
create statistics crm_bib.investor_owner (dependencies, ndistinct, mcv) on company_id, rm_id, status from crm_bib.investor;
create statistics crm_bib.instruction_owner (dependencies, ndistinct, mcv) on company_id, rm_id, status from crm_bib.instruction;
analyze crm_bib.lead, crm_bib.investor, crm_bib.instruction;
