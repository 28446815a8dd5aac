import { describe, expect, test } from 'vitest'
import { documentTypes } from './documents.ts'
import { investorKinds, kycFieldNames } from './kyc.ts'
import { applies, completeness, openParts, requiredNames, sectionsOf } from './kyc-form.ts'

const context = { today: '2026-11-25', regions: { provinces: new Set(['31']) } }

describe('the parts of the forms', () => {
  test.each(investorKinds)('of the %s hold every field of the contract once', (kind) => {
    const fields = sectionsOf[kind].flatMap((section) => section.fields)
    expect(fields.toSorted()).toEqual([...kycFieldNames[kind]].toSorted())
  })

  test('show only fields that apply or have a value', () => {
    expect(applies('individual', 'spouseName', { maritalStatus: 'single' })).toBe(false)
    expect(applies('individual', 'spouseName', { maritalStatus: 'married' })).toBe(true)
    expect(
      applies('individual', 'spouseName', { maritalStatus: 'single', spouseName: 'Budi' }),
    ).toBe(true)
    expect(applies('individual', 'employer', { occupation: 'housewife' })).toBe(false)
  })

  test('take required fields from the rules of the contract', () => {
    expect(requiredNames('individual', { occupation: 'employee' }, context).has('employer')).toBe(
      true,
    )
    expect(requiredNames('individual', { occupation: 'student' }, context).has('employer')).toBe(
      false,
    )
    expect(requiredNames('individual', {}, context).has('religion')).toBe(false)
  })
})

describe('a returned case', () => {
  const returned = {
    kind: 'individual' as const,
    documents: [],
    missing: [],
    openFields: ['/individual/placeOfBirth', '/documents/ktp'],
  }

  test('opens returned parts only', () => {
    const parts = openParts(returned)
    expect(parts.sections.map(({ id, fields }) => [id, fields])).toEqual([
      ['identity', ['placeOfBirth']],
    ])
    expect([parts.documentTypes, parts.hasBank, parts.hasRisk]).toEqual([['ktp'], false, false])
  })

  test('of old opens every part, with the documents that apply', () => {
    const missing = [{ pointer: '/documents/ktp', code: 'required' }]
    const parts = openParts({ ...returned, openFields: null, missing })
    expect(parts.documentTypes).toEqual(
      documentTypes.filter((type) =>
        ['ktp', 'selfie', 'npwp', 'signature', 'bank-book'].includes(type),
      ),
    )
    expect([parts.sections.length, parts.hasBank, parts.hasRisk]).toEqual([7, true, true])
  })
})

test('completeness rises as less is missing', () => {
  const one = { pointer: '/individual/sex', code: 'required' }
  const share = (count: number) =>
    completeness(
      { kind: 'individual', openFields: null, missing: Array.from({ length: count }, () => one) },
      context,
    )
  expect(share(0)).toBe(1)
  expect(share(5)).toBeGreaterThan(share(10))
  expect(share(1000)).toBe(0)
})

test('completeness is the same for the RM, who is asked for consents and verification, and for the investor, who is not yet', () => {
  const fields = Array.from({ length: 10 }, () => ({
    pointer: '/individual/sex',
    code: 'required',
  }))
  const beside = ['/consents/personal-data', '/consents/e-signature', '/verificationMethod'].map(
    (pointer) => ({
      pointer,
      code: 'required',
    }),
  )
  const share = (missing: typeof fields) =>
    completeness({ kind: 'individual', openFields: null, missing }, context)
  expect(share([...fields, ...beside])).toBe(share(fields))
  expect(share(beside)).toBe(1)
})
