import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobHandler } from '@rmtools/kit/jobs'
import type { Message } from '@rmtools/kit/messaging'
import {
  codeIn,
  company,
  createInstructionWorld,
  investor,
  signature,
  tokenIn,
  type InstructionWorld,
} from '../instructions/test-world.ts'

let world: InstructionWorld
beforeAll(async () => {
  world = await createInstructionWorld()
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

const check = async () =>
  await (world.handlers['forget-orphans'] as JobHandler)({} as never, {} as never)

/** A file left behind by a job that died, or stored a moment ago. */
async function lay(key: string, storedAt: Date): Promise<void> {
  const path = join(world.folder, key)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, 'x')
  await utimes(path, storedAt, storedAt)
}
const names = async () =>
  (await readdir(world.folder, { recursive: true })).filter((name) => name.includes('.')).toSorted()

test('SECURITY 64: files that no record names go at night, all others stay', async () => {
  await world.take('message')
  const order = {
    investorId: investor,
    type: 'subscription',
    productCode: 'ANDALAN-KAS',
    amount: '5000000',
    factSheetOffered: true,
  } as const
  await world.as('rina').instructions.create(order)
  const token = tokenIn(await world.take<Message>('message'))
  await world.as().approvals.sendCode({ token })
  const code = codeIn(await world.take<Message>('message'))
  const { documentHash } = await world.as().approvals.view({ token })
  const signed = {
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature: await signature(),
  } as const
  await world.as().approvals.answer(signed)
  await world.owner.query(
    `insert into crm_bib.investor_document (company_id, investor_id, type, status, storage_key, thumbnail_key, media_type, size_bytes, sha256, stored_at, uploaded_by)
     values ($1, $2, 'ktp', 'stored', 'documents/kept.jpg', 'thumbnails/kept.jpg', 'image/jpeg', 1, 'x', now(), 'user')`,
    [company, investor],
  )
  const long = new Date('2026-11-20T03:00:00Z')
  for (const key of [
    'documents/kept.jpg',
    'thumbnails/kept.jpg',
    'documents/lost.pdf',
    'signatures/lost.png',
    'documents/half.jpg.12.ab3x',
  ])
    await lay(key, long)
  await lay('documents/coming.jpg', world.time.now)
  const evidence = (await names()).filter(
    (name) => name.startsWith('signatures/') && name !== 'signatures/lost.png',
  )
  expect(evidence).toHaveLength(1)
  for (const name of evidence) await utimes(join(world.folder, name), long, long)

  await check()
  expect(await names()).toEqual([
    'documents/coming.jpg',
    'documents/kept.jpg',
    ...evidence,
    'thumbnails/kept.jpg',
  ])
  const { rows } = await world.owner.query(
    `select after from auth_bib.auth_user_action_log where action = 'orphans-removed'`,
  )
  expect(rows).toEqual([{ after: { files: 6, removed: 3, codes: 0 } }])
})

test('SECURITY 64: a code that nobody entered is forgotten a day after it has run out', async () => {
  await world.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: 'ANDALAN-KAS',
    amount: '6000000',
    factSheetOffered: true,
  })
  const token = tokenIn(await world.take<Message>('message'))
  await world.as().approvals.sendCode({ token })
  const codes = async () =>
    (
      await world.owner.query<{ n: number }>(
        'select count(code_hash)::int as n from crm_bib.instruction_token',
      )
    ).rows[0]?.n
  await check()
  expect(await codes()).toBe(1)
  world.time.now = new Date(world.time.now.getTime() + 25 * 3600_000)
  await check()
  expect(await codes()).toBe(0)
})
