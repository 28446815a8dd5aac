-- People, roles and companies are read in the active company, as everything else (the foundation's 0020); one's own companies and
-- their roles stay in sight, so that one can change to them.
alter policy own_reads on auth_bib.auth_company using (
  id = (select nullif(current_setting('app.company_id', true), '')::uuid)
  or id = any(array(select m.company_id from auth_bib.auth_membership m where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))));
alter policy own_reads on auth_bib.auth_role using (
  company_id is null
  or company_id = (select nullif(current_setting('app.company_id', true), '')::uuid)
  or company_id = any(array(select m.company_id from auth_bib.auth_membership m where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))));
alter policy colleagues on auth_bib.auth_user using (
  id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  or company_ids @> array[(select nullif(current_setting('app.company_id', true), '')::uuid)]);
alter policy colleague_updates on auth_bib.auth_user using (
  id = (select nullif(current_setting('app.user_id', true), '')::uuid)
  or company_ids @> array[(select nullif(current_setting('app.company_id', true), '')::uuid)]);
