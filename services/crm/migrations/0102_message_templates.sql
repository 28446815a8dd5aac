-- A company's own wording of what its investors are sent; where there is none, ours is sent.
create table crm_bib.message_template (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  kind text not null,
  channel text not null check (channel in ('email', 'sms')),
  language text not null check (language in ('id', 'en')),
  subject text,
  text text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint message_template_key unique (company_id, kind, channel, language),
  constraint message_template_subject check ((channel = 'email') = (subject is not null))
);
select kit.protect('crm_bib.message_template');
select kit.audit('crm_bib.message_template');
