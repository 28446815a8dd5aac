import { act, fireEvent, render, screen } from '@testing-library/react-native'
import {
  askedOf,
  leadField,
  leadFieldNames,
  limitsOf,
  type LeadControl,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import type { Lead } from '@rmtools/contracts/crm/leads'
import { EditSheet } from './EditSheet.tsx'
import { changesOf, edited, typedOf } from './editing.ts'
import { changeLead } from './local.ts'
import { matching } from './rules.ts'
import { leadOf } from './testing.ts'

jest.mock('./local.ts', () => ({ changeLead: jest.fn(async () => undefined) }))
const changed = jest.mocked(changeLead)

const lead = leadOf()

type Sample = { typed: string; kept: Lead[LeadField] }
const word = (field: LeadField) => ({ typed: ` Baru ${field} `, kept: `Baru ${field}` })
const samples: Readonly<Record<LeadControl, ((field: LeadField) => Sample) | null>> = {
  name: word,
  text: word,
  'long-text': word,
  phone: () => ({ typed: '0812 0000 0002', kept: '+6281200000002' }),
  email: (field) => ({ typed: `${field}@mail.example`, kept: `${field}@mail.example` }),
  tags: (field) => ({
    typed: `${field} satu, ${field} dua, ${field} satu`,
    kept: [`${field} satu`, `${field} dua`],
  }),
  // The lead's own screen edits this one.
  'follow-up': null,
}
const filled = leadFieldNames.flatMap((field) => {
  const sample = samples[leadField(field).control]?.(field)
  return sample ? [{ field, ...sample }] : []
})
const kept = Object.fromEntries(filled.map(({ field, kept: value }) => [field, value]))

test('every field of a lead can be changed, within its limit, and only what was changed is sent', async () => {
  expect(filled.map(({ field }) => field)).toEqual(edited)
  render(<EditSheet lead={lead} onClose={() => undefined} />)
  for (const { field, typed } of filled) {
    const input = screen.getByLabelText(new RegExp(`^${askedOf(field).id}`))
    if (!Array.isArray(lead[field]))
      expect([field, input.props.maxLength]).toEqual([field, limitsOf(field).characters])
    fireEvent.changeText(input, typed)
  }
  await act(async () => void fireEvent.press(screen.getByRole('button', { name: 'Simpan' })))
  expect(changed.mock.lastCall).toEqual([lead, kept])
})

test('a lead that an older version of the app kept, without a field of today, opens with nothing changed', () => {
  const { source: _, ...older } = { ...lead, ...kept } as Lead
  expect(changesOf(older as Lead, typedOf(older as Lead))).toEqual({})
})

test('the phone finds a lead by every field that is searched', () => {
  const searched = filled.filter(({ field }) => leadField(field).search !== 'none')
  expect(searched.length).toBeGreaterThan(3)
  const found = searched.map(({ field, typed }) => {
    const search = typed.split(',')[0] ?? ''
    return [
      field,
      matching(
        [{ ...lead, ...kept }, lead],
        { search, statuses: [], isDueOnly: false },
        new Date(lead.createdAt),
      ).length,
    ]
  })
  expect(found).toEqual(searched.map(({ field }) => [field, 1]))
})
