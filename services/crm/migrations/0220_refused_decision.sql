-- When Bib refused a decision about a payer, because it no longer held the money: its own report then counts, not the decision.
alter table crm_bib.payment_decision add column refused_at timestamptz(3);
grant update (refused_at) on crm_bib.payment_decision to crm_app;
