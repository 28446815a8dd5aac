// By what an installation sends: e-mail by SMTP, push by FCM where they are set up, and the development inbox for the rest.
import { fcmMessenger, serviceAccount } from './fcm.ts'
import { inboxMessenger, type Messenger } from './messaging.ts'
import { smtpMessenger } from './smtp.ts'

export type MessengerConfig = {
  INBOX_URL: string
  SMTP_URL: string | null
  SMTP_FROM: string
  FCM_ACCOUNT?: string | null
  FCM_APPLE_BUNDLE?: string
}

/** The messenger of a configuration. Throws when a part of it cannot be read. */
export function messengerOf(config: MessengerConfig): Messenger {
  const { INBOX_URL, SMTP_URL, SMTP_FROM, FCM_ACCOUNT, FCM_APPLE_BUNDLE } = config
  const inbox = inboxMessenger(INBOX_URL)
  const mail = SMTP_URL === null ? inbox : smtpMessenger({ url: SMTP_URL, from: SMTP_FROM }, inbox)
  return FCM_ACCOUNT ? fcmMessenger({ account: serviceAccount(FCM_ACCOUNT), appleBundle: FCM_APPLE_BUNDLE ?? '' }, mail) : mail
}
