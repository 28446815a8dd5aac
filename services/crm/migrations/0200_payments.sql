-- The money of an order. `payment` keeps what Bib said, in Bib's form; `paying` is what we made of it (contracts/crm/payments.ts), with
-- its state beside it for the list of who waits for money.
alter table crm_bib.instruction
  add column paying jsonb,
  add column payment_state text,
  -- The unpaid order that this one repeats for a later NAV date: each is repeated once.
  add column repeat_of uuid references crm_bib.instruction on delete set null;
create index instruction_payment_idx on crm_bib.instruction (company_id, payment_state, created_at desc, id desc) where payment_state is not null;
create unique index instruction_repeat_idx on crm_bib.instruction (repeat_of) where repeat_of is not null;

alter table crm_bib.instruction_event drop constraint instruction_event_about_check;
alter table crm_bib.instruction_event add constraint instruction_event_about_check check (about in ('status', 'correction', 'refund', 'payment'));

-- What the office decided about money whose payer's name is unlike the investor's: once for each receipt.
create table crm_bib.payment_decision (
  id uuid primary key default uuidv7(),
  instruction_id uuid not null references crm_bib.instruction on delete cascade,
  receipt_id text not null,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  verdict text not null check (verdict in ('accept', 'return')),
  reason text not null,
  decided_by uuid not null default nullif(current_setting('app.user_id', true), '')::uuid,
  decided_at timestamptz(3) not null,
  unique (instruction_id, receipt_id)
);
create index payment_decision_company_idx on crm_bib.payment_decision (company_id);
select kit.protect('crm_bib.payment_decision');
revoke update, delete on crm_bib.payment_decision from crm_app;
select kit.audit('crm_bib.payment_decision');
