// Whether and how a returned part was changed when the case is submitted again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInvestorWorld, type World } from '../testing/world.ts'
import { addDocument, nikOf, submittedCase } from '../testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const nik = nikOf(1)
// The same end behind the mask, but another date of birth.
const otherNik = nik.replace('410790', '420790')
const pointers = [
  '/individual/phone',
  '/individual/identityNumber',
  '/individual/placeOfBirth',
  '/documents/selfie',
  '/bankAccounts',
]

test('a part that was returned says what it was and what it is now; a mask hides no change, and what came back as it was is named', async () => {
  const { id, version } = await submittedCase(world, { nik })
  const reasons = pointers.map((pointer) => ({ pointer, reason: 'Periksa' }))
  await world
    .as('reviewer')
    .investors.review({ items: [{ id, version }], decision: 'return', reasons })
  const api = world.as('rm')
  const returned = await api.investors.get({ id })
  expect(returned.lastReturn.map(({ isChanged }) => isChanged)).toEqual(pointers.map(() => false))

  const individual = { phone: '0813 0000 0077', identityNumber: otherNik }
  const saved = await api.investors.saveKyc({
    id,
    version: returned.version,
    individual: { ...individual, placeOfBirth: 'Jakarta' },
  })
  await addDocument(world, 'rm', id, 'selfie')
  await api.investors.submit({ id, version: (await api.investors.get({ id })).version })
  const { lastReturn, returnReasons, status } = await world.as('reviewer').investors.get({ id })
  expect([status, returnReasons, saved.version > returned.version]).toEqual(['submitted', [], true])
  const mask = `************${nik.slice(-4)}`
  expect(
    lastReturn.map(({ pointer, was, now, isChanged }) => [pointer, was, now, isChanged]),
  ).toEqual([
    ['/individual/phone', '+6281200000001', '+6281300000077', true],
    ['/individual/identityNumber', mask, mask, true],
    ['/individual/placeOfBirth', 'Jakarta', 'Jakarta', false],
    ['/documents/selfie', null, null, true],
    [
      '/bankAccounts',
      [expect.stringMatching(/^Bank Central Asia \*+6789 a\.n\. SITI RAHMAWATI$/)],
      [expect.stringMatching(/^Bank Central Asia \*+6789/)],
      false,
    ],
  ])
})

test('another number of the same account is a change, although its end is the same', async () => {
  const { id, version } = await submittedCase(world, { nik: nikOf(3) })
  const reasons = [{ pointer: '/bankAccounts', reason: 'Periksa' }]
  await world
    .as('reviewer')
    .investors.review({ items: [{ id, version }], decision: 'return', reasons })
  const api = world.as('rm')
  const account = (await api.investors.get({ id })).bankAccounts[0]
  await api.bankAccounts.update({
    id,
    accountId: account?.id ?? '',
    version: account?.version ?? 0,
    number: '9990123456789',
  })
  expect((await api.investors.get({ id })).lastReturn).toMatchObject([{ isChanged: true }])
})

test('of a return from before this was kept it is not known', async () => {
  const { id, version } = await submittedCase(world, { nik: nikOf(2) })
  const reasons = [{ pointer: '/individual/alias', reason: 'Periksa' }]
  await world
    .as('reviewer')
    .investors.review({ items: [{ id, version }], decision: 'return', reasons })
  await world.rows(
    'update crm_bib.investor_return_reason set was = null, was_hash = null where investor_id = $1',
    [id],
  )
  expect((await world.as('rm').investors.get({ id })).lastReturn).toMatchObject([
    { was: null, now: null, isChanged: null },
  ])
})
