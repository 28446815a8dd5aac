import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import { companyA, createInvestorWorld, people, type World } from '../testing/world.ts'
import {
  ACCOUNT_NUMBER,
  approvedCase,
  handOver,
  hear,
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
    expect(await hear(world, id, 1, refusal)).toBe(true)
    await world.as('reviewer').investors.syncBib({ id })
    expect((await seen(id)).status).toBe('syncing')
    expect(await hear(world, id, 1, refusal)).toBe(false)
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

describe('a registered investor', () => {
  test('a renewed risk profile and an accepted new account go to Bib as an update', async () => {
    const { id } = await approved()
    await hear(world, id, 1, { externalId: `BIB-R${serial}` })
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
