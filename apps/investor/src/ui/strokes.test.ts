import { expect, test } from 'vitest'
import { isDrawn } from './strokes.ts'

test('a dot or a slip of the finger is not a signature, a few strokes are', () => {
  expect(isDrawn([])).toBe(false)
  expect(isDrawn([[{ x: 0.5, y: 0.2 }]])).toBe(false)
  expect(
    isDrawn([
      [
        { x: 0.5, y: 0.2 },
        { x: 0.6, y: 0.2 },
      ],
    ]),
  ).toBe(false)
  const line = [
    { x: 0.2, y: 0.2 },
    { x: 0.4, y: 0.3 },
  ]
  expect(isDrawn([line, line])).toBe(true)
})
