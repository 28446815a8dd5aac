import { randomUUID } from 'node:crypto'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { sql } from '@rmtools/kit/db'
import { expect, test } from 'vitest'
import { createAuthWorld } from '../testing/auth-world.ts'
import { verifyAudit, type AuditVerdict } from './verify.ts'

async function sealedWorld() {
  const heads = join(tmpdir(), `heads-${randomUUID()}.jsonl`)
  const other = await createAuthWorld({ AUDIT_HEAD_FILE: heads })
  const place = await other.addCompany()
  for (let index = 0; index < 5; index++) await other.addUser(place)
  await other.sealAll()
  await other.auth.sealer.sign()
  const verify = async (): Promise<AuditVerdict> =>
    await verifyAudit(other.urls.authUrl, heads, await other.auth.feed.keys())
  return {
    other,
    place,
    heads,
    verify,
    kinds: async () => (await verify()).faults.map(({ kind }) => kind),
  }
}

test('SECURITY 34: a trail that nobody touched verifies, also while it grows', async () => {
  const { other, place, verify } = await sealedWorld()
  await using _ = other
  expect(await verify()).toMatchObject({ isIntact: true, heads: 1, faults: [] })
  const before = (await verify()).entries
  expect(before).toBeGreaterThan(10)
  await other.addUser(place)
  expect(await verify()).toMatchObject({ isIntact: true, entries: before })
  await other.sealAll()
  await other.auth.sealer.sign()
  expect(await verify()).toMatchObject({ isIntact: true, heads: 2, entries: before + 2 })
  const auditor = await other.signIn(await other.addUser(place, 'auditor'))
  expect(await auditor.api.audit.status()).toMatchObject({
    sealed: before + 2,
    signedSeq: before + 2,
  })
})

test('SECURITY 34: a changed byte, a removed row, a cut-off tail and an inserted row are found', async () => {
  const { other, kinds } = await sealedWorld()
  await using _ = other
  const head = await other.owner.one(
    sql<{
      seq: number
      logId: string
    }>`select seq::int, log_id from audit_seal order by seq desc limit 1`,
  )
  const logId = head?.logId ?? ''
  const change = async (to: string) =>
    await other.owner.run(sql`update auth_user_action_log set ip = ${to} where id = ${logId}`)
  await change('10.0.0.2')
  expect(await kinds()).toEqual(['changed-entry'])
  await other.owner.run(sql`update auth_user_action_log set ip = null where id = ${logId}`)
  expect(await kinds()).toEqual([])
  await other.owner.run(
    sql`insert into auth_user_action_log (xid, actor_kind, action, entity, entity_id) values ('5', 'system', 'create', 'x', 'y')`,
  )
  expect(await kinds()).toEqual(['inserted-entries'])
  await other.owner.run(sql`delete from auth_user_action_log where entity = 'x'`)
  const third = await other.owner.one(
    sql<{ logId: string }>`select log_id from audit_seal where seq = 3`,
  )
  await other.owner.run(sql`delete from auth_user_action_log where id = ${third?.logId ?? ''}`)
  expect(await kinds()).toEqual(['removed-entry'])
  await other.owner.run(sql`delete from audit_seal where seq = 3`)
  expect(await kinds()).toContain('removed-link')
})

test('SECURITY 34: an entry that is backdated, removed before it is chained, or excuses others is found', async () => {
  const { other, kinds } = await sealedWorld()
  await using _ = other
  const append = async (action: string, entity: string, age = '0') => {
    await other.owner.all(
      sql`select append_action(${action}, ${entity}, 'x', null, null, '{"sealedLate": 1}')`,
    )
    await other.owner.run(
      sql`update auth_user_action_log set at = at - ${age}::interval where id = (select max(id) from auth_user_action_log)`,
    )
  }
  await append('create', 'x', '30 minutes')
  await other.sealAll()
  expect(await kinds()).toEqual([])
  await append('delete', 'x', '2 hours')
  await other.sealAll()
  expect(await kinds()).toEqual(['backdated-entries'])
  // The entry that an upgrade writes once excuses what was chained before it. A second one is a
  // forgery and excuses nothing.
  await append('seal-late', 'audit_trail')
  await other.sealAll()
  expect(await kinds()).toEqual(['second-seal-late', 'backdated-entries'])
  await append('create', 'y')
  await other.owner.run(sql`delete from auth_user_action_log where entity = 'y'`)
  expect(await kinds()).toContain('removed-unsealed')
})

test('SECURITY 34: no head is signed while the chain is behind: it says that all of before is in it', async () => {
  const { other } = await sealedWorld()
  await using _ = other
  await other.addCompany()
  await other.owner.run(sql`update auth_user_action_log set at = at - interval '2 minutes'
    where id in (select log_id from audit_unsealed)`)
  expect(await other.auth.sealer.sign()).toBeUndefined()
  await other.sealAll()
  expect(await other.auth.sealer.sign()).toMatchObject({ kid: 'test-key' })
})

test('SECURITY 34: a tail cut off in both tables is found by the head outside', async () => {
  const { other, kinds } = await sealedWorld()
  await using _ = other
  await other.owner.run(
    sql`delete from auth_user_action_log where id in (select log_id from audit_seal order by seq desc limit 2)`,
  )
  await other.owner.run(
    sql`delete from audit_seal where seq > (select max(seq) - 2 from audit_seal)`,
  )
  expect(await kinds()).toEqual(['cut-off-tail'])
})

test('SECURITY 34: a chain computed anew over changed rows does not meet the signed head', async () => {
  const { other, kinds } = await sealedWorld()
  await using _ = other
  await other.owner.run(sql`update auth_user_action_log set ip = '10.0.0.2'`)
  await other.owner.run(sql`insert into audit_unsealed select log_id from audit_seal`)
  await other.owner.run(sql`delete from audit_seal`)
  await other.sealAll()
  expect(await kinds()).toEqual(['rewritten-chain'])
})

test('SECURITY 34: a head that our keys did not sign is found', async () => {
  const { other, heads, kinds } = await sealedWorld()
  await using _ = other
  const line = (await readFile(heads, 'utf8')).trim()
  await appendFile(
    heads,
    `${line.replace(/"seq":\d+/, '"seq":1')}\nnonsense\n${line.replace('test-key', 'lost-key')}\n`,
  )
  expect(await kinds()).toEqual(['bad-signature', 'bad-signature', 'unknown-key'])
  await writeFile(heads, `${line}\n`)
  expect(await kinds()).toEqual([])
})
