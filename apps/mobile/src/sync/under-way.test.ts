import { Outbox } from './outbox.ts'
import { sendAll } from './sender.ts'
import { vaultInMemory } from './testing.ts'

test('what is typed while the same change is being sent is sent automatically afterwards', async () => {
  const vault = vaultInMemory()
  const outbox = new Outbox({ vault, owner: 'rina' })
  const change = (placeOfBirth: string) => ({
    operation: 'investors.saveKyc',
    record: 'investor/i1',
    title: 'Siti',
    input: { id: 'i1', version: 1, individual: { placeOfBirth } },
  })
  await outbox.add(change('Ban'), true)
  const sent: unknown[] = []
  const send = async (input: unknown) => {
    sent.push(input)
    // The user continues typing before the answer arrives.
    if (sent.length === 1) await outbox.add(change('Bandung'), true)
    return { version: sent.length + 1 }
  }
  const sendings = {
    'investors.saveKyc': {
      send,
      versionOf: (reply: unknown) => (reply as { version: number }).version,
    },
  }
  expect(await sendAll({ outbox, vault, sendings })).toBe('idle')
  expect(sent).toEqual([
    { id: 'i1', version: 1, individual: { placeOfBirth: 'Ban' } },
    { id: 'i1', version: 2, individual: { placeOfBirth: 'Bandung' } },
  ])
  expect(outbox.entries()).toEqual([])
})
