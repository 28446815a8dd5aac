// Telling a user of RMTools something, by a job that asks auth to do it.
import { createHash } from 'node:crypto'
import type { NewNotification } from '@rmtools/contracts/auth/internal'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { crmJobs } from '../jobs.ts'

export type News = Omit<NewNotification, 'id' | 'companyId' | 'link'> & {
  /** What makes it the same news: told again under the same name, it is told once. */
  name?: string
  link?: string
  /** Default: the company of the running transaction. */
  companyId?: string
}

/** Tells a user once the transaction has committed. */
export async function notify(db: Transaction, { name, link, companyId, ...news }: News): Promise<void> {
  const id = name === undefined ? crypto.randomUUID() : idOf(`${name} ${news.userId}`)
  await addJob(db, crmJobs.notify, { ...news, id, link: link ?? null, companyId: companyId ?? db.scope.companyId })
}

/** A UUID of a name (RFC 9562, version 8): jobs may run twice, and auth takes an id once. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
