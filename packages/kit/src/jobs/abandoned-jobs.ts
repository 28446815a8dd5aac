// Jobs of a worker that died while working on them. The queue would reserve such a job for its
// worker for four hours. A living worker holds a lock that ends with its connection, so the others
// notice its death at once.
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from '../process/log.ts'

type Options = { url: string; schema: string; log: Logger }
export type Claim = AsyncDisposable & {
  /**
   * From now on this process works under that name; jobs that it held under an earlier one are
   * released.
   */
  workAs(worker: string): void
}

const LOCK_CLASS = 7002
// How long a new worker, or one that reconnects, has to take its lock before its jobs are released.
const GRACE_MS = 3000
const RECONNECT_MS = 500

// A machine that lost power sends nothing: keep-alive detects its dead connection within half a
// minute.
const NOTICE_DEATH =
  'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4'

/**
 * Holds the lock of this process's worker, and releases the jobs of dead workers, until disposed.
 */
export function claimJobs({ url, schema, log }: Options): Claim {
  const stop = new AbortController()
  let name: string | undefined
  let current: pg.Client | undefined
  const claim = async () => {
    if (name !== undefined && current)
      await current.query(`select pg_advisory_unlock_all(), pg_advisory_lock($1, hashtext($2))`, [
        LOCK_CLASS,
        name,
      ])
  }

  const watch = async (client: pg.Client) => {
    const gone = new Promise((done) => client.once('end', done))
    await client.connect()
    await client.query(NOTICE_DEATH)
    current = client
    await claim()
    for (;;) {
      await Promise.race([pause(GRACE_MS, undefined, { signal: stop.signal }), gone])
      const { rows } = await client.query<{ workers: string[] | null }>(freeing(schema))
      if (rows[0]?.workers)
        log.warn({ workers: rows[0].workers }, 'jobs of dead workers were released')
    }
  }

  const keepWatch = async () => {
    while (!stop.signal.aborted) {
      const client = new pg.Client({ connectionString: url, keepAlive: true })
      const lost = (error: Error) =>
        void (
          stop.signal.aborted ||
          log.debug({ err: error }, 'the check for dead workers was interrupted')
        )
      client.on('error', lost)
      await watch(client).catch(lost)
      current = undefined
      await client.end().catch(() => undefined)
      await pause(RECONNECT_MS, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  }
  const watching = keepWatch()

  return {
    workAs(worker) {
      name = worker
      // Without a connection, or if it breaks now, the next connection repeats the claim.
      claim().catch(() => undefined)
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await watching
    },
  }
}

const freeing = (schema: string) => `
  with dead as (
    select distinct locked_by from ${schema}.jobs j
    where locked_at < now() - interval '${GRACE_MS} ms' and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = ${LOCK_CLASS} and l.objsubid = 2
        and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid
        and l.database = (select d.oid from pg_database d where d.datname = current_database())))
  select array_agg(locked_by) as workers, ${schema}.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`
