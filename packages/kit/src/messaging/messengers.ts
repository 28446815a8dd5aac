// The providers by which an installation sends: push by FCM, e-mail by SMTP, WhatsApp by the Cloud
// API, SMS by Kafka, and e-mail by Kafka where SMTP is not configured. All other messages go to the
// development inbox; in production, sending them fails with the missing setting.
import { address, choice, list, optional, text, web, type ConfigOf } from '../process/config.ts'
import { fcmMessenger, serviceAccount } from './fcm.ts'
import { kafkaMessenger, MECHANISMS } from './kafka.ts'
import { inboxMessenger, SettingRefused, type Message, type Messenger } from './messaging.ts'
import { smtpMessenger } from './smtp.ts'
import { whatsappMessenger } from './whatsapp.ts'

/** Settings of every service that sends e-mails or SMS. */
export const messageSettings = {
  SMTP_URL: optional(
    address(
      'sends e-mails: smtps://user:password@host:465, or smtp://host:587 with STARTTLS',
      ['smtps', 'smtp'],
      { secret: true },
    ),
  ),
  SMTP_FROM: text('sender of e-mails', { fallback: 'RMTools <no-reply@localhost>' }),
  KAFKA_BROKERS: optional(
    list(
      'brokers of Bib’s messaging for SMS, and for e-mails without SMTP_URL: host:port, separated by commas',
    ),
  ),
  KAFKA_LOGIN: optional(text('user:password at the brokers', { secret: true })),
  KAFKA_MECHANISM: choice('SASL mechanism of the brokers', MECHANISMS, {
    fallback: 'SCRAM-SHA-512',
  }),
  KAFKA_CA_FILE: optional(
    text('PEM file of the CA of the brokers’ certificates; none: the CAs that the machine trusts'),
  ),
  KAFKA_SMS_TOPIC: text('topic of SMS', { fallback: 'messaging.sms' }),
  KAFKA_EMAIL_TOPIC: text('topic of e-mails', { fallback: 'messaging.email' }),
  INBOX_URL: text('inbox that shows messages instead of sending them', {
    fallback: 'http://127.0.0.1:8080/dev/inbox/messages',
    developmentOnly: true,
  }),
}

/** Settings of the service that sends WhatsApp messages. */
export const whatsappSettings = {
  WHATSAPP_URL: address('Meta’s Graph API, for WhatsApp', web, {
    fallback: 'https://graph.facebook.com',
  }),
  WHATSAPP_VERSION: text('version of the Graph API', { fallback: 'v24.0' }),
  WHATSAPP_TOKEN: optional(
    text('token of a system user of the WhatsApp Business account; none: no WhatsApp', {
      secret: true,
    }),
  ),
  WHATSAPP_APP_SECRET: optional(
    text('secret of the app at Meta, which signs reports to /crm/whatsapp/reports', {
      secret: true,
    }),
  ),
  WHATSAPP_VERIFY_TOKEN: optional(
    text('token that is entered with the address of the webhook in the app at Meta', {
      secret: true,
    }),
  ),
}

/** Settings of the service that sends pushes. */
export const pushSettings = {
  FCM_ACCOUNT: optional(
    text('service account of the Firebase project for push, as a JSON file or the JSON itself', {
      secret: true,
    }),
  ),
  FCM_APPLE_BUNDLE: text('bundle of the iPhone app; FCM exchanges its tokens', {
    fallback: 'id.rmtools.mobile',
  }),
}

export type MessengerConfig = ConfigOf<typeof messageSettings> &
  Partial<ConfigOf<typeof pushSettings>> &
  Partial<ConfigOf<typeof whatsappSettings>>

/** The messenger of a configuration. Throws if a part of it is invalid. */
export function messengerOf(config: MessengerConfig): Messenger {
  const { SMTP_URL, SMTP_FROM, FCM_ACCOUNT, FCM_APPLE_BUNDLE } = config
  const last = config.production ? noWayOut : inboxMessenger(config.INBOX_URL)
  const text = config.KAFKA_BROKERS === null ? last : kafkaOf(config.KAFKA_BROKERS, config, last)
  const mail = SMTP_URL === null ? text : smtpMessenger({ url: SMTP_URL, from: SMTP_FROM }, text)
  const chat = whatsappOf(config, mail)
  return FCM_ACCOUNT
    ? fcmMessenger(
        { account: serviceAccount(FCM_ACCOUNT), appleBundle: FCM_APPLE_BUNDLE ?? '' },
        chat,
      )
    : chat
}

/** The channels by which an installation can write to people. */
export function channelsOf(config: MessengerConfig): readonly ('whatsapp' | 'sms' | 'email')[] {
  // The development inbox takes all of them.
  if (!config.production) return ['whatsapp', 'sms', 'email']
  const { WHATSAPP_TOKEN, KAFKA_BROKERS, SMTP_URL } = config
  const hasKafka = KAFKA_BROKERS !== null
  return [
    ...(WHATSAPP_TOKEN ? (['whatsapp'] as const) : []),
    ...(hasKafka ? (['sms'] as const) : []),
    ...(hasKafka || SMTP_URL !== null ? (['email'] as const) : []),
  ]
}

function whatsappOf(config: MessengerConfig, others: Messenger): Messenger {
  const { WHATSAPP_URL: url, WHATSAPP_VERSION: version, WHATSAPP_TOKEN: token } = config
  if (url === undefined || version === undefined || !token) return others
  // Delivery is known from reports alone: without them every client would get an SMS too.
  if (!config.WHATSAPP_APP_SECRET || !config.WHATSAPP_VERIFY_TOKEN)
    throw new Error(
      'WHATSAPP_TOKEN needs WHATSAPP_APP_SECRET and WHATSAPP_VERIFY_TOKEN for the reports of deliveries',
    )
  return whatsappMessenger({ url, version, token }, others)
}

function kafkaOf(
  brokers: readonly string[],
  config: MessengerConfig,
  others: Messenger,
): Messenger {
  const { KAFKA_LOGIN: login, KAFKA_MECHANISM: mechanism, KAFKA_CA_FILE: caFile } = config
  const topics = { sms: config.KAFKA_SMS_TOPIC, email: config.KAFKA_EMAIL_TOPIC }
  return kafkaMessenger({ brokers, topics, login, mechanism, caFile }, others)
}

const WAYS: Record<Message['channel'], string> = {
  email: 'SMTP_URL or KAFKA_BROKERS',
  sms: 'KAFKA_BROKERS',
  whatsapp: 'WHATSAPP_TOKEN',
  push: 'FCM_ACCOUNT',
}

/** Fails with the missing setting, which the operator sees with the dead letter. */
const noWayOut: Messenger = {
  send: async ({ channel }) => {
    const says = `no way to send ${channel} is set up: ${WAYS[channel]}`
    // A client who is not reached by WhatsApp gets an SMS instead, so nothing is gained by retries.
    throw channel === 'whatsapp' ? new SettingRefused(says) : new Error(says)
  },
  async [Symbol.asyncDispose]() {},
}
