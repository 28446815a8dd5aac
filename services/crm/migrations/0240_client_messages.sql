-- What was sent to a client, and what became of it. An address is kept masked only. `values` are those of the wording, for sending it
-- again; of a message with a code or a link there are none.
create table crm_bib.client_message (
  id uuid primary key,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  instruction_id uuid references crm_bib.instruction on delete set null,
  kind text not null,
  channel text not null check (channel in ('email', 'sms', 'whatsapp')),
  sent_to text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'read', 'failed', 'fell-back')),
  values jsonb,
  -- The provider's own id of the message.
  provider_id text,
  error_code text,
  created_at timestamptz(3) not null default now(),
  sent_at timestamptz(3),
  delivered_at timestamptz(3),
  read_at timestamptz(3),
  failed_at timestamptz(3),
  -- The message that was sent in its place.
  replaced_by uuid references crm_bib.client_message on delete set null,
  created_by uuid default nullif(current_setting('app.user_id', true), '')::uuid
);
create index client_message_company_idx on crm_bib.client_message (company_id, created_at, id);
create index client_message_investor_idx on crm_bib.client_message (investor_id, created_at desc, id desc);
create index client_message_instruction_idx on crm_bib.client_message (instruction_id) where instruction_id is not null;
create index client_message_replaced_idx on crm_bib.client_message (replaced_by) where replaced_by is not null;
select kit.protect('crm_bib.client_message');
revoke delete on crm_bib.client_message from crm_app;

-- How a client wants to be written to. Without a row: the default channels, in both languages.
create table crm_bib.client_preference (
  id uuid primary key references crm_bib.investor on delete cascade,
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  channel text check (channel in ('email', 'sms', 'whatsapp')),
  language text check (language in ('id', 'en')),
  takes_reminders boolean not null default true,
  takes_statements boolean not null default true,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
create index client_preference_company_idx on crm_bib.client_preference (company_id);
select kit.protect('crm_bib.client_preference');
select kit.audit('crm_bib.client_preference');
