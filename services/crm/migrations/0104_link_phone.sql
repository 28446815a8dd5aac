-- Where the RM had entered a phone when the link was sent, who holds the link cannot choose another: the code goes there.
alter table crm_bib.investor_token add column fixes_phone boolean not null default true;
