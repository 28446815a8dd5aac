-- Reminders of follow-ups. By a trigger, as a lead's follow-up and status change in many ways (edits, the time line, imports,
-- conversion), and none of them may leave a reminder standing that should not.
create function crm_bib.fn_lead_reminder() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'DELETE' then
    if new.status not in ('converted', 'lost') and new.next_follow_up_at > now() then
      perform crm_bib.add_job('lead.remind', json_build_object('companyId', new.company_id, 'leadId', new.id, 'at', new.next_follow_up_at),
        'lead-remind:' || new.id, null, new.next_follow_up_at, null);
      return null;
    end if;
  end if;
  if tg_op <> 'INSERT' then
    perform crm_jobs.remove_job('lead-remind:' || old.id);
  end if;
  return null;
end $$;
create trigger reminder_insert after insert on crm_bib.lead for each row
  when (new.next_follow_up_at is not null) execute function crm_bib.fn_lead_reminder();
create trigger reminder_update after update on crm_bib.lead for each row
  when (new.next_follow_up_at is distinct from old.next_follow_up_at or (new.next_follow_up_at is not null and new.status <> old.status))
  execute function crm_bib.fn_lead_reminder();
create trigger reminder_delete after delete on crm_bib.lead for each row
  when (old.next_follow_up_at is not null) execute function crm_bib.fn_lead_reminder();

-- The tags in use, without walking the leads that have none.
create index lead_tagged_idx on crm_bib.lead (company_id, rm_id) where tags <> '{}';

-- Leads and investors of the active company with the same phone or e-mail, also in books that the caller may not see: only that
-- there is one, and whose it is. The investor that the lead itself became is none.
create or replace function crm_bib.lead_duplicates(of_phone text, of_email text, except_id uuid)
returns table (kind text, rm_name text, matches text) language sql stable security definer set search_path = crm_bib as $$
  (select 'lead', u.full_name, case when l.phone = of_phone then 'phone' else 'email' end
  from lead l left join known_user u on u.id = l.rm_id
  where l.company_id = nullif(current_setting('app.company_id', true), '')::uuid
    and l.id <> except_id
    and (l.phone = of_phone or (of_email is not null and lower(l.email) = lower(of_email)))
  limit 5)
  union all
  (select 'investor', u.full_name, case when i.phone = of_phone then 'phone' else 'email' end
  from investor i left join known_user u on u.id = i.rm_id
  where i.company_id = nullif(current_setting('app.company_id', true), '')::uuid
    and i.lead_id is distinct from except_id and i.status <> 'rejected'
    and (i.phone = of_phone or (of_email is not null and lower(i.email) = lower(of_email)))
  limit 5)
$$;
