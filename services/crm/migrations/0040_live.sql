select kit.announce('crm_bib.lead', 'lead', 'book', 'rm_id');
select kit.announce('crm_bib.investor', 'investor', 'book', 'rm_id');
select kit.announce('crm_bib.instruction', 'instruction', 'book', 'rm_id', 'investor_id');
