-- Why somebody senior agreed to a politically exposed person: source of wealth and what was looked at (POJK 8/2023).
alter table crm_bib.investor add column senior_approval_note text;
