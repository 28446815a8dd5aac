// In browsers the refresh token and the device secret travel in httpOnly cookies, which scripts
// cannot read; nothing is stored here.
import type { Secrets } from './secrets.ts'

export const clientKind = 'web'

export async function readSecrets(): Promise<Secrets> {
  return {}
}

export async function writeSecrets(_secrets: Secrets): Promise<void> {}

/** Runs one renewal at a time across tabs: two at once would spend the same refresh token. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator
    ? await navigator.locks.request('rmtools-session', work)
    : await work()
}
