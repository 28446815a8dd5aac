// E-mail by SMTP (RFC 5321). Everything else is passed on.
import { maskContact } from '../security/secrets.ts'
import { noReceipt, type Email, type Message, type Messenger } from './messaging.ts'

const TIMEOUT_MS = 5000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export type SmtpOptions = {
  /**
   * smtps://user:password@host:465, or smtp://host:587, which must offer STARTTLS unless it is this
   * machine.
   */
  url: string
  /** Sender, e.g. `RMTools <no-reply@example.co.id>`. */
  from: string
}

/** Sends e-mails by SMTP and everything else by `others`. */
export function smtpMessenger({ url, from }: SmtpOptions, others: Messenger): Messenger {
  const { protocol, hostname, port, username, password } = new URL(url)
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Error('SMTP_URL must start with smtp:// or smtps://')
  const secure = protocol === 'smtps:'
  const options = {
    host: hostname,
    port: Number(port || (secure ? 465 : 587)),
    secure,
    // Codes and links must not cross a network in plain text.
    requireTLS: !secure && !LOOPBACK.has(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const
  // Loaded only where a mail server is configured, to save memory elsewhere.
  const opened = import('nodemailer').then(({ createTransport }) => createTransport(options))
  return {
    send: async (message: Message) => {
      if (message.channel !== 'email') return await others.send(message)
      const transport = await opened
      await transport.sendMail(mailOf(message, from)).catch((error: unknown) => {
        throw withoutAddresses(error)
      })
      return noReceipt
    },
    async [Symbol.asyncDispose]() {
      const transport = await opened
      transport.close()
      await others[Symbol.asyncDispose]()
    },
  }
}

const ADDRESS = /[^\s<>@]+@[^\s<>@]+/g

/** What went wrong, for logs and dead letters: servers repeat the address that they refuse. */
function withoutAddresses(error: unknown): Error {
  const said = error instanceof Error ? error.message : String(error)
  return new Error(said.replaceAll(ADDRESS, maskContact))
}

function mailOf({ id, to, subject, text }: Email, from: string) {
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'rmtools'
  return {
    from,
    // As an object the address is not parsed: a comma in it adds no second recipient.
    to: { name: '', address: to },
    subject,
    text,
    // The same id when a message is sent again, so that the receiver can drop it (RFC 5322, 3.6.4).
    messageId: `<${id}@${domain}>`,
    // No out-of-office replies (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
