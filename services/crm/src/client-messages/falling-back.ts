// Sends a WhatsApp message that was not delivered by SMS: once, whoever notices it first.
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { maskContact } from '@rmtools/kit/secrets'
import { crmJobs } from '../jobs.ts'
import { insertMessage, lockUndelivered, noteReplaced } from './queries.ts'

type FallBack = { to: string; text: string; at: string; code: string }

/** Replaces a message by an SMS unless it was delivered or replaced before. */
export async function fallBack(
  tx: Transaction,
  id: string,
  { to, text, at, code }: FallBack,
): Promise<void> {
  const old = await lockUndelivered(tx, id)
  if (!old) return
  const by = crypto.randomUUID()
  await insertMessage(tx, {
    ...old,
    id: by,
    channel: 'sms',
    sentTo: maskContact(to),
    failure: null,
    sender: null,
  })
  await noteReplaced(tx, id, { by, at, code })
  await addJob(tx, crmJobs.message, { id: by, companyId: companyOf(tx), channel: 'sms', to, text })
}
