// Changing the e-mail address or phone number: sends a code to the new one and a notice to the old
// one; nothing changes yet.
import { emailTaken, phoneInvalid, phoneTaken } from '@rmtools/contracts/auth/registration'
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'
import { scopeOf } from '@rmtools/kit/scope'
import { maskContact } from '@rmtools/kit/secrets'
import { startChallenge } from '../codes/challenges.ts'
import { sendWords } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { isTakenByOther, type Owner } from './queries.ts'
import type { Change, ChangeContext } from './rules.ts'

/** Sends the code. Throws if the address is taken or invalid. */
export async function askContactChange(
  ports: AuthPorts,
  owner: Owner,
  { setting, email, phone }: Change,
  { begin, actor }: ChangeContext,
): Promise<SignIn> {
  const byMail = setting === 'email'
  const destination = byMail ? (email ?? '').toLowerCase() : toE164(phone ?? '')
  if (destination === undefined) throw new Problem(phoneInvalid)
  const { deviceKey } = owner
  if (deviceKey === null) throw new Problem(unauthenticated)
  return await begin({ ...scopeOf(actor), realm: 'identity' }, async (tx) => {
    if (await isTakenByOther(tx, owner.id, destination))
      throw new Problem(byMail ? emailTaken : phoneTaken)
    const old = byMail ? owner.email : owner.phone
    const channel = byMail ? 'email' : 'sms'
    if (old !== null)
      await sendWords(tx, { channel, to: old, language: owner.language }, 'security.change-asked', {
        to: maskContact(destination),
      })
    return await startChallenge(tx, ports, {
      userId: owner.id,
      purpose: byMail ? 'change-email' : 'change-phone',
      channel,
      destination,
      deviceKey,
      payload: { companyId: actor.companyId },
    })
  })
}
