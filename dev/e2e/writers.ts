// Writers that behave like an app on a bad connection: they repeat a request with the same key
// until it is answered. Acknowledged writes are recorded, to be compared with the database
// afterwards.
import { setTimeout as pause } from 'node:timers/promises'
import type { System } from '../system.ts'
import { as } from './throw-away-system.ts'

const RMS = ['rina', 'bagus', 'dimas']
/** Longer than any service may take to report that a dependency is down. */
const HANGS_AFTER_MS = 5000
const TRY_AGAIN_MS = 40
const GIVES_UP_AFTER_MS = 30_000
const KINDS = ['lead', 'lead-with-id', 'activity', 'invitation'] as const

export type Ledger = {
  /** The acknowledged requests, each with a unique text and the id of what was created. */
  readonly leads: Map<string, string>
  readonly activities: Map<string, string>
  readonly invitations: Map<string, string>
  /** The count of each answer: a status, or `gone` for none. */
  readonly answers: Map<string, number>
  /** Answers that no client could interpret. */
  readonly faults: string[]
}

export type Writers = {
  readonly ledger: Ledger
  /** Resolves when this many more requests have been acknowledged. */
  progress(more: number): Promise<void>
  /** Lets all writers finish the work that they started. */
  stop(): Promise<Ledger>
}

type Book = Ledger & { isStopping: boolean; readonly url: string }

/** Starts writers, which continue until they are stopped. */
export async function startWriters(system: System, count: number): Promise<Writers> {
  const tokens = await Promise.all(
    RMS.map(async (name) => (await as(system, name)).accessToken ?? ''),
  )
  const book: Book = {
    url: system.url,
    isStopping: false,
    leads: new Map(),
    activities: new Map(),
    invitations: new Map(),
    answers: new Map(),
    faults: [],
  }
  const writing = Array.from(
    { length: count },
    async (_, index) => await write(book, tokens[index % tokens.length] ?? '', index),
  )
  const acknowledged = () => book.leads.size + book.activities.size + book.invitations.size
  return {
    ledger: book,
    async progress(more) {
      const goal = acknowledged() + more
      const deadline = Date.now() + 20_000
      while (acknowledged() < goal) {
        if (Date.now() > deadline)
          throw new Error(
            `only ${acknowledged()} of ${goal} writes; ${[...book.answers].join(' ')}; ${book.faults.slice(0, 5).join('\n')}`,
          )
        await pause(10)
      }
    },
    async stop() {
      book.isStopping = true
      await Promise.all(writing)
      return book
    },
  }
}

let phones = 0
const newPhone = () => `+62811${String(10_000_000 + phones++)}`

async function write(book: Book, token: string, index: number): Promise<void> {
  let leadId = ''
  for (let round = index; !book.isStopping; round++) {
    const kind = leadId === '' ? 'lead-with-id' : KINDS[round % KINDS.length]
    const intention = crypto.randomUUID()
    if (kind === 'activity') await note(book, token, { leadId, intention })
    else if (kind === 'invitation') await invite(book, token, intention)
    else {
      const own = kind === 'lead-with-id' ? { id: crypto.randomUUID() } : {}
      leadId = await addLead(book, token, { own, intention })
    }
  }
}

type Meant = { intention: string }

async function note(
  book: Book,
  token: string,
  { leadId, intention }: Meant & { leadId: string },
): Promise<void> {
  const made = await insist(book, token, {
    path: `/crm/leads/${leadId}/activities`,
    body: { activityId: crypto.randomUUID(), kind: 'note', text: intention },
  })
  if (made) book.activities.set(intention, String(made['id']))
}

/** Adds a lead and returns its id; '' if it was refused. */
async function addLead(
  book: Book,
  token: string,
  { own, intention }: Meant & { own: { id?: string } },
): Promise<string> {
  const made = await insist(book, token, {
    path: '/crm/leads',
    body: { ...own, fullName: 'Nasabah Uji', phone: newPhone(), source: intention },
  })
  const leadId = String((made?.['lead'] as { id?: string } | undefined)?.id ?? '')
  if (made) book.leads.set(intention, leadId)
  return leadId
}

/**
 * Creates a case and sends a link by e-mail: the message is a job in the same transaction as the
 * link.
 */
async function invite(book: Book, token: string, intention: string): Promise<void> {
  const email = `${intention}@mail.example`
  const made = await insist(book, token, {
    path: '/crm/investors',
    body: { kind: 'individual', fullName: 'Nasabah Uji', email },
  })
  if (!made) return
  const sent = await insist(book, token, {
    path: `/crm/investors/${String(made['id'])}/registration-link`,
    body: { version: made['version'], channel: 'email' },
  })
  if (sent) book.invitations.set(intention, String(made['id']))
}

type Write = { path: string; body: object }

/** Sends it once. `answer` is the status, or 'gone' if there was none or it broke off. */
async function attempt(
  url: string,
  { token, key, body }: { token: string; key: string; body: object },
): Promise<{ answer: string; text: string | undefined; isComingBack: boolean }> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(4 * HANGS_AFTER_MS),
  }).catch(() => undefined)
  const text = await reply?.text().catch(() => undefined)
  if (!reply || text === undefined) return { answer: 'gone', text, isComingBack: true }
  const isComingBack = reply.status === 503 && reply.headers.has('retry-after')
  return { answer: String(reply.status), text, isComingBack }
}

/**
 * Repeats the request until it succeeds. Returns undefined if it was refused, which is recorded as
 * a fault.
 */
async function insist(
  book: Book,
  token: string,
  { path, body }: Write,
): Promise<Record<string, unknown> | undefined> {
  const key = crypto.randomUUID()
  const began = performance.now()
  for (;;) {
    const started = performance.now()
    const { answer, text, isComingBack } = await attempt(book.url + path, { token, key, body })
    book.answers.set(answer, (book.answers.get(answer) ?? 0) + 1)
    const ms = performance.now() - started
    if (ms > HANGS_AFTER_MS)
      book.faults.push(`POST ${path} took ${Math.round(ms)} ms to answer ${answer}`)
    if (answer === '201' && text) return JSON.parse(text) as Record<string, unknown>
    if (!isComingBack || started - began > GIVES_UP_AFTER_MS) {
      book.faults.push(`POST ${path} was answered ${answer} ${text ?? ''}`)
      book.isStopping = true
      return undefined
    }
    await pause(TRY_AGAIN_MS)
  }
}
