// A request with an invalid token leaves an entry in the audit trail, and nothing else.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { folderFiles } from '@rmtools/kit/files'
import {
  codeIn,
  createInstructionWorld,
  investor,
  signature,
  tokenIn,
  type InstructionWorld,
} from '../test-world.ts'
import { drawnSignatures } from './signature.ts'

let world: InstructionWorld
let drawn: string
let decoded = 0

beforeAll(async () => {
  const provider = () =>
    drawnSignatures(
      folderFiles({ folder: world.folder, secret: 'x', clock: { now: () => world.time.now } }),
    )
  world = await createInstructionWorld({
    level: 'drawn-and-otp',
    keep: async (given) => {
      decoded += 1
      return await provider().keep(given)
    },
    discard: async (signed) => await provider().discard(signed),
  })
  drawn = await signature()
  world.simulator.control.seed({
    investors: [
      {
        tenant: 'APERDA',
        sourceId: investor,
        rmId: 'rm',
        externalId: 'BIB1',
        sid: null,
        ifua: null,
        transactions: [],
      },
    ],
  })
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(() => {
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
  decoded = 0
})

const refusal = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )

async function ordered() {
  await world.take('message')
  const created = await world.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: 'ANDALAN-KAS',
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
  })
  return { created, token: tokenIn(await world.take<Message>('message')) }
}

async function coded(token: string): Promise<string> {
  await world.as().approvals.sendCode({ token })
  return codeIn(await world.take<Message>('message'))
}

const sign = async (token: string, more: object = {}) =>
  await refusal(
    world.as().approvals.answer({
      token,
      decision: 'approve',
      documentHash: 'a'.repeat(64),
      code: '123456',
      consent: true,
      signature: drawn,
      ...more,
    }),
  )

const filesKept = async () =>
  (await readdir(join(world.folder, 'signatures')).catch(() => [])).length

/** The number of rows in each table of crm and in its queue. */
async function rowsEverywhere(): Promise<Record<string, number>> {
  const { rows } = await world.owner.query<{ name: string; n: number }>(`
    select format('%I.%I', schemaname, tablename) as name,
      (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int as n
    from pg_tables where schemaname in ('crm_bib', 'crm_jobs')`)
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

const refusals = async () =>
  (
    await world.owner.query<{ id: string; reason: string }>(
      `select entity_id as id, after ->> 'reason' as reason from auth_bib.auth_user_action_log where action = 'link-refused' order by auth_user_action_log.id`,
    )
  ).rows

describe('SECURITY 52: an invalid token', () => {
  test('thirty signatures with it leave no file, row, message or decoded picture', async () => {
    await ordered()
    const [before, kept, noted] = [
      await rowsEverywhere(),
      await filesKept(),
      (await refusals()).length,
    ]
    for (let time = 0; time < 30; time++) expect(await sign('B'.repeat(43))).toBe('not-found')
    expect(await rowsEverywhere()).toEqual(before)
    expect([await filesKept(), decoded]).toEqual([kept, 0])
    expect((await refusals()).slice(noted)).toEqual(
      Array.from({ length: 30 }, () => ({ id: 'unknown', reason: 'not-found' })),
    )
  })

  test('nor does a valid one before the code is proved, nor one that was used', async () => {
    const { token } = await ordered()
    const { documentHash } = await world.as().approvals.view({ token })
    const code = await coded(token)
    const kept = await filesKept()
    expect(await sign(token, { documentHash, code: code === '000000' ? '111111' : '000000' })).toBe(
      'otp-wrong',
    )
    expect(await sign(token, { code })).toBe('document-changed')
    expect(await sign(token, { documentHash, code, consent: false })).toBe('consent-missing')
    expect([await filesKept(), decoded]).toEqual([kept, 0])
    expect(await sign(token, { documentHash, code })).toBe('done')
    expect(await sign(token, { documentHash, code })).toBe('link-used')
    expect([await filesKept(), decoded]).toEqual([kept + 1, 1])
  })
})

test('a signature that cannot be read costs no code', async () => {
  const { token } = await ordered()
  const { documentHash } = await world.as().approvals.view({ token })
  const code = await coded(token)
  expect(await sign(token, { documentHash, code, signature: 'A'.repeat(200) })).toBe(
    'signature-invalid',
  )
  expect(await sign(token, { documentHash, code })).toBe('done')
})

test('SECURITY 64: of two simultaneous approvals one is kept, and the other leaves no signature file', async () => {
  const { token } = await ordered()
  const { documentHash } = await world.as().approvals.view({ token })
  const code = await coded(token)
  const kept = await filesKept()
  const results = await Promise.all(
    [1, 2, 3, 4].map(async () => await sign(token, { documentHash, code })),
  )
  expect(results.filter((result) => result === 'done')).toHaveLength(1)
  expect(await filesKept()).toBe(kept + 1)
})

describe('SECURITY 21: each refused link', () => {
  test('leaves one line in the audit trail, with its reason', async () => {
    const used = await ordered()
    const { documentHash } = await world.as().approvals.view({ token: used.token })
    await sign(used.token, { documentHash, code: await coded(used.token) })
    const withdrawn = await ordered()
    await world.as('rina').instructions.cancel({
      id: withdrawn.created.id,
      version: withdrawn.created.version,
      reason: 'Salah produk',
    })
    const late = await ordered()
    const ended = [
      ['A'.repeat(43), 'not-found'],
      [used.token, 'link-used'],
      [withdrawn.token, 'link-void'],
      [late.token, 'link-expired'],
    ] as const
    const { view, sendCode } = world.as().approvals
    for (const [token, code] of ended) {
      if (token === late.token) world.time.now = new Date('2026-12-23T03:00:00.000Z')
      for (const knock of [
        view,
        sendCode,
        async () => await world.as().approvals.answer({ token, decision: 'decline' }),
      ]) {
        const noted = (await refusals()).length
        expect(await refusal(knock({ token }))).toBe(code)
        expect((await refusals()).slice(noted)).toMatchObject([{ reason: code }])
      }
    }
  })
})
