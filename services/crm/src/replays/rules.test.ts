import { expect, test } from 'vitest'
import { requireSame } from './rules.ts'

const kept = {
  name: 'Siti',
  amount: '1000000.00',
  tags: [] as string[],
  note: null,
  all: false,
  at: new Date('2026-11-23T03:00:00Z'),
}
const fields = ['name', 'amount', 'tags', 'note', 'all', 'at'] as const

test('equal values are the same', () => {
  expect(() =>
    requireSame(
      { name: 'Siti', amount: '1000000', at: '2026-11-23T03:00:00.000Z' },
      kept,
      fields as never,
    ),
  ).not.toThrow()
  expect(() =>
    requireSame(
      { name: 'Siti', amount: '1000000.0', tags: [], note: undefined, all: undefined, at: kept.at },
      kept,
      fields,
    ),
  ).not.toThrow()
})

test.each([
  [{ ...kept, name: 'Sita' }, ['/name']],
  [{ ...kept, amount: '10000000', note: 'x' }, ['/amount', '/note']],
  [{ ...kept, all: true }, ['/all']],
  [{ ...kept, tags: ['a'] }, ['/tags']],
  [{ ...kept, at: undefined }, ['/at']],
])('what differs is refused by its fields', (given, pointers) => {
  const refusal = (() => {
    try {
      requireSame(given as typeof kept, kept, fields as never)
    } catch (error) {
      return error as { status: number; code: string; errors: { pointer: string }[] }
    }
  })()
  expect([refusal?.status, refusal?.code, refusal?.errors.map(({ pointer }) => pointer)]).toEqual([
    409,
    'saved-differently',
    pointers,
  ])
})
