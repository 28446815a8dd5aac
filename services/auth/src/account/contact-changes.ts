// A new address takes effect once its code is verified; the old address is notified.
import { unauthenticated, Problem } from '@rmtools/contracts/problem'
import { maskContact } from '@rmtools/kit/secrets'
import type { Completion } from '../codes/challenges.ts'
import { sendWords } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { projectUser } from '../users/people.ts'
import { ownerOf, setEmail, setPhone } from './queries.ts'

/** Completes a change of the e-mail address or phone number. */
export const completeContactChange =
  ({ clock }: AuthPorts, contact: 'email' | 'phone'): Completion =>
  async (tx, code) => {
    await tx.enter({
      ...tx.scope,
      userId: code.userId,
      companyId: typeof code.payload['companyId'] === 'string' ? code.payload['companyId'] : null,
    })
    const owner = await ownerOf(tx, code.userId, null)
    if (!owner) return new Problem(unauthenticated)
    await (contact === 'email' ? setEmail : setPhone)(
      tx,
      code.userId,
      code.destination,
      clock.now().toISOString(),
    )
    await projectUser(tx, code.userId)
    const before = owner[contact]
    const channel = contact === 'email' ? 'email' : 'sms'
    if (before !== null)
      await sendWords(
        tx,
        { channel, to: before, language: owner.language },
        `security.${contact}-changed`,
        {
          to: maskContact(code.destination),
        },
      )
    return { status: 'changed', userId: code.userId }
  }
