create table crm_bib.instruction (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  rm_id uuid not null default nullif(current_setting('app.user_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete restrict,
  type text not null check (type in ('subscription', 'redemption', 'switching')),
  status text not null default 'draft' check (status in ('draft', 'awaiting-approval', 'approved', 'declined', 'expired', 'cancelled',
    'sent', 'received', 'payment-pending', 'paid', 'sent-to-manager', 'allocated', 'settled', 'rejected')),
  status_reason text,
  product_code text not null,
  -- The product as it was when the instruction was made: what is signed must not change under the investor's hands.
  product jsonb not null,
  target_product_code text,
  target_product jsonb,
  currency text not null,
  amount numeric(20, 2) check (amount > 0),
  units numeric(24, 4) check (units > 0),
  all_units boolean not null default false,
  fee_percent numeric(9, 4) not null,
  fee_amount numeric(20, 2),
  nav_date date not null,
  bank_account_id uuid references crm_bib.investor_bank_account on delete restrict,
  risk_level int not null,
  risk_band int,
  above_risk_profile boolean not null default false,
  licence_number text not null,
  -- What the investor was shown and signed, and its SHA-256.
  document jsonb,
  document_hash text,
  link_expires_at timestamptz,
  approved_at timestamptz,
  sent_at timestamptz,
  bib_reference text,
  bib_sequence bigint not null default 0,
  allocated_units numeric(24, 4),
  allocated_nav numeric(24, 4),
  allocated_amount numeric(20, 2),
  settled_on date,
  payment jsonb,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint one_quantity check (num_nonnulls(amount, units) + all_units::int = 1),
  constraint target_of_switching check ((type = 'switching') = (target_product_code is not null))
);
create index instruction_company_idx on crm_bib.instruction (company_id, created_at desc, id desc);
create index instruction_rm_idx on crm_bib.instruction (company_id, rm_id, created_at desc, id desc);
create index instruction_status_idx on crm_bib.instruction (company_id, status, created_at desc, id desc);
create index instruction_investor_idx on crm_bib.instruction (investor_id, id desc);
create index instruction_bank_account_idx on crm_bib.instruction (bank_account_id) where bank_account_id is not null;
select kit.protect('crm_bib.instruction', 'rm_id');
select kit.audit('crm_bib.instruction');

create table crm_bib.instruction_event (
  id bigint generated always as identity primary key,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  instruction_id uuid not null references crm_bib.instruction on delete cascade,
  status text not null,
  "by" text not null check ("by" in ('rm', 'investor', 'bib', 'system')),
  detail text,
  at timestamptz not null default now()
);
create index instruction_event_instruction_idx on crm_bib.instruction_event (instruction_id, id);
create index instruction_event_company_idx on crm_bib.instruction_event (company_id);
select kit.protect('crm_bib.instruction_event');

-- Links for approval. Only the hash of the token is kept.
create table crm_bib.instruction_token (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  instruction_id uuid not null references crm_bib.instruction on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  -- The code that was sent for this link: keyed hash, five tries, once.
  code_hash bytea,
  code_sent_at timestamptz,
  code_expires_at timestamptz,
  code_tries int not null default 0,
  code_phone text,
  codes_sent int not null default 0,
  codes_counted_since timestamptz,
  created_at timestamptz not null default now()
);
create index instruction_token_instruction_idx on crm_bib.instruction_token (instruction_id);
create index instruction_token_company_idx on crm_bib.instruction_token (company_id);
select kit.protect('crm_bib.instruction_token');
select kit.audit('crm_bib.instruction_token', 'token_hash', 'code_hash');

-- Which company a link belongs to: the one question that may be asked without a tenant, and only by who holds the token.
create function crm_bib.instruction_link(hash bytea) returns table (company_id uuid, token_id uuid)
language sql stable security definer set search_path = crm_bib as $$
  select t.company_id, t.id from instruction_token t where t.token_hash = hash
$$;
revoke execute on function crm_bib.instruction_link from public;
grant execute on function crm_bib.instruction_link to crm_app;

-- What shows later that this very document was approved by the investor (PP 71/2019 art. 59). Written once, never changed.
create table crm_bib.instruction_evidence (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  instruction_id uuid not null unique references crm_bib.instruction on delete restrict,
  document jsonb not null,
  document_hash text not null,
  consent_version text not null,
  signature_level text not null check (signature_level in ('drawn-and-otp', 'certified')),
  signature_key text not null,
  signature_hash text not null,
  otp_channel text not null,
  otp_destination text not null,
  otp_verified_at timestamptz not null,
  ip text,
  user_agent text,
  signed_at timestamptz not null
);
create index instruction_evidence_company_idx on crm_bib.instruction_evidence (company_id);
select kit.protect('crm_bib.instruction_evidence');
revoke update, delete on crm_bib.instruction_evidence from crm_app;
select kit.audit('crm_bib.instruction_evidence');
