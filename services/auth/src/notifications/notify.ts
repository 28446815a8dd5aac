// Messages to users, for other features: e-mail, SMS, and notifications with their push. Jobs send
// all of them.
import {
  isAboutPerson,
  isPushWanted,
  type NotificationKind,
  type NotificationContent,
} from '@rmtools/contracts/auth/notification-kinds'
import type { NewNotification } from '@rmtools/contracts/auth/internal'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { readParams, requireTold } from '@rmtools/kit/notification-params'
import { AddressGone, type Message, type Push } from '@rmtools/kit/messaging'
import { identity } from '@rmtools/kit/scope'
import { authJobs, type AuthHandlers } from '../jobs.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { forgetPushToken, insertNotification, platformAdmins, readerOf } from './queries.ts'
import { words, type Language, type Params, type WordsKind } from './words.ts'

export type Recipient = { channel: 'email' | 'sms'; to: string; language: Language }

/**
 * Sends one of auth's messages to an address. Its id stays the same in every retry, so that a
 * receiver can drop repetitions.
 */
export async function sendWords(
  db: Db,
  { channel, to, language }: Recipient,
  kind: WordsKind,
  params: Params,
): Promise<void> {
  const { title, text } = words(kind, language, params)
  const id = crypto.randomUUID()
  if (channel === 'sms') await addJob(db, authJobs.smsSend, { id, channel, to, text })
  else await addJob(db, authJobs.mailSend, { id, channel, to, subject: title, text })
}

/** A notification from auth: a kind with its parameters. */
export type OwnNotification = NotificationContent<NotificationKind & WordsKind>
export type UserNotification = OwnNotification & {
  userId: string
  companyId: string | null
  link?: string
  email?: boolean
}

/** Notifies a user with auth's own words. In the identity realm. */
export async function notify(
  db: Db,
  ports: AuthPorts,
  { userId, companyId, kind, params, link, email = false }: UserNotification,
): Promise<void> {
  requireTold(kind, params)
  const message = { id: words(kind, 'id', params), en: words(kind, 'en', params) }
  await deliver(db, ports, {
    id: crypto.randomUUID(),
    userId,
    companyId,
    kind,
    params,
    link: link ?? null,
    message,
    email,
  })
}

/** Notifies all platform administrators. In the identity realm. */
export async function notifyPlatform(
  db: Db,
  ports: AuthPorts,
  news: OwnNotification & { link?: string; email?: boolean },
): Promise<void> {
  for (const { userId, companyId } of await platformAdmins(db))
    await notify(db, ports, { ...news, userId, companyId })
}

/**
 * Stores a notification and sends its push and e-mail. Does nothing if its id is known, or if it
 * concerns work for a company that the recipient has left. Returns true if it was new. Throws 400
 * if parameters of its kind are missing.
 */
export async function deliver(
  db: Db,
  { clock }: AuthPorts,
  news: NewNotification,
): Promise<boolean> {
  const { id, userId, companyId, kind, link } = news
  const { params, faults } = readParams(kind, news.params)
  if (faults.length > 0) throw new Problem(invalidInput, { errors: [...faults] })
  const now = clock.now().toISOString()
  const about = companyId === null || isAboutPerson(kind) ? 'person' : 'work'
  if (!(await insertNotification(db, { id, userId, companyId, kind, params, link, now }, about)))
    return false
  const reader = await readerOf(db, userId, now)
  if (!reader) return true
  const said = news.message?.[reader.language] ?? words('news', reader.language, {})
  // Only to verified contacts: an unverified address may belong to somebody else.
  if (news.email && reader.email)
    await addJob(db, authJobs.mailSend, {
      id,
      channel: 'email',
      to: reader.email,
      subject: said.title,
      text: said.text,
    })
  else if (news.email && reader.phone)
    await addJob(db, authJobs.smsSend, { id, channel: 'sms', to: reader.phone, text: said.text })
  if (!isPushWanted(kind, reader.pushPreferences)) return true
  for (const to of reader.pushTokens) {
    const data = { notificationId: id, kind, link: link ?? '' }
    await addJob(db, authJobs.pushSend, {
      id: crypto.randomUUID(),
      channel: 'push',
      to,
      ...said,
      data,
    })
  }
  return true
}

/** The jobs that send messages. They remove the push token of a phone without the app. */
export function messageJobs(
  { messenger }: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'mailSend' | 'smsSend' | 'pushSend'> {
  const send = async (message: Message) => void (await messenger.send(message))
  const push = async (message: Push) => {
    try {
      await send(message)
    } catch (error) {
      if (!(error instanceof AddressGone)) throw error
      await inSystem(identity, (tx) => forgetPushToken(tx, message.to))
    }
  }
  return { mailSend: send, smsSend: send, pushSend: push }
}
