-- What a returned part said when it was returned, as it may be shown, and a keyed hash of what it said in full: masks of two numbers may
-- be alike. Null for what was returned before this was kept.
alter table crm_bib.investor_return_reason add column was jsonb, add column was_hash bytea;
