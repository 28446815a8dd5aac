import { placeOfLink, type NotificationPlace } from '@rmtools/contracts/auth/notification-kinds'
import { paths } from '../base/paths.ts'

/** Where the console goes; null for places that it does not have. */
const consolePaths: Readonly<Record<NotificationPlace, ((id: string) => string) | null>> = {
  lead: paths.lead,
  leads: paths.leads,
  investor: paths.investor,
  instruction: paths.instruction,
  user: paths.person,
  people: paths.people,
  account: paths.account,
  devices: paths.account,
  secondPerson: paths.secondPerson,
}

/** Where a notification leads in the console; services name places of all apps. */
export function placeOf({ kind, link }: { kind: string; link: string | null }): string | null {
  const found = placeOfLink(link)
  if (!found) return null
  if (kind === 'investor.submitted' || kind === 'investor.resubmitted')
    return paths.reviewCase(found.id)
  return consolePaths[found.place]?.(found.id) ?? null
}
