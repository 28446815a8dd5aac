import { describe, expect, test } from 'vitest'
import { RmToolsError } from './error.ts'
import { createRmTools, type RmToolsOptions } from './rmtools.ts'
import type { KeptSession } from './session.ts'

type Seen = { method: string; path: string; headers: Headers; body: string | undefined }
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'nothing'

const hour = 3_600_000
const session = (): KeptSession => ({
  accessToken: 'access-1',
  expiresAt: Date.now() + hour,
  refreshToken: 'refresh-1',
})

/**
 * A client whose server gives these responses one after the other, and the CSRF token on every
 * request for it.
 */
function client(answers: readonly Answer[], options: Partial<RmToolsOptions> = {}) {
  const left = [...answers]
  const seen: Seen[] = []
  const fetch = (async (url: URL, init: RequestInit) => {
    init.signal?.throwIfAborted()
    const one = {
      method: init.method ?? '',
      path: url.pathname + url.search,
      headers: new Headers(init.headers),
      body: init.body as string | undefined,
    }
    seen.push(one)
    if (one.path === '/auth/csrf-token')
      return Response.json(
        { csrfToken: 'csrf-1', expiresInSeconds: 3600 },
        { headers: { 'set-cookie': '__Host-csrf=nonce; Path=/; Max-Age=3600' } },
      )
    const answer = left.shift() ?? 'nothing'
    if (answer === 'nothing') throw new TypeError('fetch failed')
    const { status = 200, body, headers = {} } = answer
    return new Response(body === undefined ? null : JSON.stringify(body), { status, headers })
  }) as typeof globalThis.fetch
  const kept: (KeptSession | undefined)[] = []
  const rm = createRmTools({
    baseUrl: 'https://rmtools.example',
    session: session(),
    onSession: (next) => kept.push(next),
    fetch,
    ...options,
  })
  return { rm, seen, kept, calls: () => seen.map(({ method, path }) => `${method} ${path}`) }
}

const problem = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: `/problems/${code}`, title: 'Title', status, ...more },
})
const lead = { fullName: 'Siti', phone: '+628123456789' }
const refusal = async (call: Promise<unknown>) =>
  await call.then(
    () => 'done',
    (error: RmToolsError) => `${error.status} ${error.code}`,
  )

describe('a request', () => {
  test('is made of one flat argument', async () => {
    const { rm, seen } = client([{ body: {} }, { body: { items: [], nextCursor: null } }])
    await rm.leads.update({ id: 'a/b', version: 2, fullName: 'Siti', email: null })
    expect(seen[0]).toMatchObject({ method: 'PATCH', path: '/crm/leads/a%2Fb' })
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ version: 2, fullName: 'Siti', email: null })
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer access-1')
    await rm.leads.list({ status: 'new', limit: 5 })
    expect(seen[1]).toMatchObject({ method: 'GET', path: '/crm/leads?limit=5&status=new' })
  })

  test('that creates carries a key of its own, or the given one', async () => {
    const { rm, seen } = client([{ body: {} }, { body: {} }, { body: {} }])
    await rm.leads.create(lead)
    await rm.leads.create(lead)
    await rm.leads.create(lead, { idempotencyKey: 'intention-1' })
    const keys = seen.map(({ headers }) => headers.get('idempotency-key'))
    expect(new Set(keys).size).toBe(3)
    expect(keys[2]).toBe('intention-1')
  })

  test('without a session that writes carries a CSRF token and its cookie, fetched once', async () => {
    const { rm, seen, calls } = client([{ body: {} }, { body: {} }])
    await rm.passwords.requestReset({ email: 'siti@mail.example' } as never)
    await rm.passwords.requestReset({ email: 'siti@mail.example' } as never)
    expect(calls().filter((call) => call.endsWith('csrf-token'))).toHaveLength(1)
    expect(seen[1]?.headers.get('x-csrf-token')).toBe('csrf-1')
    expect(seen[1]?.headers.get('cookie')).toBe('__Host-csrf=nonce')
  })
})

