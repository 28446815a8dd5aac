// Searches for leaked secrets: collects those of a walk from its requests and replies, and finds
// where they appear.
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { System } from '../system.ts'
import { asOwner } from './books.ts'

/** A secret and where it occurred; compared only as a whole. */
export type Canaries = ReadonlyMap<string, string>

// Fields whose values are always secret.
const SECRET =
  /^(password|currentPassword|newPassword|token|accessToken|refreshToken|deviceSecret|identityNumber|motherMaidenName|number|tin|npwp|csrfToken)$/
const OTP = /^\d{6}$/
const TOKEN = /[\w-]{43}/g
const CODE = /\b\d{6}\b/g

function isSecret(name: string, value: unknown): value is string {
  if (typeof value !== 'string') return false
  if (SECRET.test(name)) return value.length > 5 && !value.includes('*')
  return name === 'code' && OTP.test(value)
}

// The number that an order is paid to is the fund's and told to whoever pays: no secret.
const secretable = (value: object) =>
  Object.entries(value).filter(([key]) => key !== 'number' || !('dueAt' in value))

/** Records every request of this process until stopped. */
export function recordSecrets() {
  const heard = new Map<string, string>()
  const real = globalThis.fetch
  const note = (value: unknown, where: string, name = ''): void => {
    if (isSecret(name, value)) heard.set(value, `${where} ${name}`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of secretable(value))
        note(item, where, Array.isArray(value) ? name : key)
  }
  const read = (text: string, where: string) => {
    if (text.startsWith('{')) note(JSON.parse(text), where)
  }
  globalThis.fetch = async (input, init) => {
    const where = `${init?.method ?? 'GET'} ${String(input).replace(/^\w+:\/\/[^/]+/, '')}`
    if (typeof init?.body === 'string') read(init.body, where)
    const reply = await real(input, init)
    for (const line of reply.headers.getSetCookie())
      note({ token: line.slice(line.indexOf('=') + 1, line.indexOf(';')) }, where)
    if (!where.includes('/dev/inbox') && reply.headers.get('content-type')?.includes('json'))
      read(await reply.clone().text(), where)
    return reply
  }
  return {
    heard: heard as Canaries,
    stop: () => void (globalThis.fetch = real),
  }
}

/** The codes and link tokens that were sent. */
export function sentSecrets({ directory }: System): Canaries {
  const inbox = new DatabaseSync(join(directory, 'inbox.sqlite'), { readOnly: true })
  const texts = inbox
    .prepare('select content from message')
    .all()
    .map(({ content }) => (JSON.parse(String(content)) as { text: string }).text)
  inbox.close()
  const found = texts.flatMap((text) => [
    ...(text.match(TOKEN) ?? []).map((one) => [one, 'a link'] as const),
    ...(text.match(CODE) ?? []).map((one) => [one, 'a code'] as const),
  ])
  return new Map(found)
}

/** Every row of all our tables as text: one line each, by table. */
export async function dumpOf(system: System): Promise<Map<string, string>> {
  return await asOwner(system, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`)
    const dump = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(
        `select to_jsonb(t)::text as line from ${name} t`,
      )
      dump.set(name, rows.map(({ line }) => line).join('\n'))
    }
    return dump
  })
}

/** The places that contain a secret, as plain text or as the bytes of a column. */
export function findIn(places: ReadonlyMap<string, string>, canaries: Canaries): string[] {
  const found: string[] = []
  for (const [secret, origin] of canaries) {
    const pattern = new RegExp([wholeWord(secret), wholeHex(secret)].join('|'), 'i')
    for (const [place, text] of places) {
      const at = text.search(pattern)
      if (at >= 0)
        found.push(
          `${place} has ${secret} (${origin}): …${text.slice(Math.max(0, at - 120), at + secret.length + 40)}…`,
        )
    }
  }
  return found
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
// The digits of a code also occur inside ids and fractions of seconds.
const wholeWord = (secret: string) => `(?<![\\w.+-])${escaped(secret)}(?![\\w-])`
const wholeHex = (secret: string) => `\\\\x(?:[0-9a-f]{2})*${Buffer.from(secret).toString('hex')}`
