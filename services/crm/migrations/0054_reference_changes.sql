-- Holidays and banks are changed by people too, as the list of holidays changes mid-year and banks are renamed. Every change is kept: who,
-- when, and what it was. The service may not write the tables themselves, it may only make such a change.
create table crm_bib.market_holiday_change (
  id uuid primary key default uuidv7(),
  date date not null,
  action text not null check (action in ('put', 'remove')),
  before jsonb,
  after jsonb,
  reason text,
  changed_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  changed_at timestamptz not null default now()
);
create index market_holiday_change_date_idx on crm_bib.market_holiday_change (date);
select kit.audit('crm_bib.market_holiday_change');

create table crm_bib.bank_change (
  id uuid primary key default uuidv7(),
  code text not null references crm_bib.bank on delete cascade,
  before jsonb not null,
  after jsonb not null,
  changed_by uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  changed_at timestamptz not null default now()
);
create index bank_change_code_idx on crm_bib.bank_change (code);
select kit.audit('crm_bib.bank_change');

-- Sets a holiday. Saying what is so already changes nothing.
create function crm_bib.put_holiday(of_date date, of_name text, provisional boolean, because text) returns crm_bib.market_holiday
language plpgsql security definer set search_path = crm_bib, pg_catalog as $$
declare
  was market_holiday;
  became market_holiday;
begin
  -- Two who change the same day come one after the other, also when it is not there yet.
  perform pg_advisory_xact_lock(7002, of_date - date '2000-01-01');
  select * into was from market_holiday where date = of_date;
  insert into market_holiday values (of_date, of_name, provisional)
  on conflict (date) do update set name = excluded.name, is_provisional = excluded.is_provisional returning * into became;
  if was is distinct from became then
    insert into market_holiday_change (date, action, before, after, reason)
    values (of_date, 'put', case when was.date is not null then to_jsonb(was) end, to_jsonb(became), because);
  end if;
  return became;
end $$;
revoke execute on function crm_bib.put_holiday from public;
grant execute on function crm_bib.put_holiday to crm_app;

-- Removes a holiday; false when there is none on that day.
create function crm_bib.remove_holiday(of_date date, because text) returns boolean
language plpgsql security definer set search_path = crm_bib, pg_catalog as $$
declare
  was market_holiday;
begin
  delete from market_holiday where date = of_date returning * into was;
  if not found then return false; end if;
  insert into market_holiday_change (date, action, before, reason) values (of_date, 'remove', to_jsonb(was), because);
  return true;
end $$;
revoke execute on function crm_bib.remove_holiday from public;
grant execute on function crm_bib.remove_holiday to crm_app;

-- Changes a bank; what `changes` does not name stays. No row when there is no such bank.
create function crm_bib.change_bank(of_code text, changes jsonb) returns setof crm_bib.bank
language plpgsql security definer set search_path = crm_bib, pg_catalog as $$
declare
  was bank;
  became bank;
begin
  select * into was from bank where code = of_code for update;
  if not found then return; end if;
  became := jsonb_populate_record(was, changes - 'code');
  if was is distinct from became then
    update bank set name = became.name, bic = became.bic, is_active = became.is_active where code = of_code;
    insert into bank_change (code, before, after) values (of_code, to_jsonb(was), to_jsonb(became));
  end if;
  return next became;
end $$;
revoke execute on function crm_bib.change_bank from public;
grant execute on function crm_bib.change_bank to crm_app;
