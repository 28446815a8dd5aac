// In browsers: both travel in httpOnly cookies that no script reads; there is nothing to keep here.
import type { Secrets } from './secrets.ts'

export const clientKind = 'web'

export async function readSecrets(): Promise<Secrets> {
  return {}
}

export async function writeSecrets(_secrets: Secrets): Promise<void> {}

/** Runs alone among the tabs: two renewals at once would each spend the same token. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator
    ? await navigator.locks.request('rmtools-session', work)
    : await work()
}
