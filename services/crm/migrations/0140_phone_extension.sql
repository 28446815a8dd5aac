-- The extension behind a switchboard is no part of a number that is dialled, compared or unique.
alter table crm_bib.lead add column phone_extension text constraint lead_phone_extension_check check (phone_extension ~ '^[0-9]{1,6}$');
