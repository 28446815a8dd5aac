// Messages about an order after Bib has it: allotted, paid out, refused, cancelled; each
// once, and never of what was rolled back.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSealer } from '@rmtools/kit/secrets'
import { account, company, investor, tokenIn } from './test-world.ts'
import { createPaymentWorld, TENANT, type PaymentWorld } from './payments/payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

/** Runs Bib until an order is in a state, or gives up. */
async function until(id: string, status: string): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if ((await world.get(id)).instruction.status === status) return
    world.simulator.clock.advanceHours(6)
    world.time.now = world.simulator.clock.now()
    await world.hear(world.told(id))
  }
  throw new Error(`${id} never became ${status}`)
}
const about = <M extends { subject?: string }>(messages: readonly M[], subject: string) =>
  messages.filter((one) => one.subject?.includes(subject))

describe('an order that is carried out', () => {
  test('is notified once with units, NAV, NAV date and amount; repeated and late reports tell nothing', async () => {
    const { id } = await world.handedOver()
    await until(id, 'settled')
    const messages = await world.sent()
    const [told, ...more] = about(messages, 'Unit sudah dibukukan')
    expect(more).toEqual([])
    const { rows } = await world.owner.query<{ units: string }>(
      'select allocated_units as units from crm_bib.instruction where id = $1',
      [id],
    )
    const whole = rows[0]?.units.split('.')[0]?.replaceAll(/\B(?=(\d{3})+$)/g, '.')
    expect(told?.text).toContain(`Unit: ${whole},`)
    expect(told?.text).toMatch(/NAB per unit: [\d.]+,\d{4}\nTanggal NAB: \d+ \w+ \d{4}\nNilai: Rp /)
    expect(told?.text).toContain('konfirmasi resmi Anda ada di AKSes KSEI')
    expect(about(messages, 'Dana sudah dibayarkan')).toEqual([])
    await world.hear(world.told(id).toReversed())
    await world.hear(world.told(id).map((event) => ({ ...event, sequence: event.sequence + 50 })))
    expect(about(await world.sent(), 'Unit sudah dibukukan')).toEqual([])
  })

  test('is notified once when only the last report arrives', async () => {
    const { id } = await world.handedOver()
    for (let step = 0; step < 12; step++) world.simulator.clock.advanceHours(12)
    world.time.now = world.simulator.clock.now()
    const events = world.told(id)
    await world.hear(events.slice(-1))
    await world.hear(events)
    expect(about(await world.sent(), 'Unit sudah dibukukan')).toHaveLength(1)
  })

  test('a report that is rolled back tells nobody, and the same report tells later', async () => {
    const { id } = await world.handedOver()
    for (let step = 0; step < 12; step++) world.simulator.clock.advanceHours(12)
    world.time.now = world.simulator.clock.now()
    const events = world.told(id).slice(-1)
    await expect(world.hearAndFail(events)).rejects.toThrow('rolled back')
    expect(await world.sent()).toEqual([])
    await world.hear(events)
    expect(about(await world.sent(), 'Unit sudah dibukukan')).toHaveLength(1)
  })
})

test('the payment of a redemption is reported once, with the account by its end', async () => {
  const bought = { type: 'SUBSCRIPTION', productCode: 'ANDALAN-KAS', amount: '50000000' } as const
  const known = { tenant: TENANT, sourceId: investor, rmId: 'rm', externalId: 'BIB1' }
  const numbers = { sid: 'IDD190700100001', ifua: 'IF1' }
  const date = new Date(world.time.now.getTime() - 14 * 86_400_000).toISOString().slice(0, 10)
  world.simulator.control.seed({
    investors: [{ ...known, ...numbers, transactions: [{ ...bought, date }] }],
  })
  await world.owner.query(
    `insert into crm_bib.investor_bank_account (id, company_id, investor_id, bank_code, country, currency, number, number_sealed, number_hash, holder_name, name_match, review)
     values ($1, $2, $3, '014', 'ID', 'IDR', '*****6789', $4, '\\x00', 'Siti Rahmawati', 'exact', 'not-needed')`,
    [
      account,
      company,
      investor,
      createSealer('x').seal('123456789', `investor_bank_account.number:${account}`),
    ],
  )
  const { id } = await world.as('rina').instructions.create({
    investorId: investor,
    type: 'redemption',
    productCode: 'ANDALAN-KAS',
    units: '100',
    bankAccountId: account,
    factSheetOffered: true,
    confirmDuplicate: true,
  })
  await world.sign()
  await world.work('bib.instruction', { instructionId: id })
  await world.forget()
  await until(id, 'settled')
  const messages = await world.sent()
  expect(about(messages, 'Unit sudah dibukukan')).toHaveLength(1)
  const [paid, ...more] = about(messages, 'Dana sudah dibayarkan')
  expect(more).toEqual([])
  expect(paid?.text).toMatch(/sebesar Rp [\d.,]+ sudah dibayarkan ke rekening .*\*6789/)
  expect(paid?.text).not.toContain('123456789')
  await world.hear(world.told(id))
  expect(await world.sent()).toEqual([])
})

