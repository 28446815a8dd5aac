// The sealer beside writers whose transactions overlap: every entry is chained once, whichever
// transaction ends first.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Database } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { sealingLag } from './queries.ts'
import { verifyAudit, type AuditVerdict } from './verify.ts'

let world: AuthWorld
beforeAll(async () => {
  world = await createAuthWorld()
  const company = await world.addCompany()
  for (let index = 0; index < WRITERS; index++) await world.addUser(company)
  await world.sealAll()
  await world.auth.sealer.sign()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const WRITERS = 16
const verify = async () =>
  await verifyAudit(world.urls.authUrl, world.config.AUDIT_HEAD_FILE, await world.auth.feed.keys())

/** A session of the database's owner. */
async function session(): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: world.urls.ownerUrl })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: async () => await client.end() })
}

const append = async (client: pg.Client, id: string) =>
  await client.query(
    "select auth_bib.append_action('update', 'sealing_test', $1, null, null, null)",
    [id],
  )

async function isSealed(id: string): Promise<boolean> {
  await using client = await session()
  const { rowCount } = await client.query(
    'select from auth_bib.audit_seal s join auth_bib.auth_user_action_log l on l.id = s.log_id where l.entity_id = $1',
    [id],
  )
  return rowCount === 1
}

test('SECURITY 47: what begins and commits while the sealer is at work does not push the chain past what is still open', async () => {
  await using holder = await session()
  await using sealer = await session()
  await using long = await session()
  await using short = await session()
  const [open, ended] = [randomUUID(), randomUUID()]
  // The sealer is running and waits for the table of the seals: after the first call it has nothing
  // else to wait for.
  await sealer.query('select auth_bib.seal_audit(500)')
  await holder.query('begin; lock table auth_bib.audit_seal in access exclusive mode')
  const sealing = sealer.query('select auth_bib.seal_audit(500)')
  await untilWaiting(holder)
  await long.query('begin')
  await append(long, open)
  await append(short, ended)
  await holder.query('commit')
  await sealing
  await long.query('commit')
  await world.sealAll()
  expect([await isSealed(ended), await isSealed(open)]).toEqual([true, true])
  await world.auth.sealer.sign()
  expect(await verify()).toMatchObject({ isIntact: true, faults: [] })
})

async function untilWaiting(client: pg.Client): Promise<void> {
  const waiting = 'select from pg_locks where not granted and relation = $1::regclass'
  while ((await client.query(waiting, ['auth_bib.audit_seal'])).rowCount === 0) await pause(5)
}

test('the lag of the sealing is how many entries wait and for how long the oldest has', async () => {
  await using client = await session()
  await append(client, randomUUID())
  await client.query(
    `update auth_bib.auth_user_action_log set at = at - interval '90 seconds' where id in (select log_id from auth_bib.audit_unsealed)`,
  )
  await using database = new Database({ url: world.urls.authUrl, schema: 'auth_bib', poolSize: 1 })
  const lag = async () =>
    await sealingLag(database.reading(identity, { requestId: 'test', ip: null, device: null }))
  const behind = await lag()
  expect([behind.entries, behind.seconds >= 90]).toEqual([1, true])
  await world.sealAll()
  expect(await lag()).toEqual({ entries: 0, seconds: 0 })
})

const CHANGES = 10_000
const LONG_MS = 1500

test('SECURITY 47: the trail verifies, meanwhile and afterwards, under 10,000 changes by 16 writers whose transactions overlap', async () => {
  await using looker = await session()
  const users = (await looker.query<{ id: string }>('select id from auth_bib.auth_user')).rows
  const started = (await verify()).entries
  const done = new AbortController()
  const sealing = (async () => {
    while (!done.signal.aborted) {
      await world.auth.sealer.seal()
      await world.auth.sealer.sign()
      await pause(10)
    }
  })()
  const writing = Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      await using client = await session()
      let changes = 0
      for (let turn = 0; changes < CHANGES / WRITERS; turn++) {
        // Each writer changes its own row; every third holds some transactions open across many
        // runs of the sealer.
        const isLong = writer % 3 === 0 && turn % 20 === 10
        const count = Math.min(1 + ((turn * 7 + writer) % 9), CHANGES / WRITERS - changes)
        await client.query('begin')
        for (let index = 0; index < count; index++)
          await client.query('update auth_bib.auth_user set full_name = $1 where id = $2', [
            `Writer ${writer} ${changes + index}`,
            users[writer]?.id,
          ])
        if (isLong) await pause(LONG_MS)
        await client.query('commit')
        changes += count
      }
    }),
  )
  const verdicts: AuditVerdict[] = []
  const watching = (async () => {
    while (!done.signal.aborted) {
      verdicts.push(await verify())
      await pause(500)
    }
  })()
  await writing
  done.abort()
  await Promise.all([sealing, watching])
  expect(verdicts.filter(({ isIntact }) => !isIntact)).toEqual([])
  await world.sealAll()
  await world.auth.sealer.sign()
  expect(await verify()).toMatchObject({ isIntact: true, faults: [], entries: started + CHANGES })
}, 120_000)
