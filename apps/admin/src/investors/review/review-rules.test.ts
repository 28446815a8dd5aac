import { describe, expect, test } from 'vitest'
import type { Investor, InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { returnedParts } from '../history.ts'
import { QUESTIONS, sortSelection } from './bulk.ts'
import { differences } from './differences.ts'
import { mayMark } from './may-mark.ts'
import { neighboursOf } from './neighbours.ts'

const now = new Date('2026-11-25T03:00:00Z')
const me = 'me'

function investor(id: string, rest: Partial<Investor> = {}): Investor {
  const nothing = {
    leadId: null,
    email: null,
    phone: null,
    externalId: null,
    sid: null,
    ifua: null,
    syncError: null,
  }
  const unclaimed = {
    claimedBy: null,
    claimedByName: null,
    claimedAt: null,
    makers: ['rm'],
    seniorApprovedBy: null,
  }
  const times = {
    submittedAt: '2026-11-24T03:00:00Z',
    reviewedAt: null,
    createdAt: '2026-11-20T03:00:00Z',
    updatedAt: '2026-11-24T03:00:00Z',
  }
  const who = {
    id,
    companyId: 'c',
    rmId: 'rm',
    rmName: 'Rina',
    kind: 'individual',
    displayName: id,
    isPep: false,
  } as const
  return {
    ...who,
    ...nothing,
    ...unclaimed,
    ...times,
    status: 'submitted',
    version: 1,
    riskBand: 3,
    riskExpiresOn: null,
    ...rest,
  }
}

describe('the neighbours of a case', () => {
  const claimed = {
    claimedBy: 'hendra',
    claimedByName: 'Hendra',
    claimedAt: '2026-11-25T02:50:00Z',
  }
  const items = [
    investor('a'),
    investor('b'),
    investor('c', claimed),
    investor('d', { makers: [me] }),
    investor('e'),
  ]

  test('are those beside it; the one to go on with is one that may be decided', () => {
    expect(neighboursOf(items, 'b', { userId: me, now })).toEqual({
      count: 5,
      position: 2,
      next: 'c',
      before: 'a',
      nextOpen: 'e',
    })
    expect(neighboursOf(items, 'e', { userId: me, now })).toMatchObject({
      next: undefined,
      nextOpen: 'a',
    })
  })

  test('of a case that has left the queue begin anew', () => {
    expect(neighboursOf(items, 'gone', { userId: me, now })).toMatchObject({
      position: null,
      next: 'a',
      nextOpen: 'a',
    })
    expect(neighboursOf([], 'gone', { userId: me, now })).toMatchObject({
      count: 0,
      nextOpen: undefined,
    })
  })

  test('include one whose claim has run out', () => {
    const later = new Date('2026-11-25T03:21:00Z')
    expect(neighboursOf(items, 'b', { userId: me, now: later }).nextOpen).toBe('c')
  })
})

describe('a bulk decision', () => {
  const clean = { warnings: [] }
  const rows = [
    investor('clean'),
    investor('asked'),
    investor('unknown'),
    investor('pep', { isPep: true }),
    investor('own', { rmId: me }),
    investor('done', { status: 'approved' }),
  ]
  const details = new Map([
    ['clean', clean],
    ['asked', { warnings: [{ pointer: '/individual/npwp', code: 'npwp-not-nik' }] }],
    ['pep', clean],
  ])

  test('approves only what is known to have no open question', () => {
    const { taken, excluded } = sortSelection(rows, {
      decision: 'approve',
      userId: me,
      now,
      details,
    })
    expect(taken.map(({ id }) => id)).toEqual(['clean'])
    expect(excluded.map(({ investor: { id }, code }) => [id, code])).toEqual([
      ['asked', QUESTIONS],
      ['unknown', QUESTIONS],
      ['pep', 'senior-approval-missing'],
      ['own', 'four-eyes'],
      ['done', 'wrong-state'],
    ])
  })

  test('returns also what has questions', () => {
    expect(
      sortSelection(rows, { decision: 'return', userId: me, now }).taken.map(({ id }) => id),
    ).toEqual(['clean', 'asked', 'unknown', 'pep'])
  })
})

test('differences name the fields, documents and parts that changed, and nothing else', () => {
  const document = (id: string, type: 'ktp' | 'selfie') => ({ id, type, storedAt: null })
  const seen = {
    ...investor('a'),
    individual: { placeOfBirth: 'Jakarta', purpose: 'X' },
    documents: [document('1', 'ktp'), document('2', 'selfie')],
    bankAccounts: [],
    riskProfile: null,
    consents: [],
  } as unknown as InvestorDetail
  const after = {
    ...seen,
    version: 2,
    individual: { ...seen.individual, placeOfBirth: 'Bogor' },
    documents: [document('1', 'ktp'), document('3', 'selfie')],
    riskProfile: { id: 'r' },
  } as unknown as InvestorDetail
  expect(differences(seen, after)).toEqual([
    '/individual/placeOfBirth',
    '/documents/selfie',
    '/riskProfile',
  ])
  expect(differences(seen, { ...seen, version: 2 })).toEqual([])
})

describe('the line of a return in the history', () => {
  test('is read back into its parts, also where a reason has a semicolon', () => {
    expect(
      returnedParts('/individual/placeOfBirth: Bogor; bukan Jakarta; /documents/selfie: Buram'),
    ).toEqual([
      { pointer: '/individual/placeOfBirth', reason: 'Bogor; bukan Jakarta' },
      { pointer: '/documents/selfie', reason: 'Buram' },
    ])
    expect(returnedParts('Catatan bebas')).toEqual([])
    expect(returnedParts(null)).toEqual([])
  })
})

test('faults are marked while a reason passes, not where the reader may never decide', () => {
  const because = (code: string) => mayMark('submitted', { code, text: 'Alasan yang sama.' })
  expect(
    ['loading', 'stale', 'claimed-by-other', 'stale-version'].filter((code) => !because(code)),
  ).toEqual([])
  expect(['role', 'four-eyes'].filter(because)).toEqual([])
  expect([
    mayMark('submitted', undefined),
    mayMark('sync-failed', undefined),
    mayMark('approved', undefined),
  ]).toEqual([true, true, false])
})
