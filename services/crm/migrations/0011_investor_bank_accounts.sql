create table crm_bib.investor_bank_account (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  bank_code text not null constraint bank_unknown references crm_bib.bank on delete restrict,
  branch text,
  country text not null default 'ID',
  currency text not null default 'IDR' check (currency ~ '^[A-Z]{3}$'),
  -- Masked for showing.
  number text not null,
  number_sealed bytea not null,
  number_hash bytea not null,
  holder_name text not null,
  -- POJK 23/2014: in the investor's own name. A weak match blocks redemptions until a reviewer has accepted it.
  name_match text not null check (name_match in ('exact', 'strong', 'weak')),
  review text not null check (review in ('not-needed', 'needed', 'accepted', 'refused')),
  reviewed_by uuid,
  reviewed_at timestamptz,
  -- What Bib made of it.
  bib_status text check (bib_status in ('accepted', 'refused')),
  bib_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Instructions refer to accounts, so they are never deleted.
  removed_at timestamptz
);
create index investor_bank_account_investor_idx on crm_bib.investor_bank_account (investor_id, id);
create index investor_bank_account_company_idx on crm_bib.investor_bank_account (company_id);
create index investor_bank_account_bank_idx on crm_bib.investor_bank_account (bank_code);
create index investor_bank_account_number_idx on crm_bib.investor_bank_account (company_id, number_hash);
create unique index investor_bank_account_taken on crm_bib.investor_bank_account (investor_id, bank_code, number_hash) where removed_at is null;
select kit.protect('crm_bib.investor_bank_account');
select kit.audit('crm_bib.investor_bank_account', 'number_sealed', 'number_hash');
