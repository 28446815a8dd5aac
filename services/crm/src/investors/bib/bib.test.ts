import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { InvestorRecord } from '@rmtools/bib/internal'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import { companyScope } from '@rmtools/kit/scope'
import { applyInvestorStatus } from '../from-bib.ts'
import { companyA, companyB, createInvestorWorld, people, type World } from '../testing/world.ts'
import {
  ACCOUNT_NUMBER,
  approvedCase,
  handOver,
  MOTHER,
  nikOf,
  readyInstitution,
} from '../testing/cases.ts'

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

/** An event as Bib sends it. */
async function hear(
  sourceId: string,
  sequence: number,
  data: Partial<InvestorRecord>,
  company = companyA,
) {
  const none = {
    externalId: null,
    previousExternalId: null,
    sid: null,
    ifua: null,
    linked: false,
    reasons: [],
    bankAccounts: [],
  }
  const blank: Omit<InvestorRecord, 'sequence' | 'updatedAt'> = {
    sourceId,
    rmId: people.rm.id,
    status: 'REGISTERED',
    ...none,
  }
  const origin = { requestId: 'event', ip: null, device: null }
  return await world.database.transaction(
    companyScope(company),
    origin,
    async (db) => await applyInvestorStatus(db, { sequence, data: { ...blank, ...data } }),
  )
}