describe('an order that is not carried out', () => {
  test('a refusal is reported with its reason in plain words, with the next step, never as a code', async () => {
    const { id } = await world.waiting()
    const last = world.told(id).at(-1)
    if (!last) throw new Error('Bib said nothing')
    const refused = {
      ...last,
      sequence: 90,
      data: {
        ...last.data,
        status: 'REJECTED' as const,
        reason: { code: 'INSUFFICIENT_UNITS', field: null, detail: 'units left: 3.0000' },
      },
    }
    await world.forget()
    await world.hear([refused, { ...refused, sequence: 91 }])
    const [told, ...more] = about(await world.sent(), 'tidak dijalankan')
    expect(more).toEqual([])
    expect(told?.text).toContain('Unit Anda tidak cukup.')
    expect(told?.text).toContain('Hubungi rina untuk langkah berikutnya')
    expect(told?.text).not.toMatch(/INSUFFICIENT|3\.0000|Bib/)
  })

  test('an unknown code stays inside', async () => {
    const { id } = await world.waiting()
    const last = world.told(id).at(-1)
    if (!last) throw new Error('Bib said nothing')
    const reason = { code: 'NEW_REASON_7', field: null, detail: 'x' }
    await world.forget()
    await world.hear([
      { ...last, sequence: 90, data: { ...last.data, status: 'REJECTED', reason } },
    ])
    const [told] = about(await world.sent(), 'tidak dijalankan')
    expect(told?.text).toContain('Pesanan tidak dapat dijalankan.')
    expect(told?.text).not.toContain('NEW_REASON')
  })

  test('one that was not paid in time has its own message, and no second one', async () => {
    const { id } = await world.waiting()
    await world.forget()
    await world.dueTimePasses(id)
    await world.hear(world.told(id))
    const subjects = (await world.sent()).map(({ subject }) => subject)
    expect(subjects).toEqual([expect.stringContaining('Belum dibayar')])
  })

  test.each([
    ['Salah nilai', 'Salah nilai'],
    ['Lihat https://phish.example/x', ''],
    ['Buka phish.example', ''],
  ])(
    'a cancellation with the reason "%s" says it only if it leads nowhere',
    async (reason, said) => {
      const { id, version } = await world.ordered()
      await world.sent()
      await world.as('rina').instructions.cancel({ id, version, reason })
      const [told, ...more] = about(await world.sent(), 'dibatalkan')
      expect(more).toEqual([])
      expect(told?.text).toContain(`tidak berlaku lagi. ${said}`)
      expect(told?.text).not.toContain('phish')
    },
  )
})

describe('a link that ends', () => {
  test('is reminded of three hours before, once, if it is still open', async () => {
    const { id } = await world.ordered()
    await world.sent()
    const [job] = await world.take<{ linkId: string }>('approval.remind')
    if (!job) throw new Error('no reminder waits')
    await world.work('approval.remind', job)
    await world.work('approval.remind', job)
    const [told, ...more] = await world.sent()
    expect(more).toEqual([])
    expect(told?.text).toContain('Tautan untuk persetujuan')
    expect(told?.text).toContain('WIB')
    expect((await world.get(id)).instruction.status).toBe('awaiting-approval')
  })

  test('not after an answer, nor after the link was replaced', async () => {
    await world.ordered()
    const [job] = await world.take<{ linkId: string }>('approval.remind')
    await world.sign()
    await world.sent()
    await world.work('approval.remind', job ?? {})
    expect(await world.sent()).toEqual([])
    const again = await world.ordered()
    expect(tokenIn(await world.sent())).toHaveLength(43)
    const [first] = await world.take<{ linkId: string }>('approval.remind')
    await world.as('rina').instructions.send({ id: again.id, version: again.version })
    await world.sent()
    await world.work('approval.remind', first ?? {})
    expect(await world.sent()).toEqual([])
  })
})
