-- Who could decide for a company until lately. Whoever takes the other administrator out does not become a company of one by it: auth reads
-- that from the trail, and crm hears of it here, when the projection of a person loses it.
create table crm_bib.decider_gone (
  company_id uuid not null,
  user_id uuid not null,
  was_admin boolean not null,
  gone_at timestamptz(3) not null,
  primary key (company_id, user_id)
);
select kit.force_rls('crm_bib.decider_gone');
create policy tenant_reads on crm_bib.decider_gone for select
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid) or (select current_setting('app.realm', true) = 'identity'));
create policy feed_writes on crm_bib.decider_gone using ((select current_setting('app.realm', true) = 'identity'));