describe('trying again', () => {
  test.each([
    ['a read after 503', [problem(503, 'unavailable'), { body: { items: [] } }]],
    ['a read after a broken connection', ['nothing', { body: { items: [] } }]],
    ['a read after a proxy’s 502', [{ status: 502, body: 'Bad gateway' }, { body: { items: [] } }]],
  ] as [string, Answer[]][])('%s', async (_what, answers) => {
    const { rm, seen } = client(answers)
    await rm.leads.tags()
    expect(seen).toHaveLength(2)
  })

  test('a creation is retried with the same key', async () => {
    const { rm, seen } = client(['nothing', problem(503, 'unavailable'), { body: {} }])
    await rm.leads.create(lead)
    expect(seen).toHaveLength(3)
    expect(new Set(seen.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
    expect(new Set(seen.map(({ body }) => body)).size).toBe(1)
  })

  test('a change without a key does not: it may have been carried out', async () => {
    for (const answer of ['nothing', problem(503, 'unavailable')] as const) {
      const { rm, seen } = client([answer])
      await refusal(rm.leads.update({ id: '1', version: 1 }))
      expect(seen).toHaveLength(1)
    }
  })

  test('a call refused with 429 is retried after its Retry-After, unless that is long', async () => {
    const short = client([
      { ...(problem(429, 'too-many-requests') as object), headers: { 'retry-after': '1' } },
      { body: {} },
    ])
    const started = performance.now()
    await short.rm.leads.update({ id: '1', version: 1 })
    expect(performance.now() - started).toBeGreaterThanOrEqual(990)
    const long = client([
      { ...(problem(429, 'too-many-requests') as object), headers: { 'retry-after': '3600' } },
    ])
    await expect(long.rm.leads.tags()).rejects.toMatchObject({ retryAfterSeconds: 3600 })
    expect(long.seen).toHaveLength(1)
  })

  test('refusals and server faults are reported at once', async () => {
    for (const [status, code] of [
      [400, 'invalid-input'],
      [403, 'forbidden'],
      [500, 'internal-error'],
    ] as const) {
      const { rm, seen } = client([problem(status, code)])
      expect(await refusal(rm.leads.tags())).toBe(`${status} ${code}`)
      expect(seen).toHaveLength(1)
    }
  })

  test('ends after the given number of times', async () => {
    const { rm, seen } = client(['nothing', 'nothing', 'nothing'], { retries: 1 })
    expect(await refusal(rm.leads.tags())).toBe('0 offline')
    expect(seen).toHaveLength(2)
  })
})

describe('the session', () => {
  const renewed = {
    body: {
      status: 'signed-in',
      accessToken: 'access-2',
      expiresIn: 600,
      refreshToken: 'refresh-2',
    },
  }

  test('comes with a sign-in and goes with a sign-out', async () => {
    const { rm, kept } = client([renewed, { body: { status: 'signed-out' } }], {
      session: undefined as never,
    })
    await rm.sessions.login({
      login: 'rina@mail.example',
      password: 'x',
      client: 'mobile',
      device: { id: 'd', name: 'Server', platform: 'web' },
    })
    expect(rm.session).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-2' })
    await rm.sessions.logoutByPost()
    expect(rm.session).toBeUndefined()
    expect(kept).toHaveLength(2)
  })

  test('a challenge is not a session', async () => {
    const { rm } = client([{ body: { status: 'challenge', challengeId: 'c' } }])
    rm.useSession(undefined)
    await rm.sessions.login({
      login: 'rina@mail.example',
      password: 'x',
      client: 'mobile',
      device: { id: 'd', name: 'Server', platform: 'web' },
    })
    expect(rm.session).toBeUndefined()
  })

  test('is renewed before its end, once for all calls at the same time', async () => {
    const { rm, seen, calls } = client([renewed, { body: {} }, { body: {} }], {
      session: { ...session(), expiresAt: Date.now() + 1000 },
    })
    await Promise.all([rm.account.me(), rm.leads.tags()])
    expect(calls().filter((call) => call === 'POST /auth/refresh-token')).toHaveLength(1)
    expect(JSON.parse(seen.find(({ body }) => body)?.body ?? '')).toEqual({
      refreshToken: 'refresh-1',
    })
    expect(seen.at(-1)?.headers.get('authorization')).toBe('Bearer access-2')
  })

  test('is renewed when the server says that it has ended, and the call is made again, once', async () => {
    const ended = problem(401, 'unauthenticated')
    const again = client([ended, renewed, { body: { items: [] } }])
    await again.rm.leads.tags()
    expect(again.calls()).toEqual([
      'GET /crm/lead-tags',
      'GET /auth/csrf-token',
      'POST /auth/refresh-token',
      'GET /crm/lead-tags',
    ])
    const never = client([ended, renewed, ended])
    expect(await refusal(never.rm.leads.tags())).toBe('401 unauthenticated')
  })

  test('that cannot be renewed ends, and its owner is notified', async () => {
    const { rm, kept } = client([problem(401, 'unauthenticated'), problem(401, 'session-ended')])
    expect(await refusal(rm.leads.tags())).toBe('401 session-ended')
    expect(rm.session).toBeUndefined()
    expect(kept).toEqual([undefined])
  })
})

test('a list is walked through page by page', async () => {
  const { rm, calls } = client([
    { body: { items: [{ id: '1' }, { id: '2' }], nextCursor: 'c 2' } },
    { body: { items: [{ id: '3' }], nextCursor: null } },
  ])
  const ids: string[] = []
  for await (const { id } of rm.leads.list.each({ status: 'new' })) ids.push(id)
  expect(ids).toEqual(['1', '2', '3'])
  expect(calls()).toEqual(['GET /crm/leads?status=new', 'GET /crm/leads?cursor=c+2&status=new'])
})

test('a list that is left early asks for no more', async () => {
  const { rm, seen } = client([{ body: { items: [{ id: '1' }], nextCursor: 'more' } }])
  for await (const one of rm.leads.list.each()) {
    expect(one.id).toBe('1')
    break
  }
  expect(seen).toHaveLength(1)
})

test('a refusal is an error with code, fields and the number of the request', async () => {
  const errors = [{ pointer: '/phone', code: 'phone-invalid' }]
  const { rm } = client([
    problem(400, 'invalid-input', { detail: 'Look', errors, instance: 'r-1' }),
  ])
  const error = await rm.leads.create(lead).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(RmToolsError)
  expect(error).toMatchObject({
    code: 'invalid-input',
    status: 400,
    message: 'Look',
    errors,
    requestId: 'r-1',
  })
})

test('the page of a proxy is an error as well', async () => {
  const { rm } = client([{ status: 413, body: '<html>' }])
  await expect(rm.leads.tags()).rejects.toMatchObject({ code: 'http-413', status: 413 })
})

test('a call ends at its timeout and when it is aborted', async () => {
  const never = (async (_url: URL, { signal }: RequestInit) => {
    signal?.throwIfAborted()
    return await new Promise((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason)),
    )
  }) as unknown as typeof fetch
  const { rm } = client([], { fetch: never })
  await expect(rm.leads.tags({}, { timeoutMs: 20 })).rejects.toMatchObject({
    code: 'timeout',
    status: 0,
  })
  const reason = new Error('the user left')
  const controller = new AbortController()
  const call = rm.leads.tags({}, { signal: controller.signal })
  controller.abort(reason)
  await expect(call).rejects.toBe(reason)
})

test('a CSRF token that is refused is fetched again, once', async () => {
  const refused = problem(403, 'csrf-refused')
  const { rm, calls } = client([refused, { body: {} }])
  await rm.passwords.requestReset({ email: 'siti@mail.example' } as never)
  expect(calls().filter((call) => call.endsWith('csrf-token'))).toHaveLength(2)
})
