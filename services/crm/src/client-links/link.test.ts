// When a client's link ends without anybody revoking it: consents withdrawn, records merged, another key.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { applyInvestorStatus } from '../investors/from-bib.ts'
import { approvedCase, nikOf } from '../investors/testing/cases.ts'
import { companyA, createInvestorWorld, people, type World } from '../investors/testing/world.ts'
import { pageLinkOf } from './link.ts'

let world: World
let serial = 700
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

let sequence = 1
const hear = async (id: string, externalId: string, previousExternalId: string | null) =>
  await world.database.transaction(
    companyScope(companyA),
    jobOrigin,
    async (db) =>
      await applyInvestorStatus(db, {
        sequence: sequence++,
        data: {
          sourceId: id,
          rmId: people.rm.id,
          status: 'REGISTERED',
          externalId,
          previousExternalId,
          sid: null,
          ifua: null,
          linked: false,
          reasons: [],
          bankAccounts: [],
        },
      }),
  )
async function registered(): Promise<string> {
  const { id } = await approvedCase(world, { nik: nikOf(serial++) })
  await hear(id, `BIB-${id.slice(-6)}`, null)
  return id
}
const link = async (id: string, otpSecret = 'secret-of-tests') =>
  await world.database.transaction(
    companyScope(companyA),
    jobOrigin,
    async (db) => (await pageLinkOf(db, id, { ...world.ports, otpSecret }))?.url,
  )
const living = async (id: string) =>
  (
    await world.rows(
      'select from crm_bib.client_link where investor_id = $1 and voided_at is null',
      [id],
    )
  ).length

test('a withdrawn consent ends it; a later one is another', async () => {
  const id = await registered()
  const first = await link(id)
  expect(await link(id)).toBe(first)
  const [consent] = (await world.as('rm').consents.list({ id })).items
  await world.as('rm').consents.withdraw({ id, consentId: consent?.id ?? '' })
  expect(await living(id)).toBe(0)
  expect(await link(id)).not.toBe(first)
})

test('a merge at Bib ends it; the same external id again does not', async () => {
  const id = await registered()
  await link(id)
  await hear(id, `BIB-${id.slice(-6)}`, null)
  expect(await living(id)).toBe(1)
  await hear(id, 'BIB-MERGED', `BIB-${id.slice(-6)}`)
  expect(await living(id)).toBe(0)
})

test('after a change of the key a message has a link that works, and the old one ends', async () => {
  const id = await registered()
  const before = await link(id, 'old')
  const after = await link(id, 'new')
  expect(after).not.toBe(before)
  expect(await link(id, 'new')).toBe(after)
  expect(await living(id)).toBe(1)
})

test('an investor of another company has none here', async () => {
  expect(await link('00000000-0000-7000-8000-0000000009ff')).toBeUndefined()
})
