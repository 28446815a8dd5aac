// Password operations for other features: count tries, refuse reused passwords, store a new one,
// send a link to set one.
import { createHmac } from 'node:crypto'
import { passwordReused } from '@rmtools/contracts/auth/passwords'
import { Problem, tooManyMessages } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import { admitMessage, cancelCodes, storeLink } from '../codes/challenges.ts'
import type { AuthHandlers } from '../jobs.ts'
import { sendWords, type Recipient } from '../notifications/notify.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import {
  admitTry,
  forgetTries,
  isRmOnly,
  lastPasswords,
  resetOwner,
  storePassword,
  storeRehash,
} from './queries.ts'
import { checkPassword, type AboutOneself } from './rules.ts'

export type Admission = { isAdmitted: boolean; retryAfterSeconds: number }

/**
 * The keyed hash under which tries at an account are counted, whether or not the account exists.
 */
export function accountKey({ config }: AuthPorts, login: string): Buffer {
  return createHmac('sha256', config.OTP_SECRET).update(`account:${login}`).digest()
}

/**
 * Counts a try before the password is checked, in one atomic statement, so that parallel guesses
 * cannot exceed the limit. From the limit on the source has to wait, each time for twice as long
 * (NIST SP 800-63B-4, 3.2.2).
 */
export async function countTry(
  db: Db,
  { config, clock }: AuthPorts,
  account: Buffer,
  source: { name: string; limit: number },
): Promise<Admission> {
  const now = clock.now()
  const row = await admitTry(db, {
    account,
    source: source.name,
    limit: source.limit,
    now: now.toISOString(),
    firstWaitSeconds: config.LOGIN_WAIT_SECONDS,
    maxWaitSeconds: config.LOGIN_MAX_WAIT_SECONDS,
  })
  const waitMs = row.blockedUntil === null ? 0 : Date.parse(row.blockedUntil) - now.getTime()
  return { isAdmitted: row.isAdmitted, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) }
}

/** Resets the count after a correct password. */
export async function clearTries(
  db: Db,
  account: Buffer,
  sources: readonly string[],
): Promise<void> {
  await forgetTries(db, account, sources)
}

export type PasswordOwner = AboutOneself & { id: string; passwordHash: string | null }

/**
 * Hashes a new password. Throws the reason if it is refused. Holds no connection: `read` opens one
 * briefly.
 */
export async function prepareNewPassword(
  ports: AuthPorts,
  owner: PasswordOwner,
  password: string,
  read: (userId: string) => Promise<string[]>,
): Promise<string> {
  checkPassword(password, owner)
  // Salted hashes cannot be compared with each other: the new password is verified against each.
  for (const earlier of await read(owner.id))
    if (await ports.hashing.verify(earlier, password)) throw new Problem(passwordReused)
  return await ports.hashing.hash(password)
}

/** The hashes of the last five passwords. */
export async function passwordHistory(db: Db, userId: string): Promise<string[]> {
  return await lastPasswords(db, userId)
}

/**
 * Stores a new password and ends all sessions except the given one. False if it was changed
 * meanwhile.
 */
export async function changePassword(
  tx: Transaction,
  ports: AuthPorts,
  owner: PasswordOwner,
  change: { hash: string; keepSession?: string },
): Promise<boolean> {
  const isStored = await storePassword(tx, {
    userId: owner.id,
    was: owner.passwordHash,
    hash: change.hash,
    now: ports.clock.now().toISOString(),
  })
  if (isStored)
    await endSessions(
      tx,
      ports,
      { userId: owner.id, ...(change.keepSession ? { except: change.keepSession } : {}) },
      'password-changed',
    )
  return isStored
}

/** Rehashes the same password with today's parameters; adds nothing to the history. */
export async function upgradeHash(
  tx: Transaction,
  userId: string,
  was: string,
  hash: string,
): Promise<void> {
  await storeRehash(tx, userId, was, hash)
}

type Sending = {
  userId: string
  purpose: 'reset-password' | 'invitation'
  seconds: number
  recipient: Recipient
}

/**
 * Creates a link, voids earlier ones of its purpose, and returns its URL in the app that the user
 * works in. The token is in the fragment, which reaches no server log and no Referer header.
 */
async function makeLink(
  db: Db,
  ports: AuthPorts,
  { userId, purpose, seconds, recipient }: Sending,
): Promise<string> {
  const token = randomToken()
  await cancelCodes(db, ports, userId, purpose)
  await storeLink(db, ports, {
    userId,
    purpose,
    channel: recipient.channel,
    destination: recipient.to,
    secretHash: hashToken(token),
    seconds,
  })
  const path = (await isRmOnly(db, userId)) ? '/set-password/rm' : '/set-password'
  return `${ports.config.PUBLIC_URL}${path}#${token}`
}

export type Invitation = {
  userId: string
  email: string
  language: 'id' | 'en'
  fullName: string
  companyName: string
}

/** Invites a user to set a first password. In the identity realm. */
export async function sendInvitation(
  tx: Transaction,
  ports: AuthPorts,
  { userId, email, language, fullName, companyName }: Invitation,
): Promise<void> {
  const hours = ports.config.INVITATION_HOURS
  const recipient = { channel: 'email', to: email, language } as const
  const link = await makeLink(tx, ports, {
    userId,
    purpose: 'invitation',
    seconds: hours * 3600,
    recipient,
  })
  await sendWords(tx, recipient, 'invitation', {
    name: fullName,
    company: companyName,
    hours: String(hours),
    link,
  })
}

/**
 * The job behind POST /auth/reset-password: does nothing for an unknown name, or after too many
 * requests within the hour.
 */
export function passwordJobs(
  ports: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'passwordsReset'> {
  return {
    passwordsReset: async ({ login, ip = null }) => {
      const sending = inSystem(identity, async (tx) => {
        const owner = await resetOwner(tx, login, ports.clock.now().toISOString())
        if (!owner || owner.recent >= ports.config.RESETS_PER_HOUR) return
        await tx.enter({ ...identity, companyId: owner.companyId })
        const { id: userId, email, phone, language } = owner
        const recipient: Recipient =
          email === null
            ? { channel: 'sms', to: phone ?? '', language }
            : { channel: 'email', to: email, language }
        await admitMessage(tx, ports, {
          what: 'reset',
          isStranger: true,
          channel: recipient.channel,
          destination: recipient.to,
          ip,
        })
        const seconds = ports.config.RESET_LINK_SECONDS
        const link = await makeLink(tx, ports, {
          userId,
          purpose: 'reset-password',
          seconds,
          recipient,
        })
        await sendWords(tx, recipient, 'reset', { minutes: String(Math.ceil(seconds / 60)), link })
      })
      // Refused for today: a retry would change nothing.
      await sending.catch((error: unknown) => {
        if (!(error instanceof Problem && error.code === tooManyMessages.code)) throw error
      })
    },
  }
}
