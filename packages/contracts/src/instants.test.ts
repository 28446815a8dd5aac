import { expect, test } from 'vitest'
import { readInstant } from './instants.ts'

test.each([
  ['2026-11-23T06:05:00.000Z', '2026-11-23T06:05:00.000Z'],
  ['2026-11-23t13:05:00+07:00', '2026-11-23T06:05:00.000Z'],
  // No time zone is so far ahead; databases refuse the offset, but the instant is unambiguous.
  ['2026-11-23T10:00:00+23:59', '2026-11-22T10:01:00.000Z'],
  ['2026-11-23T10:00:00.123456789Z', '2026-11-23T10:00:00.123Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%s is %s', (written, value) => expect(readInstant(written)).toEqual({ value }))

test.each([
  ['2026-11-23', 'format'],
  ['2026-11-23T10:00:00', 'format'],
  ['2026-13-01T10:00:00Z', 'format'],
  // JavaScript would read it as the second of March.
  ['2026-02-30T10:00:00Z', 'format'],
  ['2026-11-31T10:00:00+07:00', 'format'],
  // A leap second: no date library here supports one.
  ['2026-12-31T23:59:60Z', 'format'],
  ['2026-11-23T10:00:00+24:00', 'format'],
  ['0000-01-01T00:00:00Z', 'instant-range'],
  ['9999-12-31T23:59:59-15:59', 'instant-range'],
])('%s is refused as %s', (written, code) => expect(readInstant(written)).toEqual({ code }))
