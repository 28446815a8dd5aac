-- Links that were out when 0104 came hold the phone fast also where the RM had given none, so that nobody could finish such a case. What
-- the phone was when a link was sent is in the audit trail: the last change of it before that.
update crm_bib.investor_token t set fixes_phone = false
where fixes_phone and used_at is null and voided_at is null and (
  select l.after ->> 'phone' is null from auth_bib.auth_user_action_log l
  where l.company_id = t.company_id and l.entity = 'investor' and l.entity_id = t.investor_id::text and l.after ? 'phone' and l.at <= t.created_at
  order by l.at desc, l.id desc limit 1);
