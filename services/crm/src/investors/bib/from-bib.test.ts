import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { companyB, createInvestorWorld, type World } from '../testing/world.ts'
import { approvedCase, handOver, hear, nikOf } from '../testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(() => {
  world.bib.refusal = undefined
  world.bib.reply = {}
})

let serial = 1
const approved = async () => await approvedCase(world, { nik: nikOf(serial++) })
const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
const seen = async (id: string) => await world.as('reviewer').investors.get({ id })

describe('what Bib says', () => {
  test('registers the investor, then gives SID and IFUA; repeated and overtaken events change nothing', async () => {
    const { id, bankAccounts } = await seen((await approved()).id)
    await handOver(world, id)
    const accepted = [
      { sourceId: bankAccounts[0]?.id ?? '', status: 'ACCEPTED' as const, reason: null },
    ]
    expect(await hear(world, id, 1, { externalId: 'BIB1', bankAccounts: accepted })).toBe(true)
    const registered = await seen(id)
    expect(registered).toMatchObject({
      status: 'registered',
      externalId: 'BIB1',
      bankAccounts: [{ bibStatus: 'accepted' }],
    })
    expect(await hear(world, id, 1, { externalId: 'BIB1' })).toBe(false)
    expect(
      await hear(world, id, 3, {
        status: 'SID_CREATED',
        externalId: 'BIB1',
        sid: 'IDD010790100001',
        ifua: 'IFUA1',
        linked: true,
      }),
    ).toBe(true)
    expect(
      await hear(world, id, 2, {
        status: 'REJECTED',
        reasons: [{ code: 'KYC_REFUSED', field: null, detail: null }],
      }),
    ).toBe(false)
    expect(await seen(id)).toMatchObject({
      status: 'registered',
      sid: 'IDD010790100001',
      ifua: 'IFUA1',
      isLinked: true,
      syncError: null,
    })
    const { items } = await world.as('rm').investors.history({ id })
    expect(items.slice(0, 3).map(({ kind }) => kind)).toEqual([
      'sid-created',
      'registered',
      'sync-started',
    ])
    expect((await world.as('reviewer').investors.syncBib({ id })).jobId).toBe(`investor:${id}`)
  })

  test('an event before the answer of the hand-over is not undone by the answer', async () => {
    const { id } = await approved()
    await hear(world, id, 1, { externalId: `BIB-${serial}` })
    world.bib.reply = { status: 'QUEUED', sequence: 0 }
    await handOver(world, id)
    expect((await seen(id)).status).toBe('registered')
  })

  test('a rejection says why; one bank account refused does not undo the registration', async () => {
    const rejected = await approved()
    await handOver(world, rejected.id)
    await hear(world, rejected.id, 1, {
      status: 'REJECTED',
      reasons: [
        { code: 'CODE_LIST_MISMATCH', field: '/kyc/occupation', detail: 'not in the list' },
      ],
    })
    expect(await seen(rejected.id)).toMatchObject({
      status: 'sync-failed',
      syncError: 'CODE_LIST_MISMATCH /kyc/occupation not in the list',
    })
    const { id, bankAccounts } = await seen((await approved()).id)
    const refused = [
      {
        sourceId: bankAccounts[0]?.id ?? '',
        status: 'REFUSED' as const,
        reason: { code: 'BANK_ACCOUNT_REFUSED', field: null, detail: 'Not known' },
      },
    ]
    await hear(world, id, 1, { externalId: 'BIB3', bankAccounts: refused })
    expect(await seen(id)).toMatchObject({
      status: 'registered',
      bankAccounts: [{ bibStatus: 'refused', bibReason: 'BANK_ACCOUNT_REFUSED' }],
    })
  })

  test('SECURITY 22: an event for another company’s investor changes nothing', async () => {
    const { id } = await approved()
    expect(await hear(world, id, 1, { externalId: 'BIB4', company: companyB })).toBe(false)
    expect(await hear(world, 'not-a-uuid', 1, { externalId: 'BIB4' })).toBe(false)
    expect((await seen(id)).externalId).toBeNull()
  })

  test('an external id is replaced when Bib merged it, otherwise a person decides', async () => {
    const { id } = await approved()
    await hear(world, id, 1, { externalId: 'BIB5' })
    await hear(world, id, 2, {
      status: 'SID_CREATED',
      externalId: 'BIB50',
      previousExternalId: 'BIB5',
      sid: 'IDD010790100005',
    })
    expect(await seen(id)).toMatchObject({ externalId: 'BIB50' })
    await hear(world, id, 3, { externalId: 'BIB77' })
    expect(await seen(id)).toMatchObject({
      externalId: 'BIB50',
      syncError: 'Bib names the external id BIB77, here it is BIB50',
    })
    const other = await approved()
    await hear(world, other.id, 1, { externalId: 'BIB50' })
    expect(await seen(other.id)).toMatchObject({
      externalId: null,
      status: 'approved',
      syncError: 'Bib names the external id BIB50, which another investor has',
    })
  })
})

describe('the external id by hand', () => {
  test('is unique per company, never overwritten silently, and only for a case that was handed over', async () => {
    const reviewer = world.as('reviewer').investors
    const { id } = await approved()
    expect(
      await reviewer.setExternalId({ id, externalId: 'HAND-1', expected: null }),
    ).toMatchObject({
      externalId: 'HAND-1',
      status: 'registered',
    })
    await expect(
      reviewer.setExternalId({ id, externalId: 'HAND-2', expected: null }),
    ).rejects.toEqual(refusedWith('external-id-changed'))
    expect(
      await reviewer.setExternalId({ id, externalId: 'HAND-2', expected: 'HAND-1' }),
    ).toMatchObject({ externalId: 'HAND-2' })
    const other = await approved()
    await expect(
      reviewer.setExternalId({ id: other.id, externalId: 'HAND-2', expected: null }),
    ).rejects.toEqual(refusedWith('investor-external-id-taken'))
    const draft = await world.as('rm').investors.create({ kind: 'individual', fullName: 'X' })
    await expect(
      reviewer.setExternalId({ id: draft.id, externalId: 'HAND-3', expected: null }),
    ).rejects.toEqual(refusedWith('wrong-state'))
    await expect(
      world
        .as('foreignAdmin')
        .investors.setExternalId({ id, externalId: 'HAND-3', expected: 'HAND-2' }),
    ).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      world.as('rm').investors.setExternalId({ id, externalId: 'HAND-3', expected: 'HAND-2' }),
    ).rejects.toMatchObject({
      status: 403,
    })
  })
})
