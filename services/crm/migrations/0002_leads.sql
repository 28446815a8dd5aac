create table crm_bib.lead (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  rm_id uuid not null default nullif(current_setting('app.user_id', true), '')::uuid,
  full_name text not null,
  phone text not null check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  email text,
  interest text,
  source text,
  tags text[] not null default '{}',
  status text not null default 'new' check (status in ('new', 'contacted', 'qualified', 'proposal', 'converted', 'lost')),
  lost_reason text,
  next_follow_up_at timestamptz,
  investor_id uuid,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz not null default now(),
  constraint lead_phone_taken unique (company_id, rm_id, phone),
  constraint lost_reason_missing check (status <> 'lost' or lost_reason is not null)
);
create index lead_company_idx on crm_bib.lead (company_id, created_at desc, id desc);
create index lead_rm_idx on crm_bib.lead (company_id, rm_id, created_at desc, id desc);
create index lead_status_idx on crm_bib.lead (company_id, status, created_at desc, id desc);
create index lead_follow_up_idx on crm_bib.lead (company_id, rm_id, next_follow_up_at) where next_follow_up_at is not null;
create index lead_phone_idx on crm_bib.lead (company_id, phone);
create index lead_email_idx on crm_bib.lead (company_id, lower(email)) where email is not null;
select kit.protect('crm_bib.lead', 'rm_id');
select kit.audit('crm_bib.lead');

create table crm_bib.lead_activity (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  lead_id uuid not null references crm_bib.lead on delete cascade,
  author_id uuid default nullif(current_setting('app.user_id', true), '')::uuid,
  kind text not null check (kind in ('note', 'call', 'meeting', 'message', 'status')),
  text text not null,
  happened_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index lead_activity_lead_idx on crm_bib.lead_activity (lead_id, id desc);
create index lead_activity_company_idx on crm_bib.lead_activity (company_id);
select kit.protect('crm_bib.lead_activity');
select kit.audit('crm_bib.lead_activity');

-- Leads of the active company with the same phone or e-mail, also of RMs whose book the caller may not see: only that there
-- is one, and whose it is.
create function crm_bib.lead_duplicates(of_phone text, of_email text, except_id uuid)
returns table (kind text, rm_name text, matches text) language sql stable security definer set search_path = crm_bib as $$
  select 'lead', u.full_name, case when l.phone = of_phone then 'phone' else 'email' end
  from lead l left join known_user u on u.id = l.rm_id
  where l.company_id = nullif(current_setting('app.company_id', true), '')::uuid
    and l.id <> except_id
    and (l.phone = of_phone or (of_email is not null and lower(l.email) = lower(of_email)))
  limit 5
$$;
revoke execute on function crm_bib.lead_duplicates from public;
grant execute on function crm_bib.lead_duplicates to crm_app;
