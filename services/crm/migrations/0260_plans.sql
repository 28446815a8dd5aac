-- Recurring plans: funds with amounts, bought on a day of each month from one account. What the investor signed is a mandate; the
-- terms of a plan may be smaller than its mandate, never larger.
create table crm_bib.plan (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  rm_id uuid not null default nullif(current_setting('app.user_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete restrict,
  status text not null default 'awaiting-approval' check (status in ('awaiting-approval', 'active', 'paused', 'completed', 'stopped',
    'revoked', 'declined', 'expired')),
  status_reason text,
  -- Only the investor resumes what the investor has paused.
  paused_by text check (paused_by in ('rm', 'back-office', 'investor')),
  -- [{ productCode, productName, amount, riskLevel, aboveRiskProfile }]: at most five, in rupiah.
  lines jsonb not null,
  amount numeric(20, 2) not null check (amount > 0),
  day int not null check (day between 1 and 28),
  starts_on date not null,
  ends_on date,
  runs_at_most int check (runs_at_most > 0),
  goal_amount numeric(20, 2) check (goal_amount > 0),
  bank_account_id uuid not null references crm_bib.investor_bank_account on delete restrict,
  way text not null check (way in ('direct-debit', 'virtual-account')),
  amount_reason text,
  -- The day of the month of the next run, before the exchange's calendar moves it; null while nothing is to come.
  next_due_on date,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_one_end check (num_nonnulls(ends_on, runs_at_most, goal_amount) <= 1),
  constraint plan_paused_by check ((status = 'paused') = (paused_by is not null))
);
create index plan_company_idx on crm_bib.plan (company_id, created_at desc, id desc);
create index plan_rm_idx on crm_bib.plan (company_id, rm_id, created_at desc, id desc);
create index plan_status_idx on crm_bib.plan (company_id, status, created_at desc, id desc);
create index plan_due_idx on crm_bib.plan (company_id, next_due_on) where status = 'active';
create index plan_investor_idx on crm_bib.plan (investor_id, id desc);
create index plan_bank_account_idx on crm_bib.plan (bank_account_id);
select kit.protect('crm_bib.plan', 'rm_id');
select kit.audit('crm_bib.plan');

-- What the investor is asked to sign: the terms and, once signed, the document. The latest signed one is in force.
create table crm_bib.plan_mandate (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  plan_id uuid not null references crm_bib.plan on delete cascade,
  status text not null default 'waiting' check (status in ('waiting', 'signed', 'declined', 'expired', 'replaced', 'revoked')),
  terms jsonb not null,
  licence_number text not null,
  risk_band int,
  document jsonb,
  document_hash text,
  link_expires_at timestamptz,
  signed_at timestamptz,
  created_at timestamptz(3) not null default now(),
  constraint plan_mandate_signed check ((signed_at is null) = (document_hash is null))
);
create index plan_mandate_plan_idx on crm_bib.plan_mandate (plan_id, id desc);
create index plan_mandate_company_idx on crm_bib.plan_mandate (company_id);
create unique index plan_mandate_waiting_idx on crm_bib.plan_mandate (plan_id) where status = 'waiting';
create unique index plan_mandate_in_force_idx on crm_bib.plan_mandate (plan_id) where status = 'signed';
select kit.protect('crm_bib.plan_mandate');
select kit.audit('crm_bib.plan_mandate');

-- One fund of a plan in one month. The key makes a second run impossible, whoever tries.
create table crm_bib.plan_run (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  plan_id uuid not null references crm_bib.plan on delete cascade,
  mandate_id uuid references crm_bib.plan_mandate on delete set null,
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
  product_code text not null,
  product_name text not null,
  amount numeric(20, 2) not null check (amount > 0),
  run_on date not null,
  status text not null check (status in ('made', 'done', 'retrying', 'skipped')),
  reason text,
  attempts int not null default 1,
  retry_on date,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_run_once unique (plan_id, period, product_code),
  constraint plan_run_retry check ((status = 'retrying') = (retry_on is not null))
);
create index plan_run_company_idx on crm_bib.plan_run (company_id, status, retry_on);
create index plan_run_mandate_idx on crm_bib.plan_run (mandate_id) where mandate_id is not null;
select kit.protect('crm_bib.plan_run');
select kit.audit('crm_bib.plan_run');

create table crm_bib.plan_event (
  id bigint generated always as identity primary key,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  plan_id uuid not null references crm_bib.plan on delete cascade,
  what text not null,
  "by" text not null check ("by" in ('rm', 'back-office', 'investor', 'system')),
  detail text,
  at timestamptz not null default now()
);
create index plan_event_plan_idx on crm_bib.plan_event (plan_id, id);
create index plan_event_company_idx on crm_bib.plan_event (company_id);
select kit.protect('crm_bib.plan_event');

-- An instruction of a run: each attempt is one, and has the mandate for its signature.
alter table crm_bib.instruction
  add column plan_run_id uuid references crm_bib.plan_run on delete restrict,
  add column mandate_id uuid references crm_bib.plan_mandate on delete restrict,
  add column attempt int,
  add constraint instruction_of_mandate check (num_nonnulls(plan_run_id, mandate_id, attempt) in (0, 3));
create unique index instruction_plan_run_idx on crm_bib.instruction (plan_run_id, attempt) where plan_run_id is not null;
create index instruction_mandate_idx on crm_bib.instruction (mandate_id) where mandate_id is not null;

-- The links, codes and evidence of approvals serve mandates too. A lasting link manages what was signed.
alter table crm_bib.instruction_token
  alter column instruction_id drop not null,
  add column mandate_id uuid references crm_bib.plan_mandate on delete cascade,
  add column is_lasting boolean not null default false,
  add constraint instruction_token_of_one check (num_nonnulls(instruction_id, mandate_id) = 1);
create index instruction_token_mandate_idx on crm_bib.instruction_token (mandate_id) where mandate_id is not null;
alter table crm_bib.instruction_evidence
  alter column instruction_id drop not null,
  add column mandate_id uuid unique references crm_bib.plan_mandate on delete restrict,
  add constraint instruction_evidence_of_one check (num_nonnulls(instruction_id, mandate_id) = 1);

select kit.announce('crm_bib.plan', 'plan', 'book', 'rm_id', 'investor_id');
