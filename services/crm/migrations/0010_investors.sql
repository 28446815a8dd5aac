-- Investors and their KYC. The case is in `investor`; the forms, saved in parts and therefore nullable, are beside it.
-- Columns named as a secret field hold the masked text for showing; `<field>_sealed` holds the value (AES-256-GCM).
create table crm_bib.investor (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  rm_id uuid not null default nullif(current_setting('app.user_id', true), '')::uuid,
  kind text not null check (kind in ('individual', 'institutional')),
  lead_id uuid references crm_bib.lead on delete restrict,
  status text not null default 'draft' check (status in
    ('draft', 'awaiting-investor', 'submitted', 'approved', 'returned', 'rejected', 'syncing', 'registered', 'sync-failed')),
  version int not null default 1,
  display_name text not null,
  email text,
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  -- Keyed hash of NIK or passport number, of an institution of its NPWP.
  identity_hash bytea,
  is_pep boolean not null default false,
  external_id text,
  sid text check (sid ~ '^[A-Z]{2}[DF][0-9]{12}$'),
  ifua text,
  -- Bib found the SID at another selling agent and linked it.
  is_linked boolean not null default false,
  bib_sequence bigint not null default 0,
  sync_error text,
  risk_band int check (risk_band between 1 and 5),
  risk_expires_on date,
  verification_method text check (verification_method in ('in-person', 'video', 'non-face-to-face')),
  verified_by uuid,
  verified_at timestamptz,
  -- Everybody who had a hand in the capture: none of them may decide on it.
  makers uuid[] not null default '{}',
  claimed_by uuid,
  claimed_at timestamptz,
  submitted_at timestamptz(3),
  submitted_by uuid,
  reviewed_by uuid,
  reviewed_at timestamptz,
  senior_approved_by uuid,
  senior_approved_at timestamptz,
  created_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint investor_external_id_taken unique (company_id, external_id)
);
create index investor_company_idx on crm_bib.investor (company_id, created_at desc, id desc);
create index investor_rm_idx on crm_bib.investor (company_id, rm_id, created_at desc, id desc);
create index investor_status_idx on crm_bib.investor (company_id, status, created_at desc, id desc);
create index investor_queue_idx on crm_bib.investor (company_id, status, submitted_at, id) where status = 'submitted';
create index investor_phone_idx on crm_bib.investor (company_id, phone) where phone is not null;
create index investor_email_idx on crm_bib.investor (company_id, lower(email)) where email is not null;
create unique index investor_lead_taken on crm_bib.investor (lead_id) where lead_id is not null;
create index investor_identity_idx on crm_bib.investor (company_id, identity_hash) where identity_hash is not null;
-- One person or institution is one investor of a company. Drafts may overlap: until somebody submits, nobody was first.
create unique index investor_identity_taken on crm_bib.investor (company_id, identity_hash)
  where status not in ('draft', 'awaiting-investor', 'rejected');
select kit.protect('crm_bib.investor', 'rm_id');
select kit.audit('crm_bib.investor', 'identity_hash');

create table crm_bib.investor_individual (
  id uuid primary key references crm_bib.investor on delete cascade,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  alias text,
  identity_type text,
  identity_number text,
  identity_number_sealed bytea,
  identity_expires_on date,
  npwp text,
  npwp_sealed bytea,
  npwp_registered_on date,
  place_of_birth text,
  date_of_birth date,
  country_of_birth text,
  nationality text,
  sex text,
  marital_status text,
  spouse_name text,
  mother_maiden_name text,
  mother_maiden_name_sealed bytea,
  religion text,
  education text,
  occupation text,
  job_title text,
  employer jsonb,
  yearly_income text,
  net_worth text,
  source_of_funds text,
  objective text,
  purpose text,
  asset_owner text,
  is_pep boolean,
  pep_position text,
  identity_address jsonb,
  domicile_address jsonb,
  correspondence_address jsonb,
  home_phone text,
  fax text,
  statement_type text,
  fatca_status text,
  is_us_person boolean,
  tax_residences jsonb,
  tax_residences_sealed bytea,
  beneficial_owners jsonb,
  beneficial_owners_sealed bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index investor_individual_company_idx on crm_bib.investor_individual (company_id);
select kit.protect('crm_bib.investor_individual');
select kit.audit('crm_bib.investor_individual', 'identity_number_sealed', 'npwp_sealed', 'mother_maiden_name_sealed', 'tax_residences_sealed', 'beneficial_owners_sealed');

create table crm_bib.investor_institutional (
  id uuid primary key references crm_bib.investor on delete cascade,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  country_of_domicile text,
  legal_form text,
  company_type text,
  characteristic text,
  line_of_business text,
  licence_number text,
  siup_number text,
  siup_expires_on date,
  nib text,
  skd_number text,
  skd_expires_on date,
  npwp text,
  npwp_sealed bytea,
  npwp_registered_on date,
  place_of_establishment text,
  date_of_establishment date,
  deed_number text,
  deed_date date,
  deed_notary text,
  income_level text,
  source_of_funds text,
  objective text,
  purpose text,
  is_pep boolean,
  pep_position text,
  address jsonb,
  fax text,
  website text,
  contact_person text,
  authorised_persons jsonb,
  authorised_persons_sealed bytea,
  figures jsonb,
  entity_class text,
  giin text,
  has_substantial_us_owner boolean,
  controlling_persons jsonb,
  statement_type text,
  fatca_status text,
  is_us_person boolean,
  tax_residences jsonb,
  tax_residences_sealed bytea,
  beneficial_owners jsonb,
  beneficial_owners_sealed bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index investor_institutional_company_idx on crm_bib.investor_institutional (company_id);
select kit.protect('crm_bib.investor_institutional');
select kit.audit('crm_bib.investor_institutional', 'npwp_sealed', 'authorised_persons_sealed', 'tax_residences_sealed', 'beneficial_owners_sealed');

-- What a reviewer wants changed. Exactly these fields open; resolved by the next submission.
create table crm_bib.investor_return_reason (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  pointer text not null,
  reason text not null,
  created_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  created_at timestamptz not null default now(),
  resolved_at timestamptz
);
create index investor_return_reason_investor_idx on crm_bib.investor_return_reason (investor_id, id);
create index investor_return_reason_company_idx on crm_bib.investor_return_reason (company_id);
select kit.protect('crm_bib.investor_return_reason');

-- The history of the case as people read it; the audit trail holds every change.
create table crm_bib.investor_event (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  kind text not null,
  status text not null,
  "by" text not null check ("by" in ('user', 'investor', 'bib', 'system')),
  actor_id uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  detail text,
  at timestamptz not null default now()
);
create index investor_event_investor_idx on crm_bib.investor_event (investor_id, id desc);
create index investor_event_company_idx on crm_bib.investor_event (company_id);
select kit.protect('crm_bib.investor_event');
revoke update on crm_bib.investor_event from crm_app;

-- Whether another investor of the active company has this identity, also in books the caller may not see: yes or no, nothing else.
create function crm_bib.identity_known(hash bytea, except_id uuid) returns boolean
language sql stable security definer set search_path = crm_bib as $$
  select exists (
    select from investor i
    where i.company_id = nullif(current_setting('app.company_id', true), '')::uuid
      and i.identity_hash = hash and i.id <> except_id and i.status <> 'rejected')
$$;
revoke execute on function crm_bib.identity_known from public;
grant execute on function crm_bib.identity_known to crm_app;
