import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import type { Investor, InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import type { Entry } from '../sync/entries.ts'
import { partsOf } from '../kyc/parts.ts'
import { matchingInvestors } from './filtering.ts'
import { caseWithWaiting, withWaitingCases, type CaseContext, type SeenInvestor } from './rules.ts'

const who = { userId: 'rm', companyId: 'c' }
const context: CaseContext = {
  today: '2026-11-25',
  regions: { provinces: new Set(['31']) },
  questionnaire: defaultQuestionnaire,
  bankNames: new Map([['014', 'BCA']]),
}
let made = 0
const entry = (
  operation: string,
  input: Record<string, unknown>,
  more: Partial<Entry> = {},
): Entry => ({
  id: `e${(made += 1)}`,
  key: 'k',
  at: '2026-11-25T03:00:00.000Z',
  operation,
  record: 'investor/i1',
  title: 'Siti Rahmawati',
  input: { id: 'i1', ...input },
  attempts: 0,
  notBefore: 0,
  ...more,
})
const created = entry('investors.create', {
  kind: 'individual',
  fullName: 'Siti Rahmawati',
  phone: '+628120000',
})
const seenWith = (entries: Entry[], detail?: InvestorDetail) =>
  caseWithWaiting(detail, entries, { who, context })
const pointers = (entries: Entry[]) =>
  seenWith(entries)?.missing.map(({ pointer }) => pointer) ?? []

describe('a case that was started without a network', () => {
  test('is there at once, and says what is missing by the rules of the contract', () => {
    const seen = seenWith([created])
    expect([seen?.displayName, seen?.status, seen?.sync, seen?.isUnsent]).toEqual([
      'Siti Rahmawati',
      'draft',
      'waiting',
      true,
    ])
    expect(pointers([created])).toEqual(
      expect.arrayContaining([
        '/individual/motherMaidenName',
        '/documents/ktp',
        '/bankAccounts',
        '/riskProfile',
        '/consents/terms',
      ]),
    )
    expect(pointers([created])).not.toContain('/individual/phone')
  })

  test('shows answers, photos, account, profile and consents that wait', () => {
    const answers = defaultQuestionnaire.questions.map(({ id, options }) => ({
      questionId: id,
      optionId: options[2]?.id,
    }))
    const seen = seenWith([
      created,
      entry('investors.saveKyc', { version: 1, individual: { placeOfBirth: 'Bandung' } }),
      entry('documents.add', { documentId: 'd1', type: 'ktp' }),
      entry('bankAccounts.add', {
        accountId: 'a1',
        bankCode: '014',
        number: '1234567890',
        holderName: 'SITI RAHMAWATI',
      }),
      entry('riskProfiles.add', { questionnaireVersion: 1, answers }),
      entry('consents.give', { purpose: 'terms', textVersion: '2026-11', language: 'id' }),
      entry('investors.saveKyc', { version: 1, verificationMethod: 'video' }),
    ])
    expect(seen?.individual?.placeOfBirth).toBe('Bandung')
    expect(seen?.documents.map(({ type }) => type)).toEqual(['ktp'])
    expect(seen?.bankAccounts[0]).toMatchObject({
      bankName: 'BCA',
      number: '******7890',
      nameMatch: 'exact',
      review: 'not-needed',
    })
    expect(seen?.riskProfile).toMatchObject({ band: 3, expiresOn: '2027-11-25' })
    const left = seen?.missing.map(({ pointer }) => pointer) ?? []
    for (const done of [
      '/documents/ktp',
      '/bankAccounts',
      '/riskProfile',
      '/consents/terms',
      '/verificationMethod',
    ])
      expect(left).not.toContain(done)
    expect(left).toContain('/consents/personal-data')
  })

  test('counts as submitted while the submission waits, and not any more once it was refused', () => {
    const submit = entry('investors.submit', {})
    expect(seenWith([created, submit])?.status).toBe('submitted')
    const refused = { ...submit, refusal: { code: 'kyc-incomplete', status: 422 } }
    expect([seenWith([created, refused])?.status, seenWith([created, refused])?.sync]).toEqual([
      'draft',
      'refused',
    ])
  })

  test('stands on top of the book until the server knows it', () => {
    const other = { id: 'i2', displayName: 'Budi', status: 'registered' } as Investor
    expect(withWaitingCases([other], [created], who).map(({ id, sync }) => [id, sync])).toEqual([
      ['i1', 'waiting'],
      ['i2', undefined],
    ])
    const known = { id: 'i1', displayName: 'Siti', status: 'draft' } as Investor
    expect(withWaitingCases([known], [created], who).map(({ id, sync }) => [id, sync])).toEqual([
      ['i1', 'waiting'],
    ])
  })
})

test('a photo that was taken again replaces the one before', () => {
  const seen = seenWith([
    created,
    entry('documents.add', { documentId: 'd1', type: 'ktp' }),
    entry('documents.add', { documentId: 'd2', type: 'ktp' }),
    entry('documents.remove', { documentId: 'd1' }),
  ])
  expect(seen?.documents.map(({ id }) => id)).toEqual(['d2'])
})

test('the parts of a returned case are what came back; of a registered investor what is renewed', () => {
  const seen = seenWith([created])
  if (!seen) throw new Error('no case')
  expect(partsOf(seen).map(({ id }) => id)).toEqual([
    'identity',
    'contact',
    'personal',
    'address',
    'work',
    'purpose',
    'tax',
    'documents',
    'bank',
    'risk',
    'consent',
    'verification',
  ])
  const returned = {
    ...seen,
    status: 'returned' as const,
    missing: [],
    openFields: ['/individual/placeOfBirth', '/documents/selfie'],
  }
  expect(partsOf(returned).map(({ id, fields }) => [id, fields])).toEqual([
    ['identity', ['placeOfBirth']],
    ['documents', undefined],
  ])
  expect(partsOf({ ...seen, status: 'registered' }).map(({ id }) => id)).toEqual([
    'bank',
    'risk',
    'consent',
  ])
})

test('investors are found by words in any order, by phone in any form, and by their state', () => {
  const investor = (id: string, more: Partial<SeenInvestor>) =>
    ({
      id,
      displayName: id,
      status: 'draft',
      kind: 'individual',
      email: null,
      phone: null,
      sid: null,
      ifua: null,
      ...more,
    }) as SeenInvestor
  const all = [
    investor('Siti Rahmawati', { phone: '+628123456789' }),
    investor('PT Maju', { kind: 'institutional', status: 'syncing' }),
    investor('Budi', { sid: 'IDD010112345678', status: 'registered' }),
  ]
  const found = (filter: Partial<Parameters<typeof matchingInvestors>[1]>) =>
    matchingInvestors(all, { search: '', ...filter }).map(({ id }) => id)
  expect(found({ search: 'rahma siti' })).toEqual(['Siti Rahmawati'])
  expect(found({ search: '08123456' })).toEqual(['Siti Rahmawati'])
  expect(found({ search: 'idd0101' })).toEqual(['Budi'])
  expect(found({ group: 'submitted' })).toEqual(['PT Maju'])
  expect(found({ kind: 'institutional' })).toEqual(['PT Maju'])
})
