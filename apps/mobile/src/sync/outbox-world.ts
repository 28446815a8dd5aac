// A phone with an outbox, and a server that stores what it gets.
import { problemKind } from '@rmtools/contracts/problem'
import { Outbox, type NewEntry } from './outbox.ts'
import type { Sender, Sending } from './sender.ts'
import { vaultInMemory } from './testing.ts'

export const taken = problemKind('lead-phone-taken', 409, 'taken')

export const stale = problemKind('stale-version', 409, 'stale')

export const created = (id: string, fullName = 'Siti'): NewEntry => ({
  operation: 'leads.create',
  record: `lead/${id}`,
  title: fullName,
  input: { id, fullName },
})

export const updated = (id: string, changes: object, base: object = {}): NewEntry => ({
  operation: 'leads.update',
  record: `lead/${id}`,
  title: 'Siti',
  input: { id, version: 1, ...changes },
  base: { ...base },
})

/** A device with an outbox, and a server that stores what it gets. */

export function device(disk = new Map<string, Uint8Array>()) {
  const vault = vaultInMemory(disk)
  const outbox = new Outbox({ vault, owner: 'rina.nusantara', now: () => clock.now })
  const clock = { now: 1000 }
  const sent: { operation: string; input: Readonly<Record<string, unknown>>; key: string }[] = []
  const answer: { next: (operation: string, input: Readonly<Record<string, unknown>>) => unknown } =
    { next: () => ({ version: 1 }) }
  const server: { lead: Record<string, unknown> } = { lead: {} }
  const sending = (operation: string): Sending => ({
    async send(input, key) {
      sent.push({ operation, input, key })
      return answer.next(operation, input)
    },
    versionOf: (reply) => (reply as { version: number }).version,
    ...(operation === 'leads.update' ? { load: async () => server.lead } : {}),
  })
  const sendings = {
    'leads.create': sending('leads.create'),
    'leads.update': sending('leads.update'),
  }
  const sender: Sender = { outbox, vault, sendings, now: () => clock.now }
  return { vault, outbox, clock, sent, answer, server, sender, disk }
}
