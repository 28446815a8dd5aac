-- In which company a decision on a person was taken: its reason is that company's business, not that of others where the person works.
alter table auth_bib.auth_user add column decided_in uuid references auth_bib.auth_company on delete set null;
create index auth_user_decided_in_idx on auth_bib.auth_user (decided_in);
