import { offline } from '@rmtools/contracts/fetch'
import { Problem, problemKind, unavailable } from '@rmtools/contracts/problem'
import { Outbox } from './outbox.ts'
import { created, device, stale, taken, updated } from './outbox-world.ts'
import { sendAll } from './sender.ts'

describe('what is written without a network', () => {
  test('is on the disk, sealed, and there again after the app was ended', async () => {
    const { outbox, disk } = device()
    await outbox.add(created('1', 'Siti Rahmawati'))
    const bytes = [...disk.values()].map((value) => new TextDecoder().decode(value)).join()
    expect(bytes).not.toContain('Siti')
    const again = device(disk)
    await again.outbox.load()
    expect(again.outbox.entries().map(({ title }) => title)).toEqual(['Siti Rahmawati'])
  })

  test('is seen by nobody else who uses the phone', async () => {
    const { outbox, vault } = device()
    await outbox.add(created('1'))
    const other = new Outbox({ vault, owner: 'bagus.nusantara' })
    await other.load()
    expect(other.entries()).toEqual([])
  })

  test('is sent in order, and gone afterwards, also from the disk', async () => {
    const { outbox, sender, sent, disk } = device()
    await outbox.add(created('1'))
    await outbox.add(created('2'))
    expect(await sendAll(sender)).toBe('idle')
    expect(sent.map(({ input }) => input['id'])).toEqual(['1', '2'])
    expect([outbox.entries(), disk.size]).toEqual([[], 0])
  })

  test('keeps its order when the clock is set back', async () => {
    const { outbox, clock, disk } = device()
    await outbox.add(created('1'))
    clock.now = 5
    await outbox.add(created('2'))
    const again = device(disk)
    await again.outbox.load()
    expect(again.outbox.entries().map(({ input }) => input['id'])).toEqual(['1', '2'])
  })

  test('has one idempotency key however often it is tried', async () => {
    const { outbox, sender, sent, answer, clock } = device()
    await outbox.add(created('1'))
    answer.next = () => {
      throw new Problem(unavailable)
    }
    await sendAll(sender)
    answer.next = () => ({ version: 1 })
    clock.now += 60_000
    await sendAll(sender)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect([sent.length, outbox.entries()]).toEqual([2, []])
  })

  test('waits longer after each failure, and goes on with other records meanwhile', async () => {
    const { outbox, sender, sent, answer, clock } = device()
    await outbox.add(created('1'))
    await outbox.add(created('2'))
    answer.next = (_, { id }) => {
      if (id === '1') throw new Problem(unavailable)
      return { version: 1 }
    }
    await sendAll(sender)
    const [first] = outbox.entries()
    expect([sent.length, outbox.entries().length, first?.notBefore]).toEqual([
      2,
      1,
      clock.now + 2000,
    ])
    clock.now += 2000
    await sendAll(sender)
    expect(outbox.entries()[0]?.notBefore).toBe(clock.now + 4000)
  })

  test('is not counted as tried when there is no network', async () => {
    const { outbox, sender, answer } = device()
    await outbox.add(created('1'))
    answer.next = () => {
      throw new Problem(offline)
    }
    expect(await sendAll(sender)).toBe('offline')
    expect(outbox.entries()[0]).toMatchObject({ attempts: 0, notBefore: 0 })
  })
})

describe('what the server refuses', () => {
  const refuse =
    (code = taken) =>
    () => {
      throw new Problem(code, { errors: [{ pointer: '/phone', code: 'format' }] })
    }

  test('is parked with its reason; what was written of the record later waits behind it', async () => {
    const { outbox, sender, sent, answer } = device()
    await outbox.add(created('1'))
    await outbox.add(updated('1', { interest: 'Pensiun' }))
    await outbox.add({ ...created('2'), after: 'lead/1' })
    answer.next = refuse()
    await sendAll(sender)
    expect(sent).toHaveLength(1)
    expect(outbox.entries().map(({ refusal }) => refusal?.code)).toEqual([
      'lead-phone-taken',
      undefined,
      undefined,
    ])
  })

  test('is sent again with another key after it was corrected', async () => {
    const { outbox, sender, sent, answer } = device()
    const { id } = await outbox.add(created('1'))
    answer.next = refuse()
    await sendAll(sender)
    answer.next = () => ({ version: 1 })
    await outbox.correct(id, { id: '1', fullName: 'Siti', phone: '081' })
    await sendAll(sender)
    expect([sent[0]?.key === sent[1]?.key, sent[1]?.input['phone'], outbox.entries()]).toEqual([
      false,
      '081',
      [],
    ])
  })

  test('can be given up, with what has nothing to stand on without it', async () => {
    const { outbox } = device()
    const { id } = await outbox.add(created('1'))
    await outbox.add(updated('1', { interest: 'Pensiun' }))
    await outbox.add(created('2'))
    await outbox.discard(id, true)
    expect(outbox.entries().map(({ record }) => record)).toEqual(['lead/2'])
  })
})

