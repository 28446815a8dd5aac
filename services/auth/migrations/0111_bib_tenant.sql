-- Who works under a company's code at Bib reads its book there and is sent its events: no two companies share one.
create unique index company_bib_tenant_taken on auth_bib.auth_company (lower(settings ->> 'bibTenant')) where kind = 'tenant' and deleted_at is null;
