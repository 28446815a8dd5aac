-- The link to a client's own page: one that lives for each client, renewed by each message, and revocable. Only the hash of its token is
-- kept; the token is made from the id and a key outside the database.
create table crm_bib.client_link (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  voided_at timestamptz,
  last_visit_at timestamptz,
  -- The code sent for this link: keyed hash, to this phone, five tries, once.
  code_hash bytea,
  code_phone text,
  code_sent_at timestamptz,
  code_expires_at timestamptz,
  code_tries int not null default 0,
  codes_sent int not null default 0,
  codes_counted_since timestamptz,
  created_at timestamptz not null default now()
);
create unique index client_link_living_idx on crm_bib.client_link (investor_id) where voided_at is null;
create index client_link_investor_idx on crm_bib.client_link (investor_id);
create index client_link_company_idx on crm_bib.client_link (company_id);
select kit.protect('crm_bib.client_link');
select kit.audit('crm_bib.client_link', 'token_hash', 'code_hash');

-- A visit to that page: begun by a code, ended by fifteen minutes without a request. Its requests move last_seen_at, so it is not audited
-- by row: the trail has an entry for its beginning, and one for each document.
create table crm_bib.client_visit (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  link_id uuid not null references crm_bib.client_link on delete cascade,
  token_hash bytea not null unique,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz
);
create index client_visit_link_idx on crm_bib.client_visit (link_id);
create index client_visit_company_idx on crm_bib.client_visit (company_id);
select kit.protect('crm_bib.client_visit');

-- Which company a token belongs to: the one question that may be asked without a tenant, and only by who holds the token.
create function crm_bib.client_link_of(hash bytea) returns table (company_id uuid, id uuid)
language sql stable security definer set search_path = crm_bib, pg_temp as $$
  select t.company_id, t.id from client_link t where t.token_hash = hash
$$;
create function crm_bib.client_visit_of(hash bytea) returns table (company_id uuid, id uuid)
language sql stable security definer set search_path = crm_bib, pg_temp as $$
  select v.company_id, v.id from client_visit v where v.token_hash = hash
$$;
revoke execute on function crm_bib.client_link_of, crm_bib.client_visit_of from public;
grant execute on function crm_bib.client_link_of, crm_bib.client_visit_of to crm_app;
