create table crm_bib.investor_document (
  id uuid primary key default uuidv7(),
  company_id uuid not null default nullif(current_setting('app.company_id', true), '')::uuid,
  investor_id uuid not null references crm_bib.investor on delete cascade,
  type text not null check (type in ('ktp', 'passport', 'selfie', 'npwp', 'signature', 'bank-book', 'deed', 'deed-amendment', 'decree', 'nib', 'siup',
    'skd', 'authorised-identity', 'owner-identity', 'board-resolution', 'specimen-signatures', 'other')),
  status text not null default 'declared' check (status in ('declared', 'stored')),
  -- Where the file is kept; names are our own.
  storage_key text,
  thumbnail_key text,
  media_type text,
  size_bytes int,
  sha256 text,
  width int,
  height int,
  uploaded_by text check (uploaded_by in ('user', 'investor')),
  stored_at timestamptz,
  created_at timestamptz not null default now(),
  constraint stored_is_complete check (status = 'declared' or num_nulls(storage_key, media_type, size_bytes, sha256, stored_at) = 0)
);
create index investor_document_investor_idx on crm_bib.investor_document (investor_id, id);
create index investor_document_company_idx on crm_bib.investor_document (company_id);
create unique index investor_document_storage_key_idx on crm_bib.investor_document (storage_key) where storage_key is not null;
create unique index investor_document_thumbnail_key_idx on crm_bib.investor_document (thumbnail_key) where thumbnail_key is not null;
select kit.protect('crm_bib.investor_document');
select kit.audit('crm_bib.investor_document');
