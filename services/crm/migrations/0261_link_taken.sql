-- When an RM first took a link to hand it over: from then on declining behind it asks for the code too, since the link alone no longer
-- shows who holds it.
alter table crm_bib.instruction_token add column taken_at timestamptz;
