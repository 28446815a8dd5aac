import type { Href } from 'expo-router'
import { targetOfLink, type NotificationTarget } from '@rmtools/contracts/auth/notification-kinds'
import { paths } from '../base/paths.ts'

/** Screens of the phone; null for those of the console alone. */
const phonePaths: Readonly<Record<NotificationTarget, ((id: string) => Href) | null>> = {
  lead: paths.lead,
  leads: () => paths.leads,
  investor: paths.investor,
  instruction: paths.instruction,
  plan: paths.plan,
  // Offers of another company wait there.
  account: () => paths.more,
  devices: () => paths.devices,
  user: null,
  people: null,
  secondPerson: null,
}

/** Where a notification leads on the phone; services name screens of all apps. */
export function pathOf(link: string | null): Href | null {
  const found = targetOfLink(link)
  return found && (phonePaths[found.target]?.(found.id) ?? null)
}
