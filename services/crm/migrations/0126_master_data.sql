-- Corrections of the master data of before: names, BICs and mergers of banks, and the day of Nyepi in 2027. What people changed is theirs and
-- stays, also where they took it out. A new installation has none of it yet, and loads the corrected lists.
update crm_bib.bank b set name = c.name, bic = c.bic, is_active = c.is_active
from (values
  ('033', 'Bank of America Merrill Lynch', 'BOFAID2X', true),
  ('213', 'Bank SMBC Indonesia (d/h BTPN / Jenius)', 'SUNIIDJA', true),
  ('405', 'Bank Syariah Nasional (d/h Bank Victoria Syariah)', 'SWAGIDJ1', true),
  ('466', 'Bank Andara (d/h)', 'RIPAIDJ1', false),
  ('501', 'Bank Digital BCA (blu)', 'BBLUIDJA', true),
  ('513', 'Bank Ina Perdana', 'INPBIDJ1', true),
  ('526', 'Bank Oke Indonesia', 'LMANIDJ1', true),
  ('535', 'SeaBank Indonesia', 'SSPIIDJA', true),
  ('542', 'Bank Jago', 'JAGBIDJA', true),
  ('567', 'Allo Bank Indonesia', 'ALOBIDJA', true),
  ('734', 'Bank Sinarmas', 'SYTBIDJ1', false)
) c (code, name, bic, is_active)
where b.code = c.code and not exists (select from crm_bib.bank_change was where was.code = b.code);

insert into crm_bib.bank (code, name, bic, is_active)
select * from (values ('253', 'Bank Nano Syariah', null::text, true)) added
where exists (select from crm_bib.bank)
on conflict (code) do nothing;

insert into crm_bib.market_holiday (date, name, is_provisional)
select date, 'Hari Suci Nyepi', true from (values (date '2027-03-08')) moved (date)
where exists (select from crm_bib.market_holiday)
  and not exists (select from crm_bib.market_holiday_change was where was.date in (moved.date, date '2027-03-09'))
on conflict (date) do nothing;
delete from crm_bib.market_holiday h
where h.date = '2027-03-09' and not exists (select from crm_bib.market_holiday_change was where was.date = h.date);
