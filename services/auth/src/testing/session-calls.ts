// What tests of sessions do again and again.
import { expect, vi } from 'vitest'
import type { AuthWorld } from './auth-world.ts'

type SignedIn = Awaited<ReturnType<AuthWorld['signIn']>>
type Attempt = {
  ip?: string
  device?: object
  headers?: Record<string, string>
  client?: string
}

/** The calls, in a world that may start later. */
export function sessionCalls(world: () => AuthWorld) {
  const statusOfMe = async (token: string) =>
    (await world().call('account.me', {}, { token })).status
  return {
    statusOfMe,
    attempt: async (login: string, password: string, options: Attempt = {}) => {
      const { client = 'mobile', device = world().device() } = options
      return await world().call('sessions.login', { login, password, client, device }, options)
    },
    refresh: async ({ deviceSecret }: SignedIn, refreshToken: string) =>
      await world().call('sessions.refresh', { refreshToken, deviceSecret }),
    /** The access token stops working within a second. */
    endsSoon: async (token: string) =>
      await vi.waitFor(async () => expect(await statusOfMe(token)).toBe(401), {
        timeout: 1000,
        interval: 20,
      }),
  }
}
