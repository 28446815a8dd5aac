// Cases that a reviewer returns for correction.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvestorWorld, people, type World } from '../testing/world.ts'
import { addDocument, nikOf, submittedCase } from '../testing/cases.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

let serial = 1
const submitted = async (wish: Parameters<typeof submittedCase>[1] = {}) =>
  await submittedCase(world, { nik: nikOf(serial++), ...wish })
const problem = (code: string) =>
  expect.objectContaining({
    problem: expect.objectContaining({ type: `/problems/${code}` }),
    status: null,
  })
const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })

describe('returning', () => {
  const reasons = [
    { pointer: '/individual/placeOfBirth', reason: 'Bukan seperti di KTP' },
    { pointer: '/documents/selfie', reason: 'Buram' },
  ]

  test('opens exactly the returned fields and documents, and the next submission closes them', async () => {
    const investor = await submitted()
    await world.as('reviewer').investors.review({
      items: [investor].map(({ id, version }) => ({ id, version })),
      decision: 'return',
      reasons,
    })
    const api = world.as('rm')
    const { id, version, status, openFields, documents, bankAccounts } = await api.investors.get({
      id: investor.id,
    })
    expect({ status, openFields }).toEqual({
      status: 'returned',
      openFields: reasons.map(({ pointer }) => pointer),
    })
    const closed = api.investors.saveKyc({
      id,
      version,
      individual: { placeOfBirth: 'Bogor', alias: 'Siti' },
    })
    await expect(closed).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/individual/alias', code: 'not-open' }],
    })
    await expect(
      api.bankAccounts.create({
        id,
        bankCode: '008',
        number: '99887766',
        holderName: 'Siti Rahmawati',
      }),
    ).rejects.toEqual(refusedWith('bank-accounts-not-open'))
    await expect(
      api.bankAccounts.remove({ id, accountId: bankAccounts[0]?.id ?? '', version: 1 }),
    ).rejects.toEqual(refusedWith('bank-accounts-not-open'))
    await expect(api.documents.declare({ id, type: 'ktp' })).rejects.toEqual(
      refusedWith('document-not-open'),
    )
    const ktp = documents.find(({ type }) => type === 'ktp')?.id ?? ''
    await expect(api.documents.remove({ id, documentId: ktp })).rejects.toEqual(
      refusedWith('document-not-open'),
    )
    await expect(
      api.documents.upload({ id, documentId: ktp, bytes: new Uint8Array([1]) }),
    ).rejects.toEqual(refusedWith('document-not-open'))
    await expect(
      api.riskProfiles.create({
        id,
        questionnaireVersion: 1,
        answers: [{ questionId: 'horizon', optionId: 'o1' }],
      }),
    ).rejects.toEqual(refusedWith('risk-profile-not-open'))
    await addDocument(world, 'rm', id, 'selfie')
    const saved = await api.investors.saveKyc({
      id,
      version,
      individual: { placeOfBirth: 'Bogor' },
    })
    const again = await api.investors.submit({ id, version: saved.version })
    expect(again.status).toBe('submitted')
    expect((await api.investors.get({ id })).openFields).toBeNull()
    expect(await world.jobs('notify')).toContainEqual(
      expect.objectContaining({ userId: people.reviewer.id, kind: 'investor.resubmitted' }),
    )
  })

  test('needs fields that exist, rejecting needs a reason', async () => {
    const { id, version } = await submitted()
    const review = async (given: object) =>
      await world
        .as('reviewer')
        .investors.review({ items: [{ id, version }], decision: 'return', ...given })
    await expect(review({})).rejects.toEqual(refusedWith('reasons-missing'))
    await expect(
      review({ reasons: [{ pointer: '/individual/nothing', reason: 'x' }] }),
    ).rejects.toEqual(refusedWith('reasons-missing'))
    expect(
      (await review({ reasons: [{ pointer: '/institutional/nib', reason: 'x' }] })).results,
    ).toEqual([problem('reasons-missing')])
    await expect(review({ decision: 'reject' })).rejects.toEqual(refusedWith('reasons-missing'))
    expect((await review({ decision: 'reject', note: 'Palsu' })).results[0]?.status).toBe(
      'rejected',
    )
  })

  test('an RM changes nothing while the case is with the reviewers', async () => {
    const { id, version } = await submitted()
    const api = world.as('rm')
    await expect(
      api.investors.saveKyc({ id, version, individual: { alias: 'X' } }),
    ).rejects.toEqual(refusedWith('wrong-state'))
    await expect(api.documents.declare({ id, type: 'other' })).rejects.toEqual(
      refusedWith('wrong-state'),
    )
    await expect(api.investors.submit({ id, version })).rejects.toEqual(refusedWith('wrong-state'))
  })
})
