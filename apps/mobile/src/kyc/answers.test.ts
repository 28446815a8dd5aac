import { faultsOfEdits, faultsOfField, saveable, withoutSaved } from './answers.ts'
import type { SeenCase } from '../investors/rules.ts'

const context = { today: '2026-11-25', regions: { provinces: new Set(['31']) } }
const form = {
  fullName: 'Siti',
  identityType: 'ktp',
  identityNumber: null,
  email: null,
  placeOfBirth: 'Jakarta',
}

test('what is sound is saved, trimmed; what is not waits on the phone', () => {
  const edits = { email: 'siti@', placeOfBirth: ' Bandung ', identityNumber: '9900000000000000' }
  expect(saveable('individual', form, edits, context)).toEqual({ placeOfBirth: 'Bandung' })
  const faults = faultsOfEdits('individual', form, edits, context)
  expect(faults.get('email')).toEqual([{ pointer: '', code: 'format' }])
  expect(faults.get('identityNumber')?.map(({ code }) => code)).toContain('nik-unknown-province')
  expect(faults.get('placeOfBirth')).toEqual([])
})

test('an emptied field is cleared, but a name stays', () => {
  expect(saveable('individual', form, { placeOfBirth: '', fullName: ' ' }, context)).toEqual({
    placeOfBirth: null,
  })
})

test('a mask is never sent in place of the number behind it, nor what is as it was', () => {
  expect(
    saveable(
      'individual',
      form,
      { identityNumber: '************0001', placeOfBirth: 'Jakarta' },
      context,
    ),
  ).toEqual({})
})

test('what was typed while it was being saved is not lost', () => {
  const saved = { placeOfBirth: 'Ban', email: 'x@' }
  expect(withoutSaved({ placeOfBirth: 'Bandung', email: 'x@' }, saved, ['placeOfBirth'])).toEqual({
    placeOfBirth: 'Bandung',
    email: 'x@',
  })
  expect(withoutSaved({ placeOfBirth: 'Ban', email: 'x@' }, saved, ['placeOfBirth'])).toEqual({
    email: 'x@',
  })
})

test('a field says what is wrong with what was typed before what is missing', () => {
  const missing = [{ pointer: '/individual/identityAddress/province', code: 'required' }]
  const seen = { kind: 'individual', missing } as unknown as SeenCase
  expect(faultsOfField(seen, 'identityAddress', undefined)).toEqual([
    { pointer: '/province', code: 'required' },
  ])
  expect(faultsOfField(seen, 'identityAddress', [])).toEqual([])
  expect(faultsOfField(seen, 'identityAddress', [{ pointer: '/rt', code: 'pattern' }])).toEqual([
    { pointer: '/rt', code: 'pattern' },
  ])
})
