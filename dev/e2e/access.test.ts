// SECURITY 24: every operation of the contract, tried by every persona. A new operation is covered
// automatically.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import type { EndpointSpec, SystemRole } from '@rmtools/contracts/endpoint'
import type { System } from '../system.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

const personas: readonly { name: string; role: SystemRole }[] = [
  { name: 'rina', role: 'rm' },
  { name: 'bagus', role: 'rm' },
  { name: 'maya', role: 'reviewer' },
  { name: 'sari', role: 'company-admin' },
  { name: 'lina', role: 'company-admin' },
  { name: 'yusuf', role: 'auditor' },
  { name: 'putri', role: 'platform-admin' },
]

let system: System
const tokens = new Map<string, string>()

beforeAll(async () => {
  system = await throwAwaySystem()
  for (const { name } of personas) tokens.set(name, (await as(system, name)).accessToken ?? '')
})
afterAll(async () => await system[Symbol.asyncDispose]())

const SOMEBODY_ELSES = '0198ffff-ffff-7fff-8fff-ffffffffffff'

async function attempt(
  spec: EndpointSpec,
  token?: string,
): Promise<{ status: number; code: string | undefined }> {
  const path = spec.path.replace(/\{(\w+)\}/g, SOMEBODY_ELSES)
  const reply = await fetch(system.url + path, {
    method: spec.method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(spec.method === 'GET'
        ? {}
        : { 'content-type': spec.upload ? 'application/octet-stream' : 'application/json' }),
    },
    // Never a valid input: a validation error shows that access was granted, and nothing happens.
    ...(spec.method === 'GET' || spec.method === 'DELETE' ? {} : { body: '{"no such field":1}' }),
  })
  const text = await reply.text()
  const isProblem = reply.headers.get('content-type')?.startsWith('application/problem+json')
  return {
    status: reply.status,
    code: isProblem
      ? (JSON.parse(text) as { type: string }).type.replace('/problems/', '')
      : undefined,
  }
}

const guarded = everyEndpoint.filter(
  ({ spec }) => spec.access === 'session' || typeof spec.access === 'object',
)

describe('an operation for signed-in users', () => {
  test.each(guarded.map((one) => [one.id, one.spec] as const))(
    '%s answers 401 to nobody and to a made-up token',
    async (_, spec) => {
      expect((await attempt(spec)).status).toBe(401)
      expect((await attempt(spec, 'eyJhbGciOiJub25lIn0.e30.')).status).toBe(401)
    },
  )
})

describe('an operation behind a permission', () => {
  const granted = guarded.filter(({ spec }) => typeof spec.access === 'object')
  test.each(granted.map((one) => [one.id, one.spec] as const))(
    '%s lets in exactly the roles it names',
    async (_, spec) => {
      const roles = typeof spec.access === 'object' ? spec.access.roles : []
      for (const { name, role } of personas) {
        const { status, code } = await attempt(spec, tokens.get(name))
        const isLetIn = !(status === 403 && code === 'forbidden') && status !== 401
        expect([name, isLetIn, status < 500]).toEqual([name, roles.includes(role), true])
      }
    },
  )
})

describe('the public gateway', () => {
  const internal = everyEndpoint.filter(({ spec }) => spec.access === 'service')
  test.each(internal.map((one) => [one.id, one.spec] as const))(
    'does not know %s, which is between services',
    async (_, spec) => {
      const { status } = await attempt(spec, tokens.get('putri'))
      expect([404, 405]).toContain(status)
    },
  )

  const publicWrites = everyEndpoint.filter(
    ({ spec }) => spec.method !== 'GET' && (spec.access === 'public' || spec.access === 'link'),
  )
  test.each(publicWrites.map((one) => [one.id, one.spec] as const))(
    'SECURITY 18: refuses %s without a CSRF token',
    async (_, spec) => {
      expect(await attempt(spec)).toEqual({ status: 403, code: 'csrf-refused' })
    },
  )

  test('SECURITY 18: refuses a write from a foreign origin, whatever the token', async () => {
    const reply = await fetch(`${system.url}/crm/leads`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get('rina')}`,
        origin: 'https://evil.example',
        'content-type': 'application/json',
      },
      body: '{}',
    })
    expect(reply.status).toBe(403)
    expect(reply.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('SECURITY 18: answers with security headers, also to errors', async () => {
    for (const path of [
      '/auth/companies',
      '/no/such/path',
      '/crm/leads',
      '/swagger-ui/',
      '/swagger-ui/index.html',
      '/openapi.json',
    ]) {
      const { headers } = await fetch(system.url + path)
      expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual(
        [path, 'nosniff', 'DENY'],
      )
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  test('lets the broker in with its own token only', async () => {
    const push = everyEndpoint.filter(({ spec }) => spec.access === 'push')
    expect(push.length).toBeGreaterThan(0)
    for (const { spec } of push)
      for (const token of [undefined, tokens.get('sari')])
        expect((await attempt(spec, token)).status).toBe(401)
  })
})
