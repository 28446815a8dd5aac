-- What an abandoned or failed act leaves behind is found every night: files that no record names, and codes that have run out.
-- Both cross companies and tell nothing of any: of given keys those that are nowhere, and a count.
create index instruction_evidence_signature_key_idx on crm_bib.instruction_evidence (signature_key);

create function crm_bib.unreferenced_files(keys text[]) returns setof text
language sql stable security definer set search_path = crm_bib, pg_catalog, pg_temp as $$
  select k.key from unnest(keys) as k (key)
  where not exists (select from crm_bib.investor_document d where d.storage_key = k.key or d.thumbnail_key = k.key)
    and not exists (select from crm_bib.instruction_evidence e where e.signature_key = k.key)
$$;
revoke execute on function crm_bib.unreferenced_files from public;
grant execute on function crm_bib.unreferenced_files to crm_app;

create function crm_bib.forget_spent_codes(before timestamptz) returns bigint
language sql security definer set search_path = crm_bib, pg_catalog, pg_temp as $$
  with instruction_codes as (
    update crm_bib.instruction_token set code_hash = null where code_hash is not null and code_expires_at < before returning 1),
  investor_codes as (
    update crm_bib.investor_token set code_hash = null where code_hash is not null and code_expires_at < before returning 1)
  select (select count(*) from instruction_codes) + (select count(*) from investor_codes)
$$;
revoke execute on function crm_bib.forget_spent_codes from public;
grant execute on function crm_bib.forget_spent_codes to crm_app;
