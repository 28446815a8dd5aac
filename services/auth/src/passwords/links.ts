// Links that set a password. The token is in the fragment: it reaches no server log and no Referer header.
import type { Db, Transaction } from '@rmtools/kit/db'
import type { JobHandlers } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import { cancelCodes, storeLink } from '../codes/events.ts'
import { sendWords, type Recipient } from '../notifications/events.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { resetOwner } from './queries.ts'

type Sending = { userId: string; purpose: 'reset-password' | 'invitation'; seconds: number; recipient: Recipient }

/** Makes a link, voids the earlier ones of its purpose, and gives its address. */
async function makeLink(db: Db, ports: AuthPorts, { userId, purpose, seconds, recipient }: Sending): Promise<string> {
  const token = randomToken()
  await cancelCodes(db, ports, userId, purpose)
  await storeLink(db, ports, { userId, purpose, channel: recipient.channel, destination: recipient.to, secretHash: hashToken(token), seconds })
  return `${ports.config.PUBLIC_URL}/set-password#${token}`
}

export type Invitation = { userId: string; email: string; language: 'id' | 'en'; fullName: string; companyName: string }

/** Invites a user to set a first password. In the identity realm. */
export async function sendInvitation(tx: Transaction, ports: AuthPorts, { userId, email, language, fullName, companyName }: Invitation): Promise<void> {
  const hours = ports.config.INVITATION_HOURS
  const recipient = { channel: 'email', to: email, language } as const
  const link = await makeLink(tx, ports, { userId, purpose: 'invitation', seconds: hours * 3600, recipient })
  await sendWords(tx, recipient, 'invitation', { name: fullName, company: companyName, hours: String(hours), link })
}

/** The job behind POST /auth/reset-password: nothing for an unknown name, or after too many within the hour. */
export function passwordJobs(ports: AuthPorts, inSystem: SystemTransaction): JobHandlers {
  return {
    'passwords.reset': async ({ login }: { login: string }) => {
      await inSystem(identity, async (tx) => {
        const owner = await resetOwner(tx, login, ports.clock.now().toISOString())
        if (!owner || owner.recent >= ports.config.RESETS_PER_HOUR) return
        await tx.enter({ ...identity, companyId: owner.companyId })
        const { id: userId, email, phone, language } = owner
        const recipient: Recipient = email === null ? { channel: 'sms', to: phone ?? '', language } : { channel: 'email', to: email, language }
        const seconds = ports.config.RESET_LINK_SECONDS
        const link = await makeLink(tx, ports, { userId, purpose: 'reset-password', seconds, recipient })
        await sendWords(tx, recipient, 'reset', { minutes: String(Math.ceil(seconds / 60)), link })
      })
    },
  }
}
