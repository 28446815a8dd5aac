-- Where a company sends another code to Bib and S-INVEST than the default of the list (contracts: crm/code-lists.ts).
create table crm_bib.code_list_entry (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  list text not null,
  code text not null,
  sinvest_code text not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  constraint code_list_entry_known unique (company_id, list, code)
);
select kit.protect('crm_bib.code_list_entry');
select kit.audit('crm_bib.code_list_entry');
