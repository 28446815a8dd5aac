// A mail server for tests: it requires a login, speaks plain text, and keeps the messages.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Mail = { to: string[]; text: string }
export type TestMailServer = AsyncDisposable & {
  readonly port: number
  /** Includes the login, as SMTP_URL does. */
  readonly url: string
  readonly mails: Mail[]
  /** While true, every e-mail is refused because the mailbox is full. */
  refuses: boolean
  /** While true, every e-mail is kept and its acceptance never confirmed. */
  isFrozen: boolean
}

/** Starts a mail server on a free port. */
export async function startTestMailServer(login: {
  username: string
  password: string
}): Promise<TestMailServer> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authMethods: ['PLAIN'],
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === login.username && password === login.password
        ? done(null, { user: username })
        : done(new Error('no')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        // As servers do, it repeats the address.
        if (started.refuses)
          return done(
            Object.assign(new Error(`<${to.join()}> Mailbox full`), { responseCode: 452 }),
          )
        mails.push({
          to,
          text: Buffer.concat(chunks).toString(),
        })
        if (!started.isFrozen) done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const started: TestMailServer = {
    port,
    url: `smtp://${encodeURIComponent(login.username)}:${encodeURIComponent(login.password)}@127.0.0.1:${port}`,
    mails,
    refuses: false,
    isFrozen: false,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
  return started
}
