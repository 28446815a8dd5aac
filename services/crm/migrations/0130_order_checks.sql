-- What an order was asked before it was taken, and what Bib said afterwards of an allocation or a payment.
alter table crm_bib.instruction
  -- The open order of the same that the RM was shown and that this one is meant to stand beside.
  add column duplicate_of uuid references crm_bib.instruction on delete set null,
  -- Why the amount was asked about, and the RM's answer.
  add column amount_questions text[] not null default '{}',
  add column amount_reason text,
  add column allocated_fee numeric(20, 2),
  -- Of a switch: what was bought in the target.
  add column allocated_target jsonb,
  add column corrected_at timestamptz,
  -- Money on its way back or returned: amount, status, reason, when it was announced and when it was paid.
  add column refund jsonb,
  add constraint amount_answered check (amount_questions = '{}' or amount_reason is not null);
create index instruction_duplicate_idx on crm_bib.instruction (duplicate_of) where duplicate_of is not null;

-- An entry of the time line may be of a status, a corrected allocation (before and after) or a refund.
alter table crm_bib.instruction_event
  add column about text not null default 'status' check (about in ('status', 'correction', 'refund')),
  add column data jsonb;
