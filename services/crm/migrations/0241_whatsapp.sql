-- What WhatsApp adds to a message: the number that sent it, and when it is sent by SMS if nothing was delivered. A message that is not
-- urgent waits for the end of the quiet hours.
alter table crm_bib.client_message
  add column sender text,
  add column fall_back_at timestamptz(3),
  add column waits_until timestamptz(3);

-- Makes a waiting job due now, such as the fall-back of a message that was not delivered. A running one decides by itself.
create function crm_bib.hurry_job(key text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform crm_jobs.reschedule_jobs(array_agg(j.id), run_at => now()) from crm_jobs.jobs j
  where j.key = hurry_job.key and j.locked_at is null and j.run_at > now()
    and j.flags ? ('company:' || nullif(current_setting('app.company_id', true), ''))
  having count(*) > 0;
end $$;
revoke execute on function crm_bib.hurry_job from public;
grant execute on function crm_bib.hurry_job to crm_app;
