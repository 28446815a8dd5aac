// The cost of reading hostile input, for every operation of the contract. Measured in CPU time,
// which a busy machine does not change.
import { describe, expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { inputReader } from './validate.ts'

const PIECE_MS = 50
const TRIES = 5

/** The minimum cost of several runs: compilation and garbage collection happen once. */
function costOf(act: () => void): number {
  let least = Infinity
  for (let time = 0; time < TRIES && least >= PIECE_MS / 2; time++) {
    const before = process.threadCpuUsage()
    act()
    const { user, system } = process.threadCpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

const MEGABYTE = 1_000_000
const LONG = 500_000
const keys = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`
const hostile = {
  'a megabyte of keys': keys(85_000),
  'as many unknown keys as are read': keys(4900),
  'a megabyte of brackets': '['.repeat(MEGABYTE),
  'a megabyte of empty lists': `[${'[],'.repeat(300_000)}[]]`,
  'a megabyte of numbers': `[${'1,'.repeat(500_000)}1]`,
  'a megabyte of quotes': `{"a":"${String.raw`\"`.repeat(500_000)}"}`,
  'a megabyte of backslashes': `{"a":"${'\\'.repeat(500_000)}"}`,
  'a megabyte of blanks': `{"a":1${' '.repeat(MEGABYTE)}}`,
}

const bodies = everyEndpoint.filter(({ spec }) => spec.body !== undefined)

describe('SECURITY 51: reading hostile input costs less than fifty milliseconds', () => {
  test.each(bodies.map((one) => [one.id, one.spec] as const))('%s', (_, spec) => {
    const read = inputReader(spec)
    const params = Object.fromEntries(
      Object.keys(spec.params?.properties ?? {}).map((name) => [name, 'x']),
    )
    const long = Object.keys(spec.body?.properties ?? {}).flatMap((field) =>
      ['0', ' ', '1.', '+62 ', 'a-', '\u2011'].map((one) => [
        `${field}: ${one}`,
        JSON.stringify({ [field]: one.repeat(LONG / one.length) }),
      ]),
    )
    for (const [name, text] of [...Object.entries(hostile), ...long] as [string, string][]) {
      const body = Buffer.from(text)
      const cost = costOf(() => {
        try {
          read({ params, query: {}, body })
        } catch (refusal) {
          expect(refusal).toMatchObject({ code: 'invalid-input' })
        }
      })
      expect([name, cost < PIECE_MS ? 'cheap' : `${cost} ms`]).toEqual([name, 'cheap'])
    }
  })
})

/**
 * Every pattern of the contract, and the longest text that it has to match: text longer than the
 * form allows is matched, too.
 */
const patterns = new Map<string, string>()
function collect(schema: unknown, id: string): void {
  if (typeof schema !== 'object' || schema === null) return
  if ('pattern' in schema && typeof schema.pattern === 'string') patterns.set(schema.pattern, id)
  for (const inner of Object.values(schema)) collect(inner, id)
}
for (const { id, spec } of everyEndpoint)
  for (const part of [spec.params, spec.query, spec.body]) collect(part, id)

const texts = [
  'a',
  '0',
  ' ',
  '-',
  '.',
  ',',
  '+',
  '0 ',
  'a ',
  '1,',
  '1.',
  '0-',
  '\u00a0',
  'é',
  '(',
  'A1',
].map((one) => one.repeat(LONG / one.length))

describe('SECURITY 28, 51: a pattern', () => {
  test.each([...patterns])('%s is matched in time however long the text (%s)', (pattern) => {
    const expression = new RegExp(pattern, 'u')
    for (const text of texts)
      for (const tail of ['', '!', '\n', ' ']) {
        const cost = costOf(() => expression.test(text + tail))
        expect([text.slice(0, 2), tail, cost < PIECE_MS ? 'cheap' : `${cost} ms`]).toEqual([
          text.slice(0, 2),
          tail,
          'cheap',
        ])
      }
  })
})
