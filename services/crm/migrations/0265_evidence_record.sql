-- Each approval as one text that a stranger can check (UU ITE art. 11): canonical JSON (RFC 8785), its hash, and the
-- hash of the record before it in the company. Whoever takes out or changes a record breaks the chain.
create table crm_bib.evidence_record (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  sequence int not null check (sequence > 0),
  evidence_id uuid not null references crm_bib.instruction_evidence on delete restrict,
  record text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  previous_hash text check (previous_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now(),
  constraint evidence_record_once unique (evidence_id),
  constraint evidence_record_hash unique (hash),
  constraint evidence_record_sequence unique (company_id, sequence),
  constraint evidence_record_chained check ((sequence = 1) = (previous_hash is null))
);
select kit.protect('crm_bib.evidence_record');
revoke update, delete on crm_bib.evidence_record from crm_app;
-- Not audited: each record follows an audited row of instruction_evidence, and the chain itself shows changes.

-- The public page knows a hash and no company.
create function crm_bib.evidence_record_of(record_hash text) returns table (company_id uuid, id uuid)
language sql stable security definer set search_path = crm_bib, pg_temp as $$
  select r.company_id, r.id from evidence_record r where r.hash = record_hash
$$;
revoke execute on function crm_bib.evidence_record_of from public;
grant execute on function crm_bib.evidence_record_of to crm_app;
