import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import {
  ACCESS_TOKEN_SECONDS,
  createAuthenticator,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  type Revocation,
  type VerificationKey,
} from './authenticate.ts'
import { createLog } from '../process/log.ts'

const MINUTE_MS = 60_000
const pair = generateKeyPairSync('ed25519')
const key: VerificationKey = {
  kid: 'a',
  publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
}

type Signing = { kid?: string; signer?: KeyObject; changes?: Record<string, unknown> }

/** A valid token; `changes` override its claims, and undefined omits one. */
function tokenOf(
  sid: string,
  issuedAt: Date,
  { kid = 'a', signer = pair.privateKey, changes = {} }: Signing = {},
): string {
  const iat = Math.floor(issuedAt.getTime() / 1000)
  const claims = {
    sub: 'user',
    sid,
    com: 'c',
    coms: ['c'],
    role: 'rm',
    perms: [],
    own: true,
    dev: null,
    typ: 'access',
    iss: TOKEN_ISSUER,
    aud: TOKEN_AUDIENCE,
    iat,
    exp: iat + ACCESS_TOKEN_SECONDS,
    ...changes,
  }
  // Signed by hand: a library refuses to sign these claims.
  const said = [{ alg: 'EdDSA', typ: 'JWT', kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `Bearer ${said}.${sign(null, Buffer.from(said), signer).toString('base64url')}`
}

/** Auth and a verifier, each with a clock of its own. */
function createWorld() {
  const time = {
    ours: new Date('2026-11-23T03:00:00.000Z'),
    auths: new Date('2026-11-23T03:00:00.000Z'),
  }
  const ended: Revocation[] = []
  const auth = { isAway: false, asked: 0 }
  const feed = {
    keys: async () => {
      auth.asked++
      await new Promise((answer) => setImmediate(answer))
      if (auth.isAway) throw new Problem(unavailable)
      return [key]
    },
    revokedSince: async (since: string) => ended.filter(({ revokedAt }) => revokedAt >= since),
  }
  const authenticator = createAuthenticator({
    feed,
    clock: { now: () => time.ours },
    log: createLog('test', 'silent'),
    pollMs: 5,
  })
  const revoke = (sessionId: string) =>
    void ended.push({ sessionId, revokedAt: time.auths.toISOString() })
  const isLetIn = async (token: string) =>
    await authenticator.verify(token).then(
      () => true,
      (error: Problem) => {
        expect(error.code).toBe('unauthenticated')
        return false
      },
    )
  const shift = (ms: number, ...whose: ('ours' | 'auths')[]) => {
    for (const clock of whose) time[clock] = new Date(time[clock].getTime() + ms)
  }
  return {
    authenticator,
    auth,
    time,
    revoke,
    isLetIn,
    shift,
    [Symbol.asyncDispose]: async () => await authenticator[Symbol.asyncDispose](),
  }
}

describe('a verifier that has just started', () => {
  test('asks for the keys once, however many callers wait for them, and lets all of them in', async () => {
    await using world = createWorld()
    const token = tokenOf('s', world.time.ours)
    const actors = await Promise.all(
      Array.from({ length: 20 }, async () => await world.authenticator.verify(token)),
    )
    expect([actors.length, world.auth.asked]).toEqual([20, 1])
  })

  test('answers 503 and not 401 while auth is down, which signs nobody out', async () => {
    await using world = createWorld()
    world.auth.isAway = true
    const token = tokenOf('s', world.time.ours)
    for (let index = 0; index < 3; index++)
      await expect(world.authenticator.verify(token)).rejects.toMatchObject({
        status: 503,
        retryAfterSeconds: 1,
      })
    world.auth.isAway = false
    await vi.waitFor(async () => await world.authenticator.verify(token), 3000)
  })

  test('asks at most once a second for a key that nobody has', async () => {
    await using world = createWorld()
    const stranger = generateKeyPairSync('ed25519').privateKey
    for (let index = 0; index < 5; index++)
      expect(
        await world.isLetIn(
          tokenOf('s', world.time.ours, { kid: `made-up-${index}`, signer: stranger }),
        ),
      ).toBe(false)
    expect(world.auth.asked).toBe(1)
  })
})

describe('SECURITY 43: clocks that jump', () => {
  test.each<[string, ('ours' | 'auths')[]]>([
    ['ours', ['ours']],
    ['that of auth', ['auths']],
    ['both', ['ours', 'auths']],
  ])(
    '%s ahead and back: who was signed out stays out, and who was not is let in',
    async (_, whose) => {
      await using world = createWorld()
      const [before, meanwhile, after, never] = ['before', 'meanwhile', 'after', 'never'].map(
        (sid) => tokenOf(sid, world.time.ours),
      ) as [string, string, string, string]
      world.revoke('before')
      await vi.waitFor(async () => expect(await world.isLetIn(before)).toBe(false))
      world.shift(60 * MINUTE_MS, ...whose)
      world.revoke('meanwhile')
      await new Promise((polls) => setTimeout(polls, 50))
      world.shift(-60 * MINUTE_MS, ...whose)
      world.revoke('after')
      await vi.waitFor(async () =>
        expect([
          await world.isLetIn(before),
          await world.isLetIn(meanwhile),
          await world.isLetIn(after),
        ]).toEqual([false, false, false]),
      )
      expect(await world.isLetIn(never)).toBe(true)
    },
  )

  test('a verifier whose clock is ahead of that of auth misses no sign-out', async () => {
    await using world = createWorld()
    world.shift(2 * MINUTE_MS, 'ours')
    const token = tokenOf('s', world.time.auths)
    await new Promise((polls) => setTimeout(polls, 50))
    expect(await world.isLetIn(token)).toBe(true)
    world.revoke('s')
    await vi.waitFor(async () => expect(await world.isLetIn(token)).toBe(false))
  })
})

describe('SECURITY 16, 60: a token that we signed', () => {
  test.each([
    ['no issuer', { iss: undefined }],
    ['no audience', { aud: undefined }],
    ['no end', { exp: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['an end that is no number', { exp: 'x' }],
    ['an end that is null', { exp: null }],
    ['another issuer', { iss: 'other' }],
    ['another audience', { aud: 'other' }],
  ])('with %s is refused', async (_, changes) => {
    await using world = createWorld()
    expect(await world.isLetIn(tokenOf('s', world.time.ours, { changes }))).toBe(false)
    expect(await world.isLetIn(tokenOf('s', world.time.ours))).toBe(true)
  })
})
