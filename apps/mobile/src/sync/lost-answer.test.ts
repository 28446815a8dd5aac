import { Problem, savedDifferently, unavailable } from '@rmtools/contracts/problem'
import { Outbox } from './outbox.ts'
import { sendAll, type Sender } from './sender.ts'
import { vaultInMemory } from './testing.ts'

test('an answer that was lost, and an edit meanwhile: the edit is parked, never taken for what the server has', async () => {
  const vault = vaultInMemory(new Map())
  const clock = { now: 1000 }
  const outbox = new Outbox({ vault, owner: 'rina.nusantara', now: () => clock.now })
  const keys: string[] = []
  const server: { lead?: Readonly<Record<string, unknown>> } = {}
  const send = async (input: Readonly<Record<string, unknown>>, key: string) => {
    keys.push(key)
    // The server stores it, but its reply is lost.
    if (server.lead === undefined) {
      server.lead = input
      throw new Problem(unavailable)
    }
    if (JSON.stringify(server.lead) !== JSON.stringify(input))
      throw new Problem(savedDifferently, { errors: [{ pointer: '/fullName', code: 'x' }] })
    return { version: 1 }
  }
  const sender: Sender = {
    outbox,
    vault,
    sendings: { 'leads.create': { send, versionOf: () => 1 } },
    now: () => clock.now,
  }
  const { id } = await outbox.add({
    operation: 'leads.create',
    record: 'lead/1',
    title: 'Siti',
    input: { id: '1', fullName: 'Siti' },
  })
  await sendAll(sender)
  await outbox.correct(id, { id: '1', fullName: 'Siti Rahmawati' })
  clock.now += 3_600_000
  await sendAll(sender)
  expect(new Set(keys).size).toBe(2)
  expect(outbox.entries().map(({ input, refusal }) => [input['fullName'], refusal?.code])).toEqual([
    ['Siti Rahmawati', 'saved-differently'],
  ])
  // The server has the version that was written first.
  await outbox.correct(id, { id: '1', fullName: 'Siti' })
  await sendAll(sender)
  expect(outbox.entries()).toEqual([])
})
