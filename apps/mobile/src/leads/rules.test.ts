import type { Lead } from '@rmtools/contracts/crm/leads'
import type { Entry } from '../sync/entries.ts'
import { atTime, inDays } from './follow-up.ts'
import { internationalPhone, isDue, matching, phoneFault, withWaiting } from './rules.ts'
import { leadOf } from './testing.ts'

const who = { userId: 'u', companyId: 'c' }
const lead = (over: Partial<Lead> = {}): Lead => leadOf({ interest: 'Dana pendidikan', ...over })
const entry = (over: Partial<Entry>): Entry => ({
  id: 'e',
  key: 'k',
  at: '2026-11-25T00:00:00.000Z',
  operation: 'leads.update',
  record: 'lead/1',
  title: 'Siti Rahmawati',
  input: {},
  attempts: 0,
  notBefore: 0,
  ...over,
})

describe('leads with what waits on the device', () => {
  test('show a lead that was added without a network first, as waiting', () => {
    const [first, second] = withWaiting(
      [lead()],
      [
        entry({
          operation: 'leads.create',
          record: 'lead/2',
          title: 'Budi',
          input: { id: '2', fullName: 'Budi', phone: '+62812' },
        }),
      ],
      who,
    )
    expect(first).toMatchObject({ id: '2', fullName: 'Budi', status: 'new', sync: 'waiting' })
    expect(second?.sync).toBeUndefined()
  })
  test('show changes at once, and keep the version that the server knows', () => {
    expect(
      withWaiting(
        [lead()],
        [entry({ input: { id: '1', version: 3, status: 'contacted' } })],
        who,
      )[0],
    ).toMatchObject({
      status: 'contacted',
      version: 3,
      sync: 'waiting',
    })
  })
  test('say which one was refused, also when more waits behind it', () => {
    const entries = [
      entry({ input: { id: '1' }, refusal: { code: 'phone-invalid', status: 422 } }),
      entry({ id: 'f', input: { id: '1', interest: 'x' } }),
    ]
    expect(withWaiting([lead()], entries, who)[0]?.sync).toBe('refused')
  })
  test('do not show a lead twice when the server has it already', () => {
    expect(
      withWaiting(
        [lead()],
        [entry({ operation: 'leads.create', input: { id: '1', fullName: 'Siti Rahmawati' } })],
        who,
      ),
    ).toHaveLength(1)
  })
})

describe('finding leads', () => {
  const now = new Date('2026-11-25T03:00:00.000Z')
  const find = (search: string) =>
    matching([lead()], { search, statuses: [], isDueOnly: false }, now).length
  test.each([
    'siti',
    'rahma siti',
    'sitirahma',
    'Sít\u012b',
    'pendidikan',
    '0812000',
    '+62812',
    '62812',
    '0812-0000-0001',
    '0812 0000 0001',
    '(0812) 00000001',
    '+62 (0) 812\u20110000\u20110001',
    '0062 812 0000 0001',
  ])('finds %s', (search) => expect(find(search)).toBe(1))
  test.each(['budi', 'siti obligasi', '0899'])('does not find %s', (search) =>
    expect(find(search)).toBe(0),
  )
  test('a follow-up is due until midnight in Jakarta', () => {
    expect(isDue(lead({ nextFollowUpAt: '2026-11-25T16:59:00.000Z' }), now)).toBe(true)
    expect(isDue(lead({ nextFollowUpAt: '2026-11-25T17:00:00.000Z' }), now)).toBe(false)
    expect(isDue(lead({ nextFollowUpAt: '2026-11-20T00:00:00.000Z', status: 'lost' }), now)).toBe(
      false,
    )
  })
})

test.each([
  ['0812 3456-7890', '+6281234567890'],
  ['6281234567890', '+6281234567890'],
  ['81234567890', '+6281234567890'],
  ['+6581234567', '+6581234567'],
])('%s is %s to the server', (typed, kept) => expect(internationalPhone(typed)).toBe(kept))
test.each([
  ['089532970888633', 'phone'],
  ['021 5551234 ext. 12', 'phone-extension'],
  ['0812', undefined],
  ['0812 3456 7890', undefined],
])('the fault of %s is shown while it is typed: %s', (typed, fault) =>
  expect(phoneFault(typed)).toBe(fault),
)

test('tomorrow of a Friday is Monday at nine in Jakarta', () => {
  expect(inDays(1, new Date('2026-11-27T05:00:00.000Z'))).toBe('2026-11-30T02:00:00.000Z')
  expect(inDays(1, new Date('2026-11-24T18:00:00.000Z'))).toBe('2026-11-26T02:00:00.000Z')
})
test('a time is typed with a point, a colon or neither', () => {
  expect([
    atTime('2026-11-27', '9.30'),
    atTime('2026-11-27', '0930'),
    atTime('2026-11-27', '25.00'),
  ]).toEqual(['2026-11-27T02:30:00.000Z', '2026-11-27T02:30:00.000Z', undefined])
})
