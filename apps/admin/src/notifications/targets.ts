import { targetOfLink, type NotificationTarget } from '@rmtools/contracts/auth/notification-kinds'
import { paths } from '../base/paths.ts'

/** Paths of the console; null for screens it does not have. */
const consolePaths: Readonly<Record<NotificationTarget, ((id: string) => string) | null>> = {
  lead: paths.lead,
  leads: paths.leads,
  investor: paths.investor,
  instruction: paths.instruction,
  plan: paths.plan,
  user: paths.person,
  people: paths.people,
  account: paths.account,
  devices: paths.account,
  secondPerson: paths.secondPerson,
}

/** A notification's address in the console; services name screens of all apps. */
export function pathOf({ kind, link }: { kind: string; link: string | null }): string | null {
  const found = targetOfLink(link)
  if (!found) return null
  if (kind === 'investor.submitted' || kind === 'investor.resubmitted')
    return paths.reviewCase(found.id)
  return consolePaths[found.target]?.(found.id) ?? null
}
