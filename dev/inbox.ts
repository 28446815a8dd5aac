// The development inbox: shows every e-mail, SMS, WhatsApp message and push that was sent, so that
// codes and links can be used. Never part of a deployment.
import { DatabaseSync } from 'node:sqlite'
import type { FastifyInstance } from '@rmtools/kit/http'
import type { Message } from '@rmtools/kit/messaging'
import { reportDelivery, type Environment } from './whatsapp.ts'

type Kept = Message & { at: string }

export type Inbox = Disposable & { mount(app: FastifyInstance): void; messages(): Kept[] }

const SHOWN = 200

/** Opens the inbox stored in a file (`:memory:` to store nothing) for a gateway. */
export function openInbox(file: string, environment: Environment): Inbox {
  const db = new DatabaseSync(file)
  db.exec(
    'pragma journal_mode = wal; create table if not exists message (id text primary key, at text not null, content text not null)',
  )
  const insert = db.prepare(
    'insert into message (id, at, content) values (?, ?, ?) on conflict do nothing',
  )
  const latest = db.prepare('select at, content from message order by at desc, rowid desc limit ?')
  const messages = () =>
    latest
      .all(SHOWN)
      .map((row) => ({ ...(JSON.parse(String(row['content'])) as Message), at: String(row['at']) }))
  return {
    messages,
    mount(app) {
      app.post('/dev/inbox/messages', async (request, reply) => {
        const message = JSON.parse((request.body as Buffer).toString()) as Message
        insert.run(message.id, new Date().toISOString(), JSON.stringify(message))
        if (message.channel === 'whatsapp')
          reportDelivery(message, environment).catch((error: unknown) =>
            request.log.warn({ err: error }, 'a delivery by WhatsApp could not be reported'),
          )
        return reply.code(204).send()
      })
      app.get('/dev/inbox.json', async () => ({ messages: messages() }))
      app.get('/dev/inbox', async (_request, reply) =>
        reply
          .header(
            'content-security-policy',
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'",
          )
          .type('text/html')
          .send(page(messages())),
      )
    },
    [Symbol.dispose]: () => db.close(),
  }
}

function titleOf(message: Message): string {
  if (message.channel === 'email') return message.subject
  return message.channel === 'push' ? message.title : ''
}

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const linked = (text: string) =>
  escape(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)

function page(messages: readonly Kept[]): string {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Jakarta',
    dateStyle: 'medium',
    timeStyle: 'medium',
  })
  const items = messages.map((message) => {
    const title = titleOf(message)
    return `<article><header><b>${message.channel}</b><span>${escape(message.to)}</span><time>${time.format(new Date(message.at))} WIB</time></header>
${title ? `<h2>${escape(title)}</h2>` : ''}<p>${linked(message.text)}</p></article>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><link rel="icon" href="data:,"><title>Inbox (development)</title><style>
:root{color-scheme:light dark;--line:#e6e4dd;--text:#1b1c1a;--second:#5c5d57;--surface:#fff;--back:#f7f6f3;--brand:#0e5c4a}
@media(prefers-color-scheme:dark){:root{--line:#2d302b;--text:#ececE7;--second:#a6a79f;--surface:#1a1c19;--back:#121311;--brand:#5cc0a3}}
body{font:14px/1.5 system-ui,sans-serif;background:var(--back);color:var(--text);max-width:720px;margin:32px auto;padding:0 16px}
h1{font-size:20px}article{background:var(--surface);border:1px solid var(--line);border-radius:6px;padding:12px 16px;margin:8px 0}
header{display:flex;gap:12px;color:var(--second);font-size:12px}header b{color:var(--brand);text-transform:uppercase}time{margin-left:auto}
h2{font-size:14px;margin:6px 0 0}p{white-space:pre-wrap;margin:6px 0 0;overflow-wrap:anywhere}a{color:var(--brand)}</style>
<h1>Inbox</h1><p>Every e-mail, SMS, WhatsApp message and push that was sent, newest first. Development only. A number that ends in 9 has no WhatsApp: an SMS follows.</p>
${items.join('\n') || '<p>Nothing yet.</p>'}</html>`
}
