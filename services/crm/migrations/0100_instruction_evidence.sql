-- An instruction whose NAV date could no longer be had is approved again: each approval has its evidence.
alter table crm_bib.instruction_evidence drop constraint instruction_evidence_instruction_id_key;
create index instruction_evidence_instruction_idx on crm_bib.instruction_evidence (instruction_id, signed_at desc);

-- What the quantity was worth when the instruction was made: above an amount of the company a drawn signature does not do.
alter table crm_bib.instruction add column worth numeric(20, 2);

-- The back office sends links again and cancels.
alter table crm_bib.instruction_event drop constraint instruction_event_by_check;
alter table crm_bib.instruction_event add constraint instruction_event_by_check check ("by" in ('rm', 'back-office', 'investor', 'bib', 'system'));
