-- Counts what Bib says of changed products. A sale is checked on products that were read at the present count, in whichever process:
-- a sequence, as there is nothing to lock and nothing to roll back. Too high a count only makes one ask Bib again.
create sequence crm_bib.product_edition as bigint minvalue 0 start 0;
select nextval('crm_bib.product_edition');
grant select, usage on sequence crm_bib.product_edition to crm_app;
