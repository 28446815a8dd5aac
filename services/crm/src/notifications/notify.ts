// Notifies a user of RMTools, by a job that calls auth.
import { createHash } from 'node:crypto'
import {
  notificationLink,
  type KindsOf,
  type NotificationContent,
} from '@rmtools/contracts/auth/notification-kinds'
import type { NewNotification } from '@rmtools/contracts/auth/internal'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { requireTold } from '@rmtools/kit/notification-params'
import { crmJobs } from '../jobs.ts'

export type News = Pick<NewNotification, 'userId' | 'message' | 'email'> &
  NotificationContent & {
    /** The key of the notification: a repeated key is delivered once. */
    name?: string
    link?: string
    /** Default: the company of the running transaction. */
    companyId?: string
  }

/** Notifies a user once the transaction has committed. */
export async function notify(
  db: Transaction,
  { name, link, companyId, ...news }: News,
): Promise<void> {
  requireTold(news.kind, news.params)
  const id = name === undefined ? crypto.randomUUID() : idOf(`${name} ${news.userId}`)
  await addJob(db, crmJobs.notify, {
    ...news,
    id,
    link: link ?? null,
    companyId: companyId ?? db.scope.companyId,
  })
}

/** Notifies a user about a case. */
export async function notifyOfCase(
  db: Transaction,
  userId: string,
  investorId: string,
  told: NotificationContent<KindsOf<'investor'>>,
): Promise<void> {
  await notify(db, { userId, ...told, link: notificationLink(told.kind, investorId) })
}

/** Notifies a user about an instruction. */
export async function notifyOfInstruction(
  db: Transaction,
  userId: string,
  instructionId: string,
  told: NotificationContent<KindsOf<'instruction'>>,
): Promise<void> {
  await notify(db, { userId, ...told, link: notificationLink(told.kind, instructionId) })
}

/** Notifies the RM of a case. */
export async function notifyRmOfCase(
  db: Transaction,
  { id, rmId }: { id: string; rmId: string },
  told: NotificationContent<KindsOf<'investor'>>,
): Promise<void> {
  await notifyOfCase(db, rmId, id, told)
}

type Order = { id: string; rmId: string; investorName: string; product: { name: string } }

/** Notifies the RM of a change to an instruction. */
export async function tellRmOfInstruction(
  db: Transaction,
  { id, rmId, investorName, product }: Order,
  kind: Exclude<KindsOf<'instruction'>, 'instruction.unusual'>,
  reason: string | null = null,
): Promise<void> {
  const params = { investorName, productName: product.name, ...(reason === null ? {} : { reason }) }
  await notifyOfInstruction(db, rmId, id, { kind, params })
}

/**
 * A UUID derived from a name (RFC 9562, version 8): jobs may run twice, and auth accepts an id
 * once.
 */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