describe('changes of one record', () => {
  test('go on from the version that the earlier one made', async () => {
    const { outbox, sender, sent, answer } = device()
    await outbox.add(created('1'))
    await outbox.add(updated('1', { interest: 'Pensiun' }))
    answer.next = (operation) => ({ version: operation === 'leads.create' ? 7 : 8 })
    await sendAll(sender)
    expect(sent[1]?.input['version']).toBe(7)
  })

  test('join while they wait, field by field, also within a part of a form', async () => {
    const { outbox } = device()
    await outbox.add(
      updated('1', { individual: { religion: '1' }, phone: '1' }, { phone: '0' }),
      true,
    )
    await outbox.add(
      updated('1', { individual: { education: '5' }, phone: '2' }, { phone: '1' }),
      true,
    )
    expect(outbox.entries()).toHaveLength(1)
    expect(outbox.entries()[0]).toMatchObject({
      input: { individual: { religion: '1', education: '5' }, phone: '2' },
      base: { phone: '0' },
    })
  })

  const staleOnce = (sent: readonly unknown[]) => () => {
    if (sent.length === 1) throw new Problem(stale)
    return { version: 10 }
  }

  test('that were stored although the answer got lost are done, not sent twice', async () => {
    const { outbox, sender, sent, answer, server } = device()
    await outbox.add(updated('1', { interest: 'Pensiun' }, { interest: 'Pendidikan' }))
    server.lead = { id: '1', version: 9, interest: 'Pensiun' }
    answer.next = staleOnce(sent)
    await sendAll(sender)
    expect([sent.length, outbox.entries()]).toEqual([1, []])
  })

  test('are joined with what somebody else changed in other fields', async () => {
    const { outbox, sender, sent, answer, server } = device()
    await outbox.add(updated('1', { interest: 'Pensiun' }, { interest: 'Pendidikan' }))
    server.lead = { id: '1', version: 9, interest: 'Pendidikan', fullName: 'Another name' }
    answer.next = staleOnce(sent)
    await sendAll(sender)
    expect([sent[1]?.input, outbox.entries()]).toEqual([
      { id: '1', version: 9, interest: 'Pensiun' },
      [],
    ])
  })

  test('of the same field are kept with both versions, for the RM to choose', async () => {
    const { outbox, sender, sent, answer, server } = device()
    await outbox.add(updated('1', { interest: 'Pensiun' }, { interest: 'Pendidikan' }))
    server.lead = { id: '1', version: 9, interest: 'Obligasi' }
    answer.next = staleOnce(sent)
    await sendAll(sender)
    expect(outbox.entries()[0]?.refusal).toMatchObject({
      code: 'stale-version',
      theirs: { interest: 'Obligasi' },
    })
  })
})

test('a photo waits sealed beside its entry, is sent as bytes, and goes with it', async () => {
  const { outbox, sender, sent, disk } = device()
  await outbox.add({ ...created('1'), bytes: new Uint8Array([1, 2, 3]) })
  expect([...disk.keys()].some((key) => key.startsWith('attachment/'))).toBe(true)
  await sendAll(sender)
  expect([sent[0]?.input['bytes'], disk.size]).toEqual([new Uint8Array([1, 2, 3]), 0])
})

test('without a session nothing is lost: sending stops until somebody signs in', async () => {
  const { outbox, sender, answer } = device()
  await outbox.add(created('1'))
  answer.next = () => {
    throw new Problem(problemKind('session-ended', 401, 'ended'))
  }
  expect(await sendAll(sender)).toBe('ended')
  expect(outbox.entries()[0]).toMatchObject({ attempts: 0 })
})
