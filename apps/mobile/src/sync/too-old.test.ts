import { appTooOld, Problem, staleVersion } from '@rmtools/contracts/problem'
import { Outbox } from './outbox.ts'
import { sendAll, type Sender } from './sender.ts'
import { vaultInMemory } from './testing.ts'

const lead = {
  operation: 'leads.update',
  record: 'lead/1',
  title: 'Siti',
  input: { id: '1', version: 1, note: 'x' },
}

/** A phone whose disk survives the app, and a server that can refuse outdated apps. */
async function phone(disk: Map<string, Uint8Array>, server: { isStrict: boolean; got: string[] }) {
  const vault = vaultInMemory(disk)
  const outbox = new Outbox({ vault, owner: 'rina.nusantara', now: () => 1000 })
  await outbox.load()
  const refuseOld = () => {
    if (server.isStrict) throw new Problem(appTooOld)
  }
  const sender: Sender = {
    outbox,
    vault,
    now: () => 1000,
    sendings: {
      'leads.update': {
        async send(_input, key) {
          refuseOld()
          server.got.push(key)
          return { version: 2 }
        },
      },
    },
  }
  return { outbox, sender }
}

test('what waits when the app has become too old is neither refused nor tried again, and goes out after the update', async () => {
  const disk = new Map<string, Uint8Array>()
  const server = { isStrict: true, got: [] as string[] }
  const before = await phone(disk, server)
  await before.outbox.add(lead)
  await before.outbox.add({ ...lead, record: 'lead/2' })
  const keys = before.outbox.entries().map(({ key }) => key)

  expect(await sendAll(before.sender)).toBe('outdated')
  expect(before.outbox.entries().map(({ refusal, attempts }) => ({ refusal, attempts }))).toEqual([
    { refusal: undefined, attempts: 0 },
    { refusal: undefined, attempts: 0 },
  ])
  expect(server.got).toEqual([])

  // The new version opens the same disk.
  server.isStrict = false
  const after = await phone(disk, server)
  expect(await sendAll(after.sender)).toBe('idle')
  expect(server.got).toEqual(keys)
  expect(after.outbox.entries()).toEqual([])
})

test('nor is what was changed on both sides, when the server refuses the app while the record is loaded again', async () => {
  const server = { isStrict: true, got: [] as string[] }
  const { outbox, sender } = await phone(new Map(), server)
  await outbox.add(lead)
  const sendings = {
    'leads.update': {
      send: async () => {
        throw new Problem(staleVersion)
      },
      load: async () => {
        throw new Problem(appTooOld)
      },
    },
  }
  expect(await sendAll({ ...sender, sendings })).toBe('outdated')
  expect(outbox.entries().map(({ refusal }) => refusal)).toEqual([undefined])
})
