// Notifies clients of their own registration, data and orders: in the transaction of the
// change, so that nobody is notified of one that was rolled back.
import type { MessageKind, Placeholder } from '@rmtools/contracts/crm/message-kinds'
import type { Transaction } from '@rmtools/kit/db'
import { sendToClient, type ClientMessage } from '../client-messages/send-to-client.ts'
import type { Language } from '../message-templates/rules.ts'
import { namesOf, noteTold } from './queries.ts'

type Values = Partial<Record<Placeholder, string>>

export type Telling = Pick<ClientMessage, 'instructionId' | 'contacts' | 'isByBoth'> & {
  kind: MessageKind
  /** The thing and its state, such as `allotted:<id>`: a client is notified once. */
  once?: string
  /** The values besides names; figures are formatted for the language. */
  figures?: (language: Language) => Values
}

/** Tells a client, by the channel that they prefer. */
export async function tellClient(
  db: Transaction,
  investorId: string,
  { once, figures, ...message }: Telling,
): Promise<void> {
  const names = await namesOf(db, investorId)
  if (!names) return
  if (once !== undefined && !(await noteTold(db, investorId, once))) return
  const { investorName, companyName, rmName } = names
  await sendToClient(db, {
    ...message,
    id: crypto.randomUUID(),
    investorId,
    values: (language) => ({
      investorName,
      companyName,
      rmName: rmName ?? companyName,
      ...figures?.(language),
    }),
  })
}
