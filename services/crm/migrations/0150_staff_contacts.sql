-- Whose contact is it? An investor's link and code must not reach somebody who sells, and one mailbox must not stand for two investors unseen.

-- The mailbox that an address leads to: case and a tag after "+" make no other one, nor do dots at Gmail.
create function crm_bib.mailbox(address text) returns text language sql immutable parallel safe as $$
  select case
    when lower(address) ~ '@(gmail|googlemail)\.com$' then replace(split_part(split_part(lower(address), '@', 1), '+', 1), '.', '') || '@gmail.com'
    else regexp_replace(lower(address), '\+[^@]*@', '@')
  end
$$;

create index known_user_phone_idx on crm_bib.known_user (phone) where phone is not null;
create index known_user_mailbox_idx on crm_bib.known_user (crm_bib.mailbox(email)) where email is not null;
create index investor_mailbox_idx on crm_bib.investor (company_id, crm_bib.mailbox(email)) where email is not null;

-- Which of these contacts another investor of the active company has, also in books that the caller may not see: yes or no, nothing else.
create function crm_bib.contacts_known(given_phone text, given_email text, except_id uuid) returns table (phone boolean, email boolean)
language sql stable security definer set search_path = crm_bib, pg_temp as $$
  select
    exists (
      select from investor i where i.company_id = nullif(current_setting('app.company_id', true), '')::uuid
        and i.phone = given_phone and i.id <> except_id and i.status <> 'rejected'),
    exists (
      select from investor i where i.company_id = nullif(current_setting('app.company_id', true), '')::uuid
        and i.email is not null and mailbox(i.email) = mailbox(given_email) and i.id <> except_id and i.status <> 'rejected')
$$;
revoke execute on function crm_bib.contacts_known from public;
grant execute on function crm_bib.contacts_known to crm_app;
