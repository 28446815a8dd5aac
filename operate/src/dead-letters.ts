// Jobs that were tried as often as they may be: told, and told to try again once the cause is gone. The back office sees those of its
// company in the console; an operator sees all, those of auth among them.
import pg from 'pg'

const queues = ['auth_jobs', 'crm_jobs'] as const

export type DeadLetter = {
  queue: string
  id: string
  task: string
  attempts: number
  since: string
  error: string
}

/** What gave up, oldest first, without what it was about: that may be personal. As the owner of the database. */
export async function deadLetters(ownerUrl: string): Promise<DeadLetter[]> {
  return await withClient(ownerUrl, async (client) => {
    const found = queues.map(
      (queue) =>
        `select '${queue}' as queue, j.id::text, t.identifier as task, j.attempts::int, j.updated_at as since, crm_bib.without_secrets(coalesce(j.last_error, ''), j.payload::jsonb) as error
         from ${queue}._private_jobs j join ${queue}._private_tasks t on t.id = j.task_id where j.attempts >= j.max_attempts and j.locked_at is null`,
    )
    const { rows } = await client.query<Omit<DeadLetter, 'since'> & { since: Date }>(
      `${found.join(' union all ')} order by since`,
    )
    return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }))
  })
}

/** Lets all of them try again from now on, as often as at first. Gives how many. */
export async function replayDeadLetters(ownerUrl: string): Promise<number> {
  const dead = await deadLetters(ownerUrl)
  return await withClient(ownerUrl, async (client) => {
    for (const { queue, id } of dead)
      await client.query(
        `select ${pg.escapeIdentifier(queue)}.reschedule_jobs(array[$1::bigint], run_at => now(), attempts => 0)`,
        [id],
      )
    return dead.length
  })
}

async function withClient<R>(ownerUrl: string, use: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
