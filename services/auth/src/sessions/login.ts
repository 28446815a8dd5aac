// Sign-in with a password, and its completion by the code sent to a new device.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { registrationChallenge } from '../registration/completion.ts'
import { wrongCredentials, type DeviceClaim, type SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { networkOf } from '@rmtools/kit/network'
import { identity, type Origin, type Scope } from '@rmtools/kit/scope'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import type { ReplyControls } from '@rmtools/kit/service'
import { startChallenge, type Completion } from '../codes/challenges.ts'
import { notify } from '../notifications/notify.ts'
import { accountKey, clearTries, countTry, upgradeHash } from '../passwords/credentials.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions, openSession, requireMemberships } from './sessions.ts'
import { logUnknownLogin, provedDevice, recordFailure, seeDevice, trustDevice } from './queries.ts'
import { personById, personByLogin, type Person } from './people/queries.ts'
import {
  deviceCookie,
  normaliseLogin,
  provedContact,
  refuseUnlessActive,
  shownSecrets,
} from './rules.ts'

export type LoginInput = {
  login: string
  password: string
  client: 'web' | 'mobile'
  device: DeviceClaim
  companyId?: string
}
export type LoginContext = {
  begin<R>(scope: Scope, work: (tx: Transaction) => Promise<R>): Promise<R>
  origin: Origin
  cookies: string | undefined
  reply: ReplyControls
}

const EVERY_STRANGER = '*'

/**
 * Three steps: count the try (a transaction), check the password (no connection held), act (a
 * transaction). An unknown user gets the same response after the same work, except in the last
 * step.
 */
export async function login(
  ports: AuthPorts,
  input: LoginInput,
  context: LoginContext,
): Promise<SignIn | Problem> {
  const name = normaliseLogin(input.login)
  const attempt = await context.begin(identity, (tx) =>
    countAttempt(tx, ports, { name, input, context }),
  )
  if (attempt.retryAfterSeconds !== null)
    return new Problem(tooManyRequests, { retryAfterSeconds: attempt.retryAfterSeconds })
  const { person, account, deviceId, sources } = attempt
  const isRight = await ports.hashing.verify(person?.passwordHash ?? null, input.password)
  const isOld =
    isRight && person?.passwordHash != null && ports.hashing.isOutdated(person.passwordHash)
  const newHash = isOld ? await ports.hashing.hash(input.password) : null
  return await context.begin(identity, async (tx) => {
    if (!person || !isRight) {
      await logFailure(tx, person, account)
      return new Problem(wrongCredentials)
    }
    await clearTries(tx, account, sources)
    await tx.enter({ ...identity, userId: person.id, companyId: person.lastCompanyId })
    // Read again, because the account may have been deactivated while the password was checked.
    const now = await personById(tx, person.id)
    if (!now || now.passwordHash !== person.passwordHash) return new Problem(wrongCredentials)
    if (newHash !== null && person.passwordHash !== null)
      await upgradeHash(tx, person.id, person.passwordHash, newHash)
    return await proceed(tx, ports, { person: now, deviceId, input }, context)
  })
}

type Attempt = {
  retryAfterSeconds: number | null
  person: Person | undefined
  /**
   * One per account, whichever of its names was typed; one per name for names without an account.
   */
  account: Buffer
  deviceId: string | undefined
  sources: string[]
}
type Trying = { name: string; input: LoginInput; context: LoginContext }

/**
 * A known device has a count of its own, so that strangers cannot lock its owner out. All others
 * are counted by address and in total, so that many addresses do not allow many guesses.
 */
async function countAttempt(
  tx: Transaction,
  ports: AuthPorts,
  { name, input, context }: Trying,
): Promise<Attempt> {
  const { LOGIN_TRIES, LOGIN_TRIES_OF_STRANGERS } = ports.config
  const person = await personByLogin(tx, name)
  const account = accountKey(ports, person?.id ?? name)
  const secretHashes = shownSecrets(input.device.secret, context.cookies).map(hashToken)
  const deviceId =
    person &&
    (await provedDevice(tx, { userId: person.id, deviceKey: input.device.id, secretHashes }))
  const limits = deviceId
    ? [{ name: `device:${deviceId}`, limit: LOGIN_TRIES }]
    : [
        { name: `ip:${networkOf(context.origin.ip)}`, limit: LOGIN_TRIES },
        { name: EVERY_STRANGER, limit: LOGIN_TRIES_OF_STRANGERS },
      ]
  const sources = limits.map((limit) => limit.name)
  for (const limit of limits) {
    const { isAdmitted, retryAfterSeconds } = await countTry(tx, ports, account, limit)
    if (isAdmitted) continue
    await logFailure(tx, person, account)
    return { retryAfterSeconds, person, account, deviceId, sources }
  }
  return { retryAfterSeconds: null, person, account, deviceId, sources }
}

async function logFailure(
  tx: Transaction,
  person: Person | undefined,
  account: Buffer,
): Promise<void> {
  if (person) await recordFailure(tx, person.id)
  else await logUnknownLogin(tx, account, tx.origin)
}

/**
 * With the correct password: reports the account's state, opens a session on a known device, or
 * sends a code.
 */
async function proceed(
  tx: Transaction,
  ports: AuthPorts,
  who: { person: Person; deviceId: string | undefined; input: LoginInput },
  { reply }: LoginContext,
): Promise<SignIn> {
  const { person, deviceId, input } = who
  if (person.status === 'registered')
    return await registrationChallenge(tx, ports, person, {
      deviceKey: input.device.id,
      channel: null,
    })
  refuseUnlessActive(person.status)
  const companyId = input.companyId ?? null
  if (deviceId) {
    await seeDevice(tx, deviceId, tx.origin.ip, ports.clock.now().toISOString())
    return await openSession(
      tx,
      ports,
      {
        userId: person.id,
        deviceId,
        client: input.client,
        companyId,
        lastCompanyId: person.lastCompanyId,
      },
      reply,
    )
  }
  // Checked before sending a code, which would lead nowhere.
  await requireMemberships(tx, ports, person.id)
  const { name, platform } = input.device
  return await startChallenge(tx, ports, {
    userId: person.id,
    purpose: 'login',
    ...provedContact(person),
    deviceKey: input.device.id,
    payload: { name, platform, client: input.client, companyId } satisfies NewDevice,
  })
}

type NewDevice = {
  name: string
  platform: string
  client: 'web' | 'mobile'
  companyId: string | null
}

/**
 * The code was correct: the device becomes trusted, with a secret of its own, and the session
 * opens.
 */
export const completeLogin =
  (ports: AuthPorts): Completion =>
  async (tx, code, reply, cookies) => {
    const person = await personById(tx, code.userId)
    if (!person) return new Problem(wrongCredentials)
    refuseUnlessActive(person.status)
    await tx.enter({ ...identity, userId: person.id, companyId: person.lastCompanyId })
    const { name, platform, client, companyId } = code.payload as NewDevice
    const deviceSecret = randomToken()
    const now = ports.clock.now().toISOString()
    const device = {
      userId: person.id,
      deviceKey: code.deviceKey,
      name,
      platform,
      secretHash: hashToken(deviceSecret),
      ip: tx.origin.ip,
      now,
    }
    const deviceId = await trustDevice(tx, device)
    // The owner of the device's earlier secret is not the person who verified the code.
    await endSessions(tx, ports, { deviceId }, 'device-trusted-anew')
    const answer = await openSession(
      tx,
      ports,
      { userId: person.id, deviceId, client, companyId, lastCompanyId: person.lastCompanyId },
      reply,
    )
    await notify(tx, ports, {
      userId: person.id,
      companyId: answer.companyId ?? null,
      kind: 'security.new-device',
      params: { device: name },
      link: notificationLink('security.new-device'),
      email: true,
    })
    if (client === 'mobile') return { ...answer, deviceSecret }
    reply.cookie(deviceCookie(cookies, deviceSecret))
    return answer
  }
