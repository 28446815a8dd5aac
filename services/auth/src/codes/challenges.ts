// One-time passwords, for other features: they start a challenge, and verify-otp completes it.
import { createHmac } from 'node:crypto'
import { codesStopped, type CodePurpose } from '@rmtools/contracts/auth/codes'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem, tooManyRequests } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import type { Caused } from '@rmtools/kit/message-limits'
import { maskContact, randomOtp } from '@rmtools/kit/secrets'
import type { ReplyControls } from '@rmtools/kit/service'
import { sendWords, notifyPlatform } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import {
  areCodesStopped,
  forgetWrongCodes,
  insertCode,
  languageOf,
  lockPerson,
  sentLastHour,
  voidCodes,
  type Channel,
  type SentCode,
} from './queries.ts'

export type { Channel, SentCode } from './queries.ts'

/**
 * The effect of a correct code; runs in the identity realm, in the transaction that used the code.
 */
export type Completion = (
  tx: Transaction,
  code: SentCode,
  reply: ReplyControls,
  cookies: string | undefined,
) => Promise<SignIn | Problem>

export type Challenge = {
  userId: string
  purpose: CodePurpose
  channel: Channel
  destination: string
  deviceKey: string
  payload: object
}

/**
 * Sends a code and voids earlier ones of the same purpose and device. Throws 429 after too many
 * requests, and 403 after so many wrong codes that only a new password helps.
 */
export async function startChallenge(
  tx: Transaction,
  ports: AuthPorts,
  challenge: Challenge,
): Promise<SignIn> {
  const now = ports.clock.now().toISOString()
  await lockPerson(tx, challenge.userId)
  if (await areCodesStopped(tx, challenge.userId)) throw new Problem(codesStopped)
  const { challenges } = await sentLastHour(tx, challenge.userId, challenge.purpose, now)
  if (challenges >= ports.config.OTP_CHALLENGES_PER_HOUR)
    throw new Problem(tooManyRequests, { retryAfterSeconds: 3600 })
  await voidCodes(tx, challenge, now)
  const challengeId = crypto.randomUUID()
  await sendCode(tx, ports, { ...challenge, challengeId, isResend: false })
  return {
    status: 'challenge',
    challengeId,
    purpose: challenge.purpose,
    channel: challenge.channel,
    destination: maskContact(challenge.destination),
    resendAfter: ports.config.OTP_RESEND_SECONDS,
  }
}

/** Stores the keyed hash of a new code. The code itself is only in its message in the outbox. */
export async function sendCode(
  tx: Transaction,
  ports: AuthPorts,
  code: Challenge & { challengeId: string; isResend: boolean },
): Promise<void> {
  const { clock, config } = ports
  await admitMessage(tx, ports, {
    what: code.purpose,
    isStranger: code.purpose === 'register',
    channel: code.channel,
    destination: code.destination,
    ip: tx.origin.ip,
  })
  const digits = randomOtp()
  const instant = clock.now()
  await insertCode(tx, {
    ...code,
    secretHash: codeHash(ports, code.challengeId, digits),
    now: instant.toISOString(),
    expiresAt: new Date(instant.getTime() + config.OTP_SECONDS * 1000).toISOString(),
  })
  const minutes = String(Math.ceil(config.OTP_SECONDS / 60))
  await sendWords(
    tx,
    { channel: code.channel, to: code.destination, language: await languageOf(tx, code.userId) },
    'code',
    {
      code: digits,
      minutes,
    },
  )
}

/**
 * Counts a message that an unauthenticated caller may have caused, and notifies the platform of the
 * last one of the day. Throws 429 when none is left.
 */
export async function admitMessage(
  tx: Transaction,
  ports: AuthPorts,
  caused: Caused,
): Promise<void> {
  const { isLast } = await ports.gate.admit(tx, caused)
  if (isLast)
    await notifyPlatform(tx, ports, {
      kind: 'security.messages-spent',
      params: { channel: caused.channel },
      email: true,
    })
}

/** A new password resets the count of wrong codes. */
export async function allowCodesAgain(db: Db, userId: string): Promise<void> {
  await forgetWrongCodes(db, userId)
}

/**
 * Six digits can be guessed offline at once, so their hash is keyed, and bound to its challenge.
 */
export function codeHash({ config }: AuthPorts, challengeId: string, digits: string): Buffer {
  return createHmac('sha256', config.OTP_SECRET).update(`otp:${challengeId}:${digits}`).digest()
}

/** Voids open codes of a purpose. */
export async function cancelCodes(
  db: Db,
  { clock }: AuthPorts,
  userId: string,
  purpose: string,
): Promise<void> {
  await voidCodes(db, { userId, purpose, deviceKey: null }, clock.now().toISOString())
}

export type NewLink = {
  userId: string
  purpose: 'reset-password' | 'invitation'
  channel: Channel
  destination: string
  secretHash: Buffer
  seconds: number
}

/** Stores the hash of a token for a link. */
export async function storeLink(
  db: Db,
  { clock }: AuthPorts,
  { seconds, ...link }: NewLink,
): Promise<void> {
  const instant = clock.now()
  const expiresAt = new Date(instant.getTime() + seconds * 1000).toISOString()
  await insertCode(db, {
    ...link,
    challengeId: crypto.randomUUID(),
    deviceKey: null,
    payload: {},
    isResend: false,
    now: instant.toISOString(),
    expiresAt,
  })
}
