// The icons of notifications.
import type { NotificationNoun } from '@rmtools/contracts/auth/notification-kinds'
import type { IconName } from '../ui/Icon.tsx'

/** By event, whichever record it happened to. */
const byEvent: Readonly<Record<string, IconName>> = {
  'follow-up': 'clock',
  expired: 'clock',
  approved: 'check',
  registered: 'check',
  settled: 'check',
  signed: 'check',
  skipped: 'warning',
  revoked: 'close',
  returned: 'returned',
  rejected: 'warning',
  declined: 'warning',
  'sync-failed': 'warning',
  cancelled: 'close',
  'new-device': 'device',
  'bank-account-accepted': 'company',
  'bank-account-refused': 'warning',
  added: 'company',
}
const byNoun: Readonly<Record<NotificationNoun, IconName>> = {
  lead: 'leads',
  book: 'leads',
  investor: 'document',
  instruction: 'switch',
  plan: 'clock',
  licence: 'licence',
  change: 'bell',
  security: 'lock',
  user: 'investors',
}

const isNoun = (noun: string): noun is NotificationNoun => noun in byNoun

/** A notification's icon: of its event, or else of the record's kind. */
export function notificationIcon(kind: string): IconName {
  const [noun = '', event = ''] = kind.split('.')
  return byEvent[event] ?? (isNoun(noun) ? byNoun[noun] : 'bell')
}
