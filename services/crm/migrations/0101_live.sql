alter table crm_bib.live_notice drop constraint live_notice_audience_check;
alter table crm_bib.live_notice add constraint live_notice_audience_check check (audience in ('book', 'person', 'company', 'everyone'));

-- What belongs to an investor's case is a change of the case: the RM sees how far the investor has come with the form.
create function crm_bib.fn_live_case() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and new is not distinct from old then return null; end if;
  insert into crm_bib.live_notice (audience, company_id, user_ids, kind, entity_id)
  select 'book', i.company_id, array[i.rm_id], 'investor', i.id::text
  from crm_bib.investor i where i.id = coalesce(new.investor_id, old.investor_id);
  return null;
end $$;
create trigger live after insert or update or delete on crm_bib.investor_document for each row execute function crm_bib.fn_live_case();
create trigger live after insert or update or delete on crm_bib.investor_bank_account for each row execute function crm_bib.fn_live_case();
create trigger live after insert or update on crm_bib.investor_risk_profile for each row execute function crm_bib.fn_live_case();
create trigger live after insert or update on crm_bib.consent for each row execute function crm_bib.fn_live_case();

-- A job that was given up, or is tried again: to who may see the outbox of its company.
create function crm_bib.announce_job(job_id bigint) returns void language sql security definer set search_path = pg_catalog as $$
  insert into crm_bib.live_notice (audience, company_id, kind, entity_id)
  select 'company', substr(f, 9)::uuid, 'outbox', j.id::text
  from crm_jobs._private_jobs j, jsonb_object_keys(j.flags) f where j.id = job_id and f like 'company:%'
$$;
revoke execute on function crm_bib.announce_job from public;
grant execute on function crm_bib.announce_job to crm_app;
