import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { noReceipt, type Message, type Messenger } from './messaging.ts'
import { smtpMessenger } from './smtp.ts'
import { startTestMailServer, type TestMailServer } from '../testing/smtp.ts'

let server: TestMailServer
let others: Message[]
let messenger: Messenger

const FROM = 'RMTools <no-reply@aperd.example>'
const email = {
  id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  channel: 'email',
  to: 'siti@mail.example',
  subject: 'Persetujuan',
  text: 'Buka tautan ini.',
} as const

beforeEach(async () => {
  others = []
  server = await startTestMailServer({ username: 'rm@tools', password: 'p:ss' })
  const rest: Messenger = {
    async send(message) {
      others.push(message)
      return noReceipt
    },
    async [Symbol.asyncDispose]() {},
  }
  messenger = smtpMessenger({ url: server.url, from: FROM }, rest)
})
afterEach(async () => {
  await messenger[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

describe('a messenger over SMTP', () => {
  test('sends an e-mail with the id of the message, the same at a repetition', async () => {
    await messenger.send(email)
    await messenger.send(email)
    expect(server.mails.map(({ to }) => to)).toEqual([['siti@mail.example'], ['siti@mail.example']])
    for (const { text } of server.mails) {
      expect(text).toContain(`Message-ID: <${email.id}@aperd.example>`)
      expect(text).toContain('From: RMTools <no-reply@aperd.example>')
      expect(text).toContain('Buka tautan ini.')
    }
  })

  test('leaves SMS and push to the others', async () => {
    const sms = { id: 'x', channel: 'sms', to: '+628120000001', text: 'kode' } as const
    await messenger.send(sms)
    expect([others, server.mails]).toEqual([[sms], []])
  })

  test('throws when the server does not take it, so that the job is tried again', async () => {
    server.refuses = true
    await expect(messenger.send(email)).rejects.toThrow('Mailbox full')
    server.refuses = false
    await messenger.send(email)
    expect(server.mails).toHaveLength(1)
  })

  test('SECURITY 33: what the server says of an address comes without the address', async () => {
    server.refuses = true
    const error = await messenger.send(email).catch((refusal: unknown) => refusal)
    expect(error).toBeInstanceOf(Error)
    const said = inspect(error, { depth: 10, showHidden: true })
    expect(said).toContain('s***@mail.example')
    expect(said).not.toContain(email.to)
  })

  test('SECURITY 28: neither subject nor address can add a header or a recipient', async () => {
    await messenger.send({ ...email, subject: 'Hai\r\nBcc: evil@mail.example' })
    await messenger
      .send({ ...email, to: 'siti@mail.example, evil@mail.example' })
      .catch(() => undefined)
    await messenger
      .send({ ...email, to: 'siti@mail.example\r\nRCPT TO:<evil@mail.example>' })
      .catch(() => undefined)
    expect(server.mails.flatMap(({ to }) => to)).not.toContain('evil@mail.example')
    expect(server.mails.map(({ text }) => text).join('\n')).not.toMatch(/^Bcc:/m)
  })

  test('SECURITY 33: refuses to speak in the clear to another machine', async () => {
    const { port } = server
    // A host name that resolves to this machine, but is not recognised as loopback.
    const away = smtpMessenger(
      { url: `smtp://rm%40tools:p%3Ass@127.0.0.2:${port}`, from: FROM },
      messenger,
    )
    await server[Symbol.asyncDispose]()
    const elsewhere = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => stream.resume().on('end', () => done(null)),
    })
    elsewhere.listen(port, '127.0.0.2')
    await once(elsewhere.server, 'listening')
    await expect(away.send(email)).rejects.toThrow(/STARTTLS|TLS/i)
    await away[Symbol.asyncDispose]()
    await new Promise<void>((resolve) => elsewhere.close(() => resolve()))
  })

  test('SECURITY 31: a silent server costs seconds and does not block forever', async () => {
    vi.useRealTimers()
    const { createServer } = await import('node:net')
    const mute = createServer(() => undefined)
    mute.listen(0, '127.0.0.1')
    await once(mute, 'listening')
    const slow = smtpMessenger(
      { url: `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, from: FROM },
      messenger,
    )
    await expect(slow.send(email)).rejects.toThrow(/greeting|timeout/i)
    await slow[Symbol.asyncDispose]()
    mute.close()
  })
})
