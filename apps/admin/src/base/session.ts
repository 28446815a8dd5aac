// The session of this tab: the access token lives in memory only; the refresh token is a cookie that no script can read.
import type { SignIn } from '@rmtools/contracts/auth/sessions'

export type SessionState = 'unknown' | 'signed-out' | 'signed-in'

let token: string | undefined
let state: SessionState = 'unknown'
const listeners = new Set<() => void>()

/** The access token, if there is one. */
export const accessToken = () => token
export const sessionState = () => state

/** Calls back on sign-in and sign-out. Returns the function that unsubscribes. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// Other tabs of this browser share the cookies: a sign-out in one ends all sessions, a switch of
// company reloads all tabs.
const tabs = new BroadcastChannel('rmtools-session')
tabs.addEventListener('message', ({ data }) => {
  if (data === 'signed-out') become('signed-out', undefined)
  if (data === 'switched') location.reload()
})

function tell(news: 'signed-out' | 'switched'): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches our own origin only
  tabs.postMessage(news)
}

function become(next: SessionState, nextToken: string | undefined): void {
  token = nextToken
  if (state === next) return
  state = next
  for (const listener of listeners) listener()
}

/** Continues with the tokens of a sign-in. */
export function enter({ accessToken: given }: SignIn): void {
  if (given === undefined) return
  localStorage.setItem(HINT, '1')
  become('signed-in', given)
}

/** Switches to another company: all other tabs restart in it. */
export function enterCompany(signIn: SignIn): void {
  enter(signIn)
  tell('switched')
}

/** Forgets the session in all tabs. */
export function leave(): void {
  localStorage.removeItem(HINT)
  become('signed-out', undefined)
  tell('signed-out')
}

// Not a secret: whether a refresh cookie may exist, so that the first visit does not start with a
// refusal.
const HINT = 'rmtools.was-signed-in'
let askForRenewal: () => Promise<SignIn> = async () =>
  await Promise.reject(new Error('The API is not reachable yet'))

/**
 * Sets how the refresh token is exchanged: the API provides it and depends on this module itself.
 */
export function renewBy(ask: () => Promise<SignIn>): void {
  askForRenewal = ask
}

let renewing: Promise<boolean> | undefined

/**
 * Gets a new access token with the refresh cookie; false if the session has ended. One renewal at a
 * time, across all tabs.
 */
export async function renewSession(): Promise<boolean> {
  renewing ??= navigator.locks.request('rmtools-renew', renew).finally(() => (renewing = undefined))
  return await renewing
}

async function renew(): Promise<boolean> {
  if (localStorage.getItem(HINT) === null) {
    become('signed-out', undefined)
    return false
  }
  try {
    enter(await askForRenewal())
    return true
  } catch (error) {
    // Without an answer nobody is signed out: the page reports the missing connection and retries.
    const status = error instanceof Error && 'status' in error ? error.status : 0
    if (status === 401 || status === 403) leave()
    else if (state === 'unknown') become('signed-out', undefined)
    return false
  }
}

const DEVICE = 'rmtools.device'

/** Identifies this browser as a device: a random id. An httpOnly cookie proves it. */
export function deviceClaim() {
  const id = localStorage.getItem(DEVICE) ?? crypto.randomUUID()
  localStorage.setItem(DEVICE, id)
  const [, browser = 'Browser'] = /(Firefox|Edg|Chrome|Safari)/.exec(navigator.userAgent) ?? []
  const [, system = ''] = /(Windows|Mac OS X|Android|iPhone|Linux)/.exec(navigator.userAgent) ?? []
  return {
    id,
    name: `${browser === 'Edg' ? 'Edge' : browser} ${system}`.trim(),
    platform: 'web' as const,
  }
}
