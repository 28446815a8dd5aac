-- Names by which people look for a bank besides the official one. Nobody can have changed them: they come to every row.
alter table crm_bib.bank add column also text[] not null default '{}';
update crm_bib.bank b set also = c.also
from (values
  ('110', array['Bank Jabar Banten', 'BJB']),
  ('111', array['Bank DKI', 'Bank Jakarta']),
  ('113', array['Bank Jateng']),
  ('114', array['Bank Jatim']),
  ('118', array['Bank Nagari', 'BPD Sumbar']),
  ('119', array['BRK Syariah']),
  ('127', array['BSG', 'Bank SulutGo']),
  ('128', array['Bank NTB Syariah']),
  ('129', array['BPD Bali'])
) c (code, also)
where b.code = c.code;
