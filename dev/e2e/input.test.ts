// SECURITY 28: hostile input to every operation of the contract is a 4xx problem, never a 5xx, and
// never slow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { System } from '../system.ts'
import { longestPiece, PIECE_MS } from './pieces.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

let system: System
const tokens: string[] = []
let csrf: { 'x-csrf-token': string; cookie: string }

beforeAll(async () => {
  system = await throwAwaySystem()
  for (const name of ['rina', 'maya', 'sari', 'putri'])
    tokens.push((await as(system, name)).accessToken ?? '')
  const reply = await fetch(`${system.url}/auth/csrf-token`)
  csrf = {
    'x-csrf-token': ((await reply.json()) as { csrfToken: string }).csrfToken,
    cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
})
afterAll(async () => await system[Symbol.asyncDispose]())

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const bodies: readonly [name: string, body: string | Uint8Array][] = [
  ['nothing', ''],
  ['no JSON', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['deep nesting', nested(5000)],
  ['deep nesting in a field', `{"fullName":${nested(400)}}`],
  ['__proto__', '{"__proto__":{"role":"admin"}}'],
  ['constructor.prototype', '{"constructor":{"prototype":{"role":"admin"}}}'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['half a megabyte in a string', `{"fullName":"${'a'.repeat(500_000)}"}`],
  [
    'half a megabyte of keys',
    `{${Array.from({ length: 30_000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  ],
  [
    'as many unknown keys as are read',
    `{${Array.from({ length: 4900 }, (_, index) => `"k${index}":1`).join(',')}}`,
  ],
]

/** Values for every field of a body: hostile texts, wrong types, huge numbers. */
const values: readonly [name: string, value: string][] = [
  ['NUL', '"a\\u0000b"'],
  ['a lone surrogate', '"\\ud800"'],
  ['SQL', `"'; drop table lead; --"`],
  ['HTML', '"<script>alert(1)</script>"'],
  ['a huge number', '1e400'],
  ['a negative number', '-1'],
  ['a float', '0.1'],
  ['a list', '[[]]'],
  ['an object', '{"a":{}}'],
  ['a truth', 'true'],
]

async function attempt(
  spec: EndpointSpec,
  body: string | Uint8Array,
  token: string | undefined,
  query = '',
): Promise<{ status: number; type: string | null; ms: number }> {
  const path = spec.path.replace(/\{(\w+)\}/g, '0198ffff-ffff-7fff-8fff-ffffffffffff')
  const started = performance.now()
  const reply = await fetch(system.url + path + query, {
    method: spec.method,
    headers: {
      ...csrf,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      'idempotency-key': crypto.randomUUID(),
      ...(spec.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(spec.method === 'GET' ? {} : { body: body as string }),
  })
  await reply.arrayBuffer()
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    ms: performance.now() - started,
  }
}

const open = everyEndpoint.filter(
  ({ spec }) => spec.access !== 'service' && spec.access !== 'push' && !spec.upload,
)
// Signing out would end the sessions that the other attempts need.
const withBody = open.filter(({ spec }) => spec.body !== undefined)
const SLOW_MS = 2000

function expectRefused(
  what: string,
  { status, type, ms }: Awaited<ReturnType<typeof attempt>>,
): void {
  expect([
    what,
    status >= 400 && status < 500,
    type?.startsWith('application/problem+json'),
    ms < SLOW_MS,
  ]).toEqual([what, true, true, true])
}

/** The callers to try: each one with a session, or one without. */
const askersOf = ({ access }: EndpointSpec): readonly (string | undefined)[] =>
  typeof access === 'object' || access === 'session' ? tokens : [undefined]

describe('hostile bodies', () => {
  test.each(withBody.map((one) => [one.id, one.spec] as const))(
    '%s refuses them',
    async (_, spec) => {
      for (const token of askersOf(spec))
        for (const [name, body] of bodies) expectRefused(name, await attempt(spec, body, token))
    },
  )

  test.each(withBody.map((one) => [one.id, one.spec] as const))(
    '%s survives hostile values in each field',
    async (_, spec) => {
      const required: readonly string[] = spec.body?.required ?? []
      for (const token of askersOf(spec))
        for (const field of Object.keys(spec.body?.properties ?? {}))
          for (const [name, value] of values) {
            const { status } = await attempt(spec, `{"${field}":${value}}`, token)
            // With required fields missing the request cannot succeed, whatever the value.
            const mayBeTaken = required.every((one) => one === field)
            const isRefused = status < 500 && (mayBeTaken || status >= 400)
            expect([field, name, isRefused]).toEqual([field, name, true])
          }
    },
  )

  test('larger than a megabyte is 413', async () => {
    const lead = open.find(({ id }) => id === 'leads.create')
    if (!lead) throw new Error('there is no leads.create')
    expect(
      (await attempt(lead.spec, `{"fullName":"${'a'.repeat(1_100_000)}"}`, tokens[0])).status,
    ).toBe(413)
  })
})

describe('SECURITY 51: the event loop', () => {
  // In the services' own process, so that their work is measured; a long piece that occurs once is
  // a schema being compiled.
  test.each(withBody.map((one) => [one.id, one.spec] as const))(
    'is not held by hostile bodies of %s',
    async (_, spec) => {
      const [token] = askersOf(spec)
      for (const [name, body] of bodies) {
        const ms = await longestPiece(async () => void (await attempt(spec, body, token)))
        expect([name, ms < PIECE_MS ? 'short' : `${Math.round(ms)} ms`]).toEqual([name, 'short'])
      }
    },
  )
})

describe('hostile queries', () => {
  const lists = open.filter(
    ({ spec }) => spec.method === 'GET' && spec.query !== undefined && spec.access !== 'link',
  )
  const queries = [
    'limit=1&limit=2',
    'limit=1e9',
    'limit=-1',
    'limit=abc',
    'cursor=%00',
    'cursor=zzz',
    'nosuch=1',
    'search=%00',
    'search=%ED%A0%80',
    `search=${'a'.repeat(5000)}`,
    'from=x',
    '__proto__[a]=1',
  ]

  test.each(lists.map((one) => [one.id, one.spec] as const))(
    '%s refuses or ignores none of them by failing',
    async (_, spec) => {
      for (const token of askersOf(spec))
        for (const query of queries) {
          const { status, ms } = await attempt(spec, '', token, `?${query}`)
          expect([query, status < 500, ms < SLOW_MS]).toEqual([query, true, true])
        }
    },
  )
})
