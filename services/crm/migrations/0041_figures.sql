-- Instructions a day, for the home screen.
create index instruction_created_idx on crm_bib.instruction (company_id, created_at);