describe('handing over', () => {
  test('sends the whole case with its secrets opened and codes translated, under a key of investor and version', async () => {
    const { id, version, bankAccounts } = await world
      .as('reviewer')
      .investors.get({ id: (await approved()).id })
    await handOver(world, id)
    const sent = world.bib.sent.at(-1)
    expect(sent).toMatchObject({ key: `${id}:${version}`, tenant: 'APERD01' })
    expect(sent?.content.kyc).toMatchObject({
      kind: 'INDIVIDUAL',
      fullName: 'Siti Rahmawati',
      identityNumber: nikOf(serial - 1),
      motherMaidenName: MOTHER,
      occupation: '7',
      sourceOfFunds: '1',
      riskProfile: 3,
      identityAddress: { cityCode: '31.74', kseiCityCode: '0391' },
      verification: { method: 'IN_PERSON', verifiedBy: 'Rina RM' },
    })
    expect(sent?.content.bankAccounts).toMatchObject([
      { sourceId: bankAccounts[0]?.id, number: ACCOUNT_NUMBER, bic: 'CENAIDJA' },
    ])
    expect(sent?.content.documents.map(({ kind }) => kind).toSorted()).toEqual([
      'KTP',
      'SELFIE',
      'SIGNATURE',
    ])
    expect((await seen(id)).status).toBe('syncing')
  })

  test('an institution too', async () => {
    const { id, version } = await readyInstitution(world)
    const submitted = await world.as('rm').investors.submit({ id, version })
    await world
      .as('reviewer')
      .investors.review({ items: [{ id, version: submitted.version }], decision: 'approve' })
    await handOver(world, id)
    expect(world.bib.sent.at(-1)?.content.kyc).toMatchObject({
      kind: 'INSTITUTIONAL',
      name: 'PT Sumber Makmur',
      npwp: '0012345678912000',
      authorisedPersons: [{ name: 'Dewi Lestari', ktpNumber: '3174014107800002' }],
      beneficialOwners: [{ name: 'Hendra', identityNumber: '3174010107700003', share: '60.00' }],
    })
  })

  test('SECURITY 39: while Bib is away the job is tried again; the case is sent once it is back', async () => {
    const { id } = await approved()
    world.bib.refusal = new Problem(unavailable)
    await expect(handOver(world, id)).rejects.toEqual(refusedWith('unavailable'))
    expect((await seen(id)).status).toBe('syncing')
    world.bib.refusal = undefined
    await handOver(world, id)
    await handOver(world, id)
    const keys = world.bib.sent
      .filter(({ content }) => content.sourceId === id)
      .map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  test('a job that a later version overtook sends nothing', async () => {
    const { id, version } = await approved()
    const run = world.handlers.bibInvestor
    const job = { companyId: companyA, investorId: id, version: version - 1 }
    await run(job, { attempt: 1, maxAttempts: 25, jobId: '1', log: world.ports.log })
    expect(world.bib.sent.filter(({ content }) => content.sourceId === id)).toEqual([])
    expect((await seen(id)).status).toBe('approved')
  })

  test('a refusal ends it with the reason; it can be replayed, under another key', async () => {
    const { id } = await approved()
    world.bib.refusal = new Problem(
      { code: 'invalid-input', status: 400, title: 'no' },
      { errors: [{ pointer: '/kyc/occupation', code: 'enum' }] },
    )
    await handOver(world, id)
    expect(await seen(id)).toMatchObject({
      status: 'sync-failed',
      syncError: 'invalid-input: /kyc/occupation enum',
    })
    expect(await world.jobs('notify')).toContainEqual(
      expect.objectContaining({ userId: people.rm.id, kind: 'investor.sync-failed' }),
    )
    world.bib.refusal = undefined
    const [first, second] = [
      await world.as('reviewer').investors.syncBib({ id }),
      await world.as('admin').investors.syncBib({ id }),
    ]
    expect(second).toEqual(first)
    expect(
      (await world.jobs<{ investorId: string }>('bib.investor')).filter(
        ({ investorId }) => investorId === id,
      ),
    ).toHaveLength(1)
    await handOver(world, id)
    expect(world.bib.sent.at(-1)?.content.sourceId).toBe(id)
    expect(await seen(id)).toMatchObject({ status: 'syncing', syncError: null })
  })

  test('a replay ends again when Bib repeats its refusal, but not when the old event is repeated', async () => {
    const { id } = await approved()
    await handOver(world, id)
    const refusal = {
      status: 'REJECTED' as const,
      reasons: [{ code: 'KYC_REFUSED', field: null, detail: 'no match' }],
    }
    expect(await hear(id, 1, refusal)).toBe(true)
    await world.as('reviewer').investors.syncBib({ id })
    expect((await seen(id)).status).toBe('syncing')
    expect(await hear(id, 1, refusal)).toBe(false)
    expect((await seen(id)).status).toBe('syncing')
    world.bib.reply = { ...refusal, sequence: 1 }
    await handOver(world, id)
    expect(await seen(id)).toMatchObject({
      status: 'sync-failed',
      syncError: 'KYC_REFUSED no match',
    })
  })

  test('after a refusal a reviewer can return the case for correction', async () => {
    const { id } = await approved()
    world.bib.refusal = new Problem({ code: 'invalid-input', status: 400, title: 'no' })
    await handOver(world, id)
    const { version } = await seen(id)
    const reasons = [{ pointer: '/individual/occupation', reason: 'Ditolak Bib' }]
    expect(
      (
        await world
          .as('reviewer')
          .investors.review({ items: [{ id, version }], decision: 'return', reasons })
      ).results[0]?.status,
    ).toBe('returned')
    await expect(world.as('reviewer').investors.syncBib({ id })).rejects.toEqual(
      refusedWith('wrong-state'),
    )
  })

  test('a code that the company changed is the one that is sent', async () => {
    const admin = world.as('admin').codeListEntries
    const entry = await admin.put({
      list: 'occupation',
      code: 'employee',
      sinvestCode: 'K7',
      version: 0,
    })
    expect(entry).toMatchObject({ sinvestCode: 'K7', version: 1 })
    await expect(
      admin.put({ list: 'occupation', code: 'employee', sinvestCode: 'X', version: 0 }),
    ).rejects.toEqual(refusedWith('stale-version'))
    const { id } = await approved()
    await handOver(world, id)
    expect(world.bib.sent.at(-1)?.content.kyc).toMatchObject({ occupation: 'K7' })
    expect(
      (await world.as('foreignRm').codeListEntries.list()).items.find(
        ({ code }) => code === 'employee',
      )?.sinvestCode,
    ).toBe('7')
    await admin.put({ list: 'occupation', code: 'employee', sinvestCode: null, version: 1 })
  })
})

describe('what Bib says', () => {
  test('registers the investor, then gives SID and IFUA; repeated and overtaken events change nothing', async () => {
    const { id, bankAccounts } = await seen((await approved()).id)
    await handOver(world, id)
    const accepted = [
      { sourceId: bankAccounts[0]?.id ?? '', status: 'ACCEPTED' as const, reason: null },
    ]
    expect(await hear(id, 1, { externalId: 'BIB1', bankAccounts: accepted })).toBe(true)
    const registered = await seen(id)
    expect(registered).toMatchObject({
      status: 'registered',
      externalId: 'BIB1',
      bankAccounts: [{ bibStatus: 'accepted' }],
    })
    expect(await hear(id, 1, { externalId: 'BIB1' })).toBe(false)
    expect(
      await hear(id, 3, {
        status: 'SID_CREATED',
        externalId: 'BIB1',
        sid: 'IDD010790100001',
        ifua: 'IFUA1',
        linked: true,
      }),
    ).toBe(true)
    expect(
      await hear(id, 2, {
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
    await hear(id, 1, { externalId: `BIB-${serial}` })
    world.bib.reply = { status: 'QUEUED', sequence: 0 }
    await handOver(world, id)
    expect((await seen(id)).status).toBe('registered')
  })

  test('a rejection says why; one bank account refused does not undo the registration', async () => {
    const rejected = await approved()
    await handOver(world, rejected.id)
    await hear(rejected.id, 1, {
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
    await hear(id, 1, { externalId: 'BIB3', bankAccounts: refused })
    expect(await seen(id)).toMatchObject({
      status: 'registered',
      bankAccounts: [{ bibStatus: 'refused', bibReason: 'BANK_ACCOUNT_REFUSED' }],
    })
  })

  test('SECURITY 22: an event for another company’s investor changes nothing', async () => {
    const { id } = await approved()
    expect(await hear(id, 1, { externalId: 'BIB4' }, companyB)).toBe(false)
    expect(await hear('not-a-uuid', 1, { externalId: 'BIB4' })).toBe(false)
    expect((await seen(id)).externalId).toBeNull()
  })

  test('an external id is replaced when Bib merged it, otherwise a person decides', async () => {
    const { id } = await approved()
    await hear(id, 1, { externalId: 'BIB5' })
    await hear(id, 2, {
      status: 'SID_CREATED',
      externalId: 'BIB50',
      previousExternalId: 'BIB5',
      sid: 'IDD010790100005',
    })
    expect(await seen(id)).toMatchObject({ externalId: 'BIB50' })
    await hear(id, 3, { externalId: 'BIB77' })
    expect(await seen(id)).toMatchObject({
      externalId: 'BIB50',
      syncError: 'Bib names the external id BIB77, here it is BIB50',
    })
    const other = await approved()
    await hear(other.id, 1, { externalId: 'BIB50' })
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

describe('a registered investor', () => {
  test('a renewed risk profile and an accepted new account go to Bib as an update', async () => {
    const { id } = await approved()
    await hear(id, 1, { externalId: `BIB-R${serial}` })
    const rm = world.as('rm')
    const account = await rm.bankAccounts.create({
      id,
      bankCode: '008',
      number: '1370001112222',
      holderName: 'Siti Rahmawati',
    })
    expect(account).toMatchObject({ nameMatch: 'exact', review: 'needed' })
    await handOver(world, id)
    expect(world.bib.sent.filter(({ content }) => content.sourceId === id)).toHaveLength(0)
    const reviewed = await world.as('reviewer').bankAccounts.review({
      id,
      accountId: account.id,
      version: account.version,
      decision: 'accept',
    })
    expect(reviewed.review).toBe('accepted')
    await handOver(world, id)
    expect(world.bib.sent.at(-1)?.content.bankAccounts.map(({ number }) => number)).toEqual([
      ACCOUNT_NUMBER,
      '1370001112222',
    ])
    expect((await seen(id)).status).toBe('registered')
    await expect(rm.bankAccounts.remove({ id, accountId: account.id, version: 2 })).rejects.toEqual(
      refusedWith('wrong-state'),
    )
  })
})
