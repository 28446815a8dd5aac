-- Search by a part of a name, phone or e-mail. Row-level security lets only leakproof operators into an index before the policy, and
-- `like` is none: a search of something rare walked the whole company. These functions run as the owner of the tables and apply the
-- policies' own conditions themselves; what they answer is read again through row-level security, so that they can show nothing more.
create extension if not exists pg_trgm with schema kit;
create extension if not exists btree_gin with schema kit;
create index lead_search_idx on crm_bib.lead using gin
  (company_id kit.uuid_ops, full_name kit.gin_trgm_ops, phone kit.gin_trgm_ops, email kit.gin_trgm_ops);
create index investor_search_idx on crm_bib.investor using gin
  (company_id kit.uuid_ops, display_name kit.gin_trgm_ops, phone kit.gin_trgm_ops, email kit.gin_trgm_ops);
create index investor_sid_idx on crm_bib.investor (company_id, sid) where sid is not null;

create function crm_bib.leads_like(pattern text, phone_pattern text, at_most int) returns setof uuid
language sql stable security definer set search_path = crm_bib, kit as $$
  select l.id from lead l
  where l.company_id = any(nullif(current_setting('app.company_ids', true), '')::uuid[])
    and (coalesce(current_setting('app.owner_id', true), '') = '' or l.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (l.full_name ilike pattern or l.phone like phone_pattern or l.email ilike pattern)
  limit at_most
$$;
create function crm_bib.investors_like(pattern text, phone_pattern text, exact text, hash bytea, at_most int) returns setof uuid
language sql stable security definer set search_path = crm_bib, kit as $$
  select i.id from investor i
  where i.company_id = any(nullif(current_setting('app.company_ids', true), '')::uuid[])
    and (coalesce(current_setting('app.owner_id', true), '') = '' or i.rm_id = nullif(current_setting('app.owner_id', true), '')::uuid)
    and (i.display_name ilike pattern or i.phone like phone_pattern or i.email ilike pattern
      or i.external_id = exact or i.sid = upper(exact) or i.identity_hash = hash)
  limit at_most
$$;
revoke execute on function crm_bib.leads_like, crm_bib.investors_like from public;
grant execute on function crm_bib.leads_like, crm_bib.investors_like to crm_app;
