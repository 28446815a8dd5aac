import { expect, test } from 'vitest'
import { qrPicture } from './qr.ts'

test('draws every dark module once, inside the quiet zone', () => {
  const { size, path } = qrPicture('https://example.co.id')
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map((run) =>
    run.slice(1).map(Number),
  )
  expect(runs.map(([x, y, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('')).toBe(path)
  for (const [x = 0, y = 0, length = 0] of runs) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
    expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size - 4)
  }
  // The first row of the finder patterns: seven modules at either side.
  expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
})
