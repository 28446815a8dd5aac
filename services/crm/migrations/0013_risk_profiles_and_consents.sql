-- Questionnaires of a company. The built-in one is version 1 and has no row here.
create table crm_bib.risk_questionnaire (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  version int not null check (version > 1),
  questions jsonb not null,
  bands jsonb not null,
  published_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  published_at timestamptz not null default now(),
  constraint questionnaire_version_taken unique (company_id, version)
);
select kit.protect('crm_bib.risk_questionnaire');
select kit.audit('crm_bib.risk_questionnaire');
revoke update, delete on crm_bib.risk_questionnaire from crm_app;

-- Each assessment is kept: which one counted on a day must be known years later.
create table crm_bib.investor_risk_profile (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  questionnaire_version int not null,
  answers jsonb not null,
  score int not null,
  band int not null check (band between 1 and 5),
  "by" text not null check ("by" in ('user', 'investor')),
  profiled_on date not null,
  expires_on date not null,
  created_at timestamptz not null default now()
);
create index investor_risk_profile_investor_idx on crm_bib.investor_risk_profile (investor_id, id desc);
create index investor_risk_profile_company_idx on crm_bib.investor_risk_profile (company_id);
select kit.protect('crm_bib.investor_risk_profile');
select kit.audit('crm_bib.investor_risk_profile');
revoke update, delete on crm_bib.investor_risk_profile from crm_app;

-- UU 27/2022: purpose, text version and words, time, withdrawal.
create table crm_bib.consent (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  purpose text not null,
  text_version text not null,
  language text not null check (language in ('id', 'en')),
  words text not null,
  "by" text not null check ("by" in ('user', 'investor')),
  given_at timestamptz not null,
  ip text,
  device text,
  withdrawn_at timestamptz,
  withdrawal_reason text
);
create index consent_investor_idx on crm_bib.consent (investor_id, id desc);
create index consent_company_idx on crm_bib.consent (company_id);
create unique index consent_in_force on crm_bib.consent (investor_id, purpose, text_version) where withdrawn_at is null;
select kit.protect('crm_bib.consent');
select kit.audit('crm_bib.consent');
revoke delete on crm_bib.consent from crm_app;
