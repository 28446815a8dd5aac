-- When an address was proved: by a code that went there, or vouched for by an administrator who entered it. What somebody merely
-- claimed when registering is nobody's until then: it blocks no one, gets no notice and opens no account.
alter table auth_bib.auth_user add column email_verified_at timestamptz, add column phone_verified_at timestamptz;

-- Of applications that still wait, the channel of the code that was entered tells which of the two was proved.
update auth_bib.auth_user u set
  email_verified_at = case when u.email is not null and u.status <> 'pending' or p.channel = 'email' then coalesce(p.used_at, u.created_at) end,
  phone_verified_at = case when u.phone is not null and u.status <> 'pending' or p.channel = 'sms' then coalesce(p.used_at, u.created_at) end
from auth_bib.auth_user same
left join lateral (
  select o.channel, o.used_at from auth_bib.auth_ott o
  where o.user_id = same.id and o.purpose = 'register' and o.used_at is not null order by o.used_at desc limit 1) p on true
where same.id = u.id and u.status not in ('registered', 'rejected');
update auth_bib.auth_user set phone_verified_at = created_at
where status = 'pending' and email_verified_at is null and phone_verified_at is null and phone is not null;
update auth_bib.auth_user set email_verified_at = created_at
where status = 'pending' and email_verified_at is null and phone_verified_at is null and email is not null;

-- Addresses that change outside a registration were proved by a code or are vouched for by who entered them. A program of the version
-- before, which knows no such instants, is served as well.
create function auth_bib.fn_contact_proved() returns trigger language plpgsql set search_path = auth_bib, pg_catalog, pg_temp as $$
begin
  if new.status in ('registered', 'rejected') then return new; end if;
  if tg_op = 'INSERT' then
    if new.email_verified_at is null and new.phone_verified_at is null then
      new.email_verified_at := case when new.email is not null then now() end;
      new.phone_verified_at := case when new.phone is not null then now() end;
    end if;
    return new;
  end if;
  if new.email is distinct from old.email and new.email_verified_at is not distinct from old.email_verified_at then
    new.email_verified_at := case when new.email is not null then now() end;
  end if;
  if new.phone is distinct from old.phone and new.phone_verified_at is not distinct from old.phone_verified_at then
    new.phone_verified_at := case when new.phone is not null then now() end;
  end if;
  if new.email_verified_at is null and new.phone_verified_at is null then
    if new.phone is not null then new.phone_verified_at := now(); else new.email_verified_at := now(); end if;
  end if;
  return new;
end $$;
create trigger contact_proved before insert or update of email, phone, status on auth_bib.auth_user
for each row execute function auth_bib.fn_contact_proved();

drop index auth_bib.user_email_taken;
drop index auth_bib.user_phone_taken;
create unique index user_email_taken on auth_bib.auth_user (email)
where deleted_at is null and email_verified_at is not null and status not in ('registered', 'rejected');
create unique index user_phone_taken on auth_bib.auth_user (phone)
where deleted_at is null and phone_verified_at is not null and status not in ('registered', 'rejected');

-- Wrong codes of an account in a row, over all its challenges (NIST SP 800-63B-4, 3.2.2). Emptied by a right one or a new password.
create table auth_bib.auth_wrong_codes (
  user_id uuid primary key references auth_bib.auth_user on delete cascade,
  in_a_row int not null,
  stopped_at timestamptz
);
select kit.force_rls('auth_bib.auth_wrong_codes');
create policy identity_realm on auth_bib.auth_wrong_codes using ((select current_setting('app.realm', true) = 'identity'));
grant select, insert, update, delete on auth_bib.auth_wrong_codes to auth_app;
