import { canRebase, isDone, retryDelay } from './entries.ts'

test('a masked secret counts as what it hides', () => {
  const input = {
    id: '1',
    version: 1,
    individual: { identityNumber: '3174096501900001', motherMaidenName: 'Sulastri' },
  }
  expect(
    isDone(
      { input },
      { individual: { identityNumber: '************0001', motherMaidenName: '********' } },
    ),
  ).toBe(true)
  expect(
    isDone(
      { input },
      { individual: { identityNumber: '************0002', motherMaidenName: '********' } },
    ),
  ).toBe(false)
})

test('without knowing what it was before, nothing is laid over a newer record', () => {
  expect(canRebase({ input: { phone: '1' } }, { phone: '0' })).toBe(false)
  expect(canRebase({ input: { phone: '1' }, base: { phone: '0' } }, { phone: '0' })).toBe(true)
})

test.each([
  [1, undefined, 2000],
  [5, undefined, 32_000],
  [40, undefined, 300_000],
  [1, 17, 17_000],
])(
  'after %p tries, told to wait %p s, the next one comes %p ms later',
  (attempts, told, expected) => {
    expect(retryDelay(attempts, told)).toBe(expected)
  },
)
