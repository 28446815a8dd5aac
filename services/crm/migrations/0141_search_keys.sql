-- Search as people type: names without accents, apostrophes, spaces and capitals; phone numbers by their digits; numbers of Bib's and
-- KSEI's; instructions by their own number, Bib's, product and amount. The functions of before stay for services that still call them.

-- As `searchKey` of contracts/names.ts says; a test holds the two side by side. `unaccent` is not asked for: no managed server need have it.
create function crm_bib.search_key(written text) returns text language sql immutable parallel safe as $$
  select case when octet_length(written) = length(written) then lower(translate(written, ' ''`' || chr(9) || chr(10) || chr(13), ''))
    else replace(replace(replace(replace(translate(
      lower(regexp_replace(normalize(written, nfkd),
        '[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff''`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07\u1680\u2028\u2029[:space:]]',
        '', 'g') collate pg_c_utf8),
      'łđøħŧıðə', 'ldohtide'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
  end
$$;
-- What has the text somewhere, its own wildcards taken literally; null, which nothing is like, for a text without letters.
create function crm_bib.search_pattern(written text) returns text language sql immutable parallel safe as $$
  select '%' || nullif(replace(replace(replace(crm_bib.search_key(written), '\', '\\'), '%', '\%'), '_', '\_'), '') || '%'
$$;

create index lead_key_idx on crm_bib.lead using gin (company_id kit.uuid_ops, crm_bib.search_key(full_name) kit.gin_trgm_ops);
create index investor_key_idx on crm_bib.investor using gin (company_id kit.uuid_ops, crm_bib.search_key(display_name) kit.gin_trgm_ops);
create index investor_ifua_idx on crm_bib.investor (company_id, ifua) where ifua is not null;
create index instruction_key_idx on crm_bib.instruction using gin (company_id kit.uuid_ops,
  crm_bib.search_key(product ->> 'name') kit.gin_trgm_ops, crm_bib.search_key(target_product ->> 'name') kit.gin_trgm_ops);
create index instruction_reference_idx on crm_bib.instruction (company_id, bib_reference) where bib_reference is not null;
create index instruction_product_idx on crm_bib.instruction (company_id, product_code);
create index instruction_amount_idx on crm_bib.instruction (company_id, amount) where amount is not null;

create function crm_bib.leads_found(written text, phone_pattern text, email_pattern text, at_most int) returns setof uuid
language sql stable security definer set search_path = crm_bib, kit, pg_catalog, pg_temp as $$
  select l.id from lead l
  where l.company_id = any(nullif(current_setting('app.company_ids', true), '')::uuid[])
    and (coalesce(current_setting('app.owner_id', true), '') = '' or l.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (search_key(l.full_name) like search_pattern(written) or l.phone like phone_pattern or l.email ilike email_pattern)
  limit at_most
$$;
create function crm_bib.investors_found(written text, phone_pattern text, email_pattern text, numbers text[], hash bytea, at_most int)
returns setof uuid language sql stable security definer set search_path = crm_bib, kit, pg_catalog, pg_temp as $$
  select i.id from investor i
  where i.company_id = any(nullif(current_setting('app.company_ids', true), '')::uuid[])
    and (coalesce(current_setting('app.owner_id', true), '') = '' or i.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (search_key(i.display_name) like search_pattern(written) or i.phone like phone_pattern or i.email ilike email_pattern
      or i.external_id = any(numbers) or i.sid = any(numbers) or i.ifua = any(numbers) or i.identity_hash = hash)
  limit at_most
$$;
create function crm_bib.instructions_found(written text, numbers text[], first_id uuid, last_id uuid, exact_amount numeric, buyers uuid[], at_most int)
returns setof uuid language sql stable security definer set search_path = crm_bib, kit, pg_catalog, pg_temp as $$
  select n.id from instruction n
  where n.company_id = any(nullif(current_setting('app.company_ids', true), '')::uuid[])
    and (coalesce(current_setting('app.owner_id', true), '') = '' or n.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (search_key(n.product ->> 'name') like search_pattern(written) or search_key(n.target_product ->> 'name') like search_pattern(written)
      or n.product_code = any(numbers) or n.bib_reference = any(numbers) or n.id between first_id and last_id or n.amount = exact_amount
      or n.investor_id = any(buyers))
  limit at_most
$$;
revoke execute on function crm_bib.leads_found, crm_bib.investors_found, crm_bib.instructions_found from public;
grant execute on function crm_bib.leads_found, crm_bib.investors_found, crm_bib.instructions_found to crm_app;
grant execute on function crm_bib.search_key, crm_bib.search_pattern to crm_app;
