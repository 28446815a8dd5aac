-- Links by which an investor completes the registration. Only the hash of the token is kept.
create table crm_bib.investor_token (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  purpose text not null check (purpose in ('registration')),
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  -- The code sent for this link: keyed hash, to this phone, five tries, once.
  code_hash bytea,
  code_phone text,
  code_sent_at timestamptz,
  code_expires_at timestamptz,
  code_tries int not null default 0,
  codes_sent int not null default 0,
  codes_counted_since timestamptz,
  created_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  created_at timestamptz not null default now()
);
create index investor_token_investor_idx on crm_bib.investor_token (investor_id);
create index investor_token_company_idx on crm_bib.investor_token (company_id);
select kit.protect('crm_bib.investor_token');
select kit.audit('crm_bib.investor_token', 'token_hash', 'code_hash');

-- Which company a link belongs to: the one question that may be asked without a tenant, and only by who holds the token.
create function crm_bib.investor_link(hash bytea) returns table (company_id uuid, token_id uuid)
language sql stable security definer set search_path = crm_bib as $$
  select t.company_id, t.id from investor_token t where t.token_hash = hash
$$;
revoke execute on function crm_bib.investor_link from public;
grant execute on function crm_bib.investor_link to crm_app;
