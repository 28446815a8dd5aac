// The session on this device. The app opens without a network: the device remembers the user, and
// the server confirms later.
import { Platform } from 'react-native'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem } from '@rmtools/contracts/problem'
import { api, credentials } from '../base/api.ts'
import { createStore } from '../base/store.ts'
import { deviceVault } from '../vault/device-vault.ts'
import { deviceName } from './device-name'
import { alone, clientKind, readSecrets, writeSecrets } from './secrets'

export type Who = { userId: string; companyId: string }
/** A pending code; `login` is what the user typed, for another attempt. */
export type Challenge = {
  challengeId: string
  purpose: 'login' | 'register' | 'change-email' | 'change-phone'
  destination: string
  resendAt: number
}
export type Session =
  | { status: 'opening' }
  | { status: 'signed-out'; reason?: 'ended' | 'left'; challenge?: Challenge; pendingAt?: string }
  | { status: 'signed-in'; who: Who }

export const session = createStore<Session>({ status: 'opening' })

const WHO = 'device/who'
const DEVICE = 'device/id'

/** This device's id, created at first use. */
export async function deviceId(): Promise<string> {
  const vault = await deviceVault()
  const known = await vault.read(DEVICE)
  if (typeof known === 'string') return known
  const made = crypto.randomUUID()
  await vault.write({ [DEVICE]: made })
  return made
}

/** Restores the session of this device. */
export async function openSession(): Promise<void> {
  credentials.renew = renew
  const who = await (await deviceVault()).read<Who>(WHO)
  session.set(who ? { status: 'signed-in', who } : { status: 'signed-out' })
}

/** Signs in; on a device that is new for this user a code follows. */
export async function signIn(login: string, password: string): Promise<void> {
  const [id, { deviceSecret }] = [await deviceId(), await readSecrets()]
  const device = {
    id,
    name: deviceName(),
    platform: platform(),
    ...(deviceSecret ? { secret: deviceSecret } : {}),
  }
  await takeStep(
    await api.sessions.login({ login: login.trim(), password, client: clientKind, device }),
  )
}

/** Submits a code: completes the sign-in, the registration, or the change of a setting. */
export async function proveCode(
  { challengeId, purpose }: Challenge,
  code: string,
): Promise<SignIn['status']> {
  const answer = await api.codes.verify({ challengeId, code, purpose, deviceId: await deviceId() })
  if (answer.status !== 'changed') await takeStep(answer)
  return answer.status
}

/** Resends the code; the earlier one becomes invalid. */
export async function resendCode(challenge: Challenge): Promise<Challenge> {
  const { destination, resendAfter } = await api.codes.resend({
    challengeId: challenge.challengeId,
    deviceId: await deviceId(),
  })
  const next = { ...challenge, destination, resendAt: Date.now() + resendAfter * 1000 }
  if (session.get().status === 'signed-out') session.set({ status: 'signed-out', challenge: next })
  return next
}

/** Moves to the step that an answer to a sign-in, registration or code requires. */
export async function takeStep(answer: SignIn): Promise<void> {
  if (answer.status === 'challenge')
    session.set({ status: 'signed-out', challenge: challengeOf(answer) })
  if (answer.status === 'pending')
    session.set({ status: 'signed-out', pendingAt: new Date().toISOString() })
  if (answer.status === 'signed-in') await enter(answer)
}

/** The challenge in an answer. */
export function challengeOf({
  challengeId = '',
  purpose = 'login',
  destination = '',
  resendAfter = 60,
}: SignIn): Challenge {
  return {
    challengeId,
    purpose: purpose as Challenge['purpose'],
    destination,
    resendAt: Date.now() + resendAfter * 1000,
  }
}

/** Switches to another of the user's companies. */
export async function switchCompany(companyId: string): Promise<void> {
  await enter(await api.sessions.switchCompany({ companyId }))
}

/** Leaves the code screen, or the screen that waits for approval. */
export function startOver(): void {
  session.set({ status: 'signed-out' })
}

/**
 * Signs out here, and notifies the server when it is reachable. Unsent changes stay sealed on the
 * device for the same user.
 */
export async function signOut(reason: 'ended' | 'left' = 'left'): Promise<void> {
  if (reason === 'left') await api.sessions.logoutByPost().catch(() => undefined)
  const { deviceSecret } = await readSecrets()
  await writeSecrets(deviceSecret ? { deviceSecret } : {})
  await (await deviceVault()).write({ [WHO]: null })
  credentials.accessToken = undefined
  session.set({ status: 'signed-out', reason })
}

async function enter({
  accessToken,
  refreshToken,
  deviceSecret,
  userId = '',
  companyId = '',
}: SignIn): Promise<void> {
  credentials.accessToken = accessToken
  const known = await readSecrets()
  await writeSecrets({
    ...known,
    ...(refreshToken ? { refreshToken } : {}),
    ...(deviceSecret ? { deviceSecret } : {}),
  })
  const who = { userId, companyId }
  await (await deviceVault()).write({ [WHO]: who })
  const before = session.get()
  const isSame =
    before.status === 'signed-in' &&
    before.who.userId === userId &&
    before.who.companyId === companyId
  if (!isSame) session.set({ status: 'signed-in', who })
}

let renewing: Promise<boolean> | undefined

/**
 * Renews the access token; concurrent calls share one request. Returns false if the session has
 * ended. Throws without a network.
 */
async function renew(): Promise<boolean> {
  renewing ??= alone(renewOnce).finally(() => {
    renewing = undefined
  })
  return await renewing
}

async function renewOnce(): Promise<boolean> {
  if (session.get().status !== 'signed-in') return false
  try {
    const { refreshToken, deviceSecret } = await readSecrets()
    await enter(
      await api.sessions.refresh({
        ...(refreshToken ? { refreshToken } : {}),
        ...(deviceSecret ? { deviceSecret } : {}),
      }),
    )
    return true
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error
    await signOut('ended')
    return false
  }
}

function platform(): 'android' | 'ios' | 'web' {
  return Platform.OS === 'android' || Platform.OS === 'ios' ? Platform.OS : 'web'
}
