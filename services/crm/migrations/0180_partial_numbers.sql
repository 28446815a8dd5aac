-- SID and IFUA are found by a part of four signs or more, as people read them off a paper. `investors_found` stays for services that
-- still call it.
create index investor_numbers_idx on crm_bib.investor using gin
  (company_id kit.uuid_ops, sid kit.gin_trgm_ops, upper(ifua) kit.gin_trgm_ops);

create function crm_bib.investors_matching(
  written text, phone_pattern text, email_pattern text, numbers text[], number_pattern text, hash bytea, at_most int
) returns setof uuid language sql stable security definer set search_path = crm_bib, kit, pg_catalog, pg_temp as $$
  select i.id from investor i
  where i.company_id = nullif(current_setting('app.company_id', true), '')::uuid
    and (coalesce(current_setting('app.owner_id', true), '') = '' or i.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (search_key(i.display_name) like search_pattern(written) or i.phone like phone_pattern or i.email ilike email_pattern
      or i.external_id = any(numbers) or i.identity_hash = hash
      or i.sid like number_pattern or upper(i.ifua) like number_pattern)
  limit at_most
$$;
revoke execute on function crm_bib.investors_matching from public;
grant execute on function crm_bib.investors_matching to crm_app;
