import { render, screen } from '@testing-library/react-native'
import {
  askedOf,
  leadFieldNames,
  limitsOf,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import type { Entry } from './entries.ts'
import { CorrectionSheet } from './CorrectionSheet.tsx'

jest.mock('./tray.ts', () => ({ sendAgain: jest.fn() }))

const texts = leadFieldNames.filter(
  (name): name is Exclude<LeadField, 'tags' | 'nextFollowUpAt'> =>
    !['tags', 'nextFollowUpAt'].includes(name),
)
const entry: Entry = {
  id: 'e',
  key: 'k',
  at: '2026-11-25T00:00:00.000Z',
  operation: 'leads.create',
  record: 'lead/1',
  title: 'Siti',
  input: { id: '1', ...Object.fromEntries(texts.map((name) => [name, `isi ${name}`])) },
  attempts: 1,
  notBefore: 0,
}

test('a refused lead is corrected with the labels and limits of its form', () => {
  render(<CorrectionSheet entry={entry} onClose={() => undefined} />)
  const shown = texts.map((name) => {
    const { value, maxLength } = screen.getByLabelText(askedOf(name).id).props as {
      value: string
      maxLength?: number
    }
    return { name, value, characters: maxLength }
  })
  expect(shown).toEqual(
    texts.map((name) => ({ name, value: `isi ${name}`, characters: limitsOf(name).characters })),
  )
})
