-- Which reminders of the end of a licence were sent: each once, also when a day was missed.
create table crm_bib.licence_reminder (
  id uuid primary key default uuidv7(),
  user_id uuid not null,
  licence_expires_on date not null,
  days int not null check (days in (90, 30, 7)),
  sent_at timestamptz not null default now(),
  constraint licence_reminder_once unique (user_id, licence_expires_on, days)
);
select kit.force_rls('crm_bib.licence_reminder');
create policy system_only on crm_bib.licence_reminder using ((select current_setting('app.realm', true) = 'identity'));
select kit.audit('crm_bib.licence_reminder');

-- Companies whose administrator a user is: they hear of licences that end.
alter table crm_bib.known_user add column admin_of uuid[] not null default '{}';
create index known_user_licence_idx on crm_bib.known_user (licence_expires_on) where status = 'active' and licence_expires_on is not null;
