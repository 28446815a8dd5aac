// Entries that can never succeed.
import { Problem, problemKind } from '@rmtools/contracts/problem'
import { sendAll } from './sender.ts'
import { created, device } from './outbox-world.ts'

describe('SECURITY 49: what can never succeed', () => {
  const broken = (message: string) => () => {
    throw new TypeError(message)
  }

  test('because our own code fails on it is parked and told, and what stands behind it goes on', async () => {
    const { outbox, sender, sent, answer } = device()
    const faults: unknown[] = []
    await outbox.add(created('1'))
    await outbox.add(created('2'))
    answer.next = (_, input) => (input['id'] === '1' ? broken('sending')() : { version: 1 })
    expect(await sendAll({ ...sender, onFault: (fault) => faults.push(fault) })).toBe('idle')
    expect(sent.map(({ input }) => input['id'])).toEqual(['1', '2'])
    expect(outbox.entries().map(({ input, refusal }) => [input['id'], refusal?.code])).toEqual([
      ['1', 'app-fault'],
    ])
    expect(faults).toEqual([new TypeError('sending')])
    // It is retried when the RM asks for it, e.g. after an app update.
    await outbox.correct(outbox.entries()[0]?.id ?? '', outbox.entries()[0]?.input ?? {})
    answer.next = () => ({ version: 1 })
    await sendAll(sender)
    expect(outbox.entries()).toEqual([])
  })

  test('is not what cannot be shown: the server has it, so it is not sent again', async () => {
    const { outbox, sender, sent } = device()
    const faults: unknown[] = []
    const sendings = {
      ...sender.sendings,
      'leads.create': { ...sender.sendings['leads.create']!, settle: broken('showing') },
    }
    await outbox.add(created('1'))
    await sendAll({ ...sender, sendings, onFault: (fault) => faults.push(fault) })
    await sendAll({ ...sender, sendings })
    expect([sent.length, outbox.entries(), faults.length]).toEqual([1, [], 1])
  })

  test('because the server fails on it for ever is parked after some tries; an unavailable server is waited for', async () => {
    const { outbox, sender, answer, clock } = device()
    await outbox.add(created('1'))
    const untilParked = async (status: number) => {
      answer.next = () => {
        throw new Problem(
          problemKind(status === 500 ? 'internal-error' : 'unavailable', status, 'x'),
        )
      }
      for (let tries = 0; tries < 20; tries++) {
        await sendAll(sender)
        clock.now += 600_000
      }
      return outbox.entries()[0]?.refusal?.code
    }
    expect(await untilParked(503)).toBeUndefined()
    expect(await untilParked(500)).toBe('internal-error')
  })

  test('because a later app wrote it is kept and not sent', async () => {
    const { outbox, vault, sender, sent } = device()
    const { id } = await outbox.add(created('1'))
    const [place] = await vault.list('outbox/')
    await vault.write({ [place?.key ?? '']: { ...(place?.value as object), schema: 99 } })
    await outbox.load()
    await sendAll(sender)
    expect([sent, outbox.entries().map((entry) => [entry.id, entry.refusal?.code])]).toEqual([
      [],
      [[id, 'later-app']],
    ])
  })
})
