// Compares the replies that writers received with the database, the audit trail and the inbox.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { verifyAudit } from '@rmtools/auth/audit-verify'
import pg from 'pg'
import { expect } from 'vitest'
import { eventually } from '../caller.ts'
import type { System } from '../system.ts'
import type { Ledger } from './writers.ts'

/** Runs statements as the owner of the database, who sees everything. */
export async function asOwner<R>(
  system: System,
  use: (client: pg.Client) => Promise<R>,
): Promise<R> {
  const client = new pg.Client({ connectionString: system.ownerUrl })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Puts jobs of crm into the state after their last attempt. */
export async function giveUpOn(system: System, jobs: readonly string[]): Promise<void> {
  await asOwner(system, async (owner) => {
    await owner.query(
      'update crm_jobs._private_jobs set attempts = max_attempts, locked_at = null, locked_by = null where id = any($1::bigint[])',
      [jobs],
    )
  })
}

/** Expects a verifiable audit trail in which every entry is chained. */
export async function expectTrailWhole(system: System): Promise<void> {
  const { authDatabaseUrl, auditHeadFile, publicKeys } = system.note
  expect(await verifyAudit(authDatabaseUrl, auditHeadFile, publicKeys)).toMatchObject({
    isIntact: true,
    faults: [],
  })
  const old = `select from auth_bib.audit_unsealed u join auth_bib.auth_user_action_log l on l.id = u.log_id where l.at < $1`
  const before = new Date()
  await eventually(
    'all entries to be chained',
    async () =>
      await asOwner(system, async (owner) => (await owner.query(old, [before])).rowCount === 0),
  )
}

/**
 * Expects every acknowledged write exactly once and nothing else, each with one entry in a
 * verifiable trail, one key and one message.
 */
export async function expectBooksAgree(system: System, ledger: Ledger): Promise<void> {
  await jobsDone(system)
  await expectTrailWhole(system)
  await asOwner(system, async (owner) => {
    const said = async (text: string, told: Map<string, string>) => {
      const { rows } = await owner.query<{ intention: string; id: string; lines: number }>(text)
      const faults = rows.filter(
        ({ intention, id, lines }) => told.get(intention) !== id || lines !== 1,
      )
      expect([faults, rows.length]).toEqual([[], told.size])
    }
    const lines = (entity: string, id: string) =>
      `(select count(*)::int from auth_bib.auth_user_action_log l where l.entity = '${entity}' and l.action = 'create' and l.entity_id = ${id}::text) as lines`
    await said(
      `select source as intention, id, ${lines('lead', 'lead.id')} from crm_bib.lead where full_name = 'Nasabah Uji'`,
      ledger.leads,
    )
    await said(
      `select text as intention, id, ${lines('lead_activity', 'a.id')} from crm_bib.lead_activity a where text ~ '^[0-9a-f-]{36}$'`,
      ledger.activities,
    )
    await said(
      `select split_part(email, '@', 1) as intention, i.id, ${lines('investor', 'i.id')} from crm_bib.investor i where display_name = 'Nasabah Uji'`,
      ledger.invitations,
    )
    const { rows: keys } = await owner.query<{ count: number }>(
      'select count(*)::int from crm_bib.idempotency_key',
    )
    expect(keys[0]?.count).toBe(
      ledger.leads.size + ledger.activities.size + 2 * ledger.invitations.size,
    )
    const { rows: links } = await owner.query<{ id: string; investorId: string }>(
      'select id, investor_id as "investorId" from crm_bib.investor_token',
    )
    expect(links.map(({ investorId }) => investorId).sort()).toEqual(
      [...ledger.invitations.values()].sort(),
    )
    expect(invitationsSent(system)).toEqual(links.map(({ id }) => id).sort())
  })
}

/**
 * The ids of the invitations in the inbox, which recognises repetitions by their id as a provider
 * does.
 */
function invitationsSent({ directory }: System): string[] {
  const inbox = new DatabaseSync(join(directory, 'inbox.sqlite'), { readOnly: true })
  const rows = inbox
    .prepare(`select id from message where content like '%/i/register/%' order by id`)
    .all()
  inbox.close()
  return rows.map(({ id }) => String(id))
}

const JOBS_WITHIN_MS = 20_000

/** Waits until no due job is left; jobs that wait for a retry are run now, as an operator would. */
export async function jobsDone(system: System): Promise<void> {
  await asOwner(system, async (owner) => {
    const deadline = Date.now() + JOBS_WITHIN_MS
    for (;;) {
      const left: object[] = []
      for (const schema of ['auth_jobs', 'crm_jobs']) {
        await owner.query(
          `update ${schema}._private_jobs set run_at = now() where locked_at is null and run_at > now() and attempts between 1 and max_attempts - 1`,
        )
        const { rows } = await owner.query<object>(
          `select t.identifier, j.attempts, j.locked_at, j.last_error from ${schema}._private_jobs j join ${schema}._private_tasks t on t.id = j.task_id
           where j.run_at <= now() or j.attempts > 0`,
        )
        left.push(...rows)
      }
      if (left.length === 0) return
      if (Date.now() > deadline)
        throw new Error(`${left.length} jobs are left: ${JSON.stringify(left.slice(0, 3))}`)
      await pause(50)
    }
  })
}
