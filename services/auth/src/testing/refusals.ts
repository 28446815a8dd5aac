// What a refused call is called, and how a session that has ended shows.
import { expect, vi } from 'vitest'
import type { AuthWorld } from './auth-world.ts'

/** Status and code of a refusal, or `ok`. */
export const refused = async (work: Promise<unknown>) =>
  await work.then(
    () => 'ok',
    (problem: { status: number; code: string }) => `${problem.status} ${problem.code}`,
  )

/** Waits until a token is worth nothing, at most a second. */
export const isOut = async (world: AuthWorld, token: string) =>
  await vi.waitFor(
    async () => expect((await world.call('account.me', {}, { token })).status).toBe(401),
    { timeout: 1000, interval: 20 },
  )
