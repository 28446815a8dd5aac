// Jobs that used up their attempts: listed, and retried once the cause is gone. The back office
// sees its company's in the console; an operator sees all of them, including auth's.
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

/**
 * The dead letters, oldest first, without their subject, which may be personal. Connects as the
 * owner of the database.
 */
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

/** Makes all of them due again with a full number of attempts. Returns how many there were. */
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
