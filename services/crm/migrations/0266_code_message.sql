-- The message that brought the link's code: the evidence names the channels by which it went.
alter table crm_bib.instruction_token add column code_message_id uuid;
