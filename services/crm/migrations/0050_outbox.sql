-- The job queue as the people of a company may see it. Whose a job is stands in its flags, written by add_job and nowhere else, so
-- that no caller can forget it and messages to people carry nothing more than they must.
create or replace function crm_bib.add_job(task text, payload json, job_key text, queue text, run_at timestamptz, max_attempts int) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  company text := coalesce(payload ->> 'companyId', nullif(current_setting('app.company_id', true), ''));
begin
  perform crm_jobs.add_job(identifier => task, payload => payload, job_key => job_key, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, flags => case when company is not null then array['company:' || company] end);
end $$;

-- The first line of an error without anything that the payload holds, and without what looks like a number of a person or a token.
create function crm_bib.without_secrets(message text, payload jsonb) returns text
language plpgsql immutable set search_path = pg_catalog as $$
declare
  shown text := left(split_part(message, E'\n', 1), 2000);
  held text;
begin
  for held in
    select distinct v #>> '{}' from jsonb_path_query(payload, 'strict $.**') v
    where jsonb_typeof(v) in ('string', 'number') and length(v #>> '{}') >= 4 order by 1 desc
  loop
    shown := replace(shown, held, '***');
  end loop;
  return left(regexp_replace(shown, '[A-Za-z0-9_-]{40,}|[0-9]{6,}|[^\s@]+@[^\s@]+\.[a-z]+', '***', 'g'), 300);
end $$;

-- Jobs of the companies that may be read: what is due or has failed. What is only planned for later (a reminder, the end of a
-- link) is no concern of an operator.
create function crm_bib.outbox_jobs(of_state text, of_task text, before_id bigint, at_most int)
returns table (id bigint, company_id uuid, task text, record_id text, state text, attempts int, max_attempts int, last_error text,
  created_at timestamptz, next_run_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select j.id, (select substr(f, 9)::uuid from jsonb_object_keys(j.flags) f where f like 'company:%' limit 1), t.identifier,
    coalesce(j.payload ->> 'investorId', j.payload ->> 'instructionId', j.payload ->> 'leadId', j.payload ->> 'reportId', j.payload ->> 'id'),
    s.state, j.attempts, j.max_attempts, crm_bib.without_secrets(j.last_error, j.payload::jsonb), j.created_at,
    case when s.state <> 'dead' then j.run_at end
  from crm_jobs._private_jobs j join crm_jobs._private_tasks t on t.id = j.task_id
  cross join lateral (select case
    when j.attempts >= j.max_attempts and j.locked_at is null then 'dead'
    when j.last_error is not null then 'retrying' else 'waiting' end) s (state)
  where j.flags ?| (select array_agg('company:' || c) from unnest(nullif(current_setting('app.company_ids', true), '')::uuid[]) c)
    and (j.last_error is not null or j.run_at <= now())
    and (of_state is null or s.state = of_state) and (of_task is null or t.identifier = of_task)
    and (before_id is null or j.id < before_id)
  order by j.id desc limit least(at_most, 101)
$$;
revoke execute on function crm_bib.outbox_jobs from public;
grant execute on function crm_bib.outbox_jobs to crm_app;

-- Starts a failed job of the active company again with all its attempts. Null: there is no such job here; `running` and `waiting`:
-- there is nothing to replay.
create function crm_bib.replay_job(job_id bigint) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  job record;
begin
  select j.locked_at, j.last_error into job from crm_jobs._private_jobs j
  where j.id = job_id and j.flags ? ('company:' || nullif(current_setting('app.company_id', true), '')) for update;
  if not found then return null; end if;
  if job.locked_at is not null then return 'running'; end if;
  if job.last_error is null then return 'waiting'; end if;
  perform crm_jobs.reschedule_jobs(array[job_id], run_at => now(), attempts => 0);
  return 'replayed';
end $$;
revoke execute on function crm_bib.replay_job from public;
grant execute on function crm_bib.replay_job to crm_app;
