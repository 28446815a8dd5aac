-- Master data, and what crm knows of users and companies.
create table crm_bib.bank (
  code text primary key check (code ~ '^[0-9]{3}$'),
  name text not null,
  bic text,
  is_active boolean not null default true
);
create table crm_bib.country (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  alpha3 text not null,
  name_id text not null,
  name_en text not null
);
-- Codes of Kemendagri. KSEI's own list of cities for the S-INVEST file differs, hence the nullable column.
create table crm_bib.province (code text primary key, name text not null);
create table crm_bib.city (
  code text primary key,
  province_code text not null references crm_bib.province on delete restrict,
  name text not null,
  ksei_city_code text
);
create index city_province_code_idx on crm_bib.city (province_code);
create table crm_bib.district (
  code text primary key,
  city_code text not null references crm_bib.city on delete restrict,
  name text not null
);
create index district_city_code_idx on crm_bib.district (city_code);
-- Exchange holidays change mid-year: each import is a version, the latest counts.
create table crm_bib.market_holiday (
  date date primary key,
  name text not null,
  is_provisional boolean not null default false
);
select kit.publish_reference(t) from unnest(array['crm_bib.bank', 'crm_bib.country', 'crm_bib.province', 'crm_bib.city', 'crm_bib.district', 'crm_bib.market_holiday']::regclass[]) t;

-- A projection of auth's users and companies, fed by jobs; `sequence` refuses what is older.
create table crm_bib.known_company (
  company_id uuid primary key,
  sequence bigint not null,
  code text not null,
  name text not null,
  is_active boolean not null,
  settings jsonb not null default '{}'
);
select kit.protect('crm_bib.known_company');
create table crm_bib.known_user (
  id uuid primary key,
  sequence bigint not null,
  full_name text not null,
  email text,
  phone text,
  status text not null,
  company_ids uuid[] not null,
  licence_number text,
  licence_expires_on date
);
select kit.force_rls('crm_bib.known_user');
create policy tenant_reads on crm_bib.known_user for select
  using (company_ids && (select nullif(current_setting('app.company_ids', true), '')::uuid[]) or (select current_setting('app.realm', true) = 'identity'));
create policy feed_writes on crm_bib.known_user using ((select current_setting('app.realm', true) = 'identity'));
