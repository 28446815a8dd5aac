-- What the migrations before this one made; later ones name pg_temp themselves, and a test insists.
select kit.harden_functions('crm_bib');
