-- Who is told of a case that waits for review.
alter table crm_bib.known_user add column reviewer_of uuid[] not null default '{}';
