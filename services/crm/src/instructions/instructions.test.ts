import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { company, investor, tokenIn } from './test-world.ts'
import { createOrderWorld, refusal, type OrderWorld } from './orders-world.ts'

let world: OrderWorld
beforeAll(async () => void (world = await createOrderWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  // A Monday, 10:00 WIB: before the cut-off of an exchange day.
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
  world.simulator.control.clearFaults()
  await world.take('message')
  await world.take('bib.instruction')
})

const send = async (id: string) =>
  await world.handlers['bib.instruction']?.(
    { companyId: company, instructionId: id } as never,
    {} as never,
  )
const atBib = async () => {
  const { rows } = await world.owner.query(
    'select bib_reference from crm_bib.instruction where bib_reference is not null',
  )
  return rows.length
}

describe('creating an instruction', () => {
  test('computes fee and NAV date, and shows them', async () => {
    const created = await world.as('rina').instructions.create(world.order())
    expect(created).toMatchObject({
      status: 'awaiting-approval',
      navDate: '2026-11-23',
      amount: '5000000.00',
      licenceNumber: 'WAPERD-1',
      rmName: 'rina',
    })
  })

  test('goes by the cut-off of the product, and by that of the company where the product names none', async () => {
    const set = async (time: string) =>
      await world.owner.query(
        `update crm_bib.known_company set settings = settings || jsonb_build_object('cutOffDefault', $1::text)`,
        [time],
      )
    const dates = async () => {
      const created = async (productCode: string) =>
        (await world.as('rina').instructions.create({ ...world.order(), productCode })).navDate
      return [await created('BAHTERA-LIKUID'), await created('ANDALAN-KAS')]
    }
    await set('10:00')
    expect(await dates()).toEqual(['2026-11-24', '2026-11-23'])
    await set('10:01')
    expect(await dates()).toEqual(['2026-11-23', '2026-11-23'])
  })

  test('is found by a part of the name, phone or e-mail of its investor, by the owner of the book alone', async () => {
    const { id } = await world.as('rina').instructions.create(world.order())
    const { rows } = await world.owner.query<{ name: string; phone: string; email: string }>(
      'select display_name as name, phone, email from crm_bib.investor where id = $1',
      [investor],
    )
    const { name = '', phone = '', email = '' } = rows[0] ?? {}
    const found = async (as: 'rina' | 'oscar', search: string) =>
      (await world.as(as).instructions.list({ search, count: true })).items.some(
        (item) => item.id === id,
      )
    for (const search of [name.slice(1), name.slice(0, 2), phone.replace('+62', '0'), email])
      expect([search, await found('rina', search), await found('oscar', search)]).toEqual([
        search,
        true,
        false,
      ])
    await world.owner.query(
      `update crm_bib.instruction set bib_reference = 'TRX-D000000001814', amount = 1512345.67 where id = $1`,
      [id],
    )
    await world.owner.query(`update crm_bib.investor set ifua = 'IFUA1000000077' where id = $1`, [
      investor,
    ])
    const [item] = (await world.as('rina').instructions.list({ search: 'TRX-D000000001814' })).items
    const own = [
      'TRX-D000000001814',
      'trx\u2011d000000001814',
      id,
      id.toUpperCase(),
      id.slice(0, 18),
      'Rp 1.512.345,67',
      '1,512,345.67',
      '1512345.67',
    ]
    for (const search of [
      ...own,
      'IFUA 1000 0000 77',
      item?.productCode ?? '',
      item?.productName.slice(0, 12).toUpperCase() ?? '',
    ])
      expect([search, await found('rina', search), await found('oscar', search)]).toEqual([
        search,
        true,
        false,
      ])
    for (const search of ['1512345', 'TRX-D00000000181', 'nobody at all', '%', '_%'])
      expect([search, await found('rina', search)]).toEqual([search, false])
  })

  test('an RM whose licence has expired may read but not sell', async () => {
    await world.owner.query(`update crm_bib.investor set rm_id = $1 where id = $2`, [
      '00000000-0000-7000-8000-000000000102',
      investor,
    ])
    expect(await refusal(world.as('oscar').instructions.create(world.order()))).toBe(
      'licence-expired',
    )
    expect((await world.as('oscar').instructions.list({})).items).toEqual([])
    await world.owner.query(`update crm_bib.investor set rm_id = $1 where id = $2`, [
      '00000000-0000-7000-8000-000000000101',
      investor,
    ])
  })

  test('is listed with those of its investor and of its product', async () => {
    const { id } = await world.as('rina').instructions.create(world.order())
    const found = async (filter: { investorId?: string; productCode?: string }) =>
      (await world.as('rina').instructions.list(filter)).items.some((item) => item.id === id)
    const { productCode } = world.order()
    expect(await found({ investorId: investor, productCode })).toBe(true)
    expect(await found({ investorId: crypto.randomUUID() })).toBe(false)
    expect(await found({ productCode: `${productCode}-OTHER` })).toBe(false)
  })

  test('SECURITY 22: for another RM’s or another company’s investor is 404, and so are reading, sending and cancelling', async () => {
    const { id, version } = await world.as('rina').instructions.create(world.order())
    for (const stranger of ['oscar', 'fajar'] as const) {
      const { instructions } = world.as(stranger)
      expect(await refusal(instructions.create(world.order()))).toBe('not-found')
      expect(await refusal(instructions.get({ id }))).toBe('not-found')
      expect(await refusal(instructions.document({ id }))).toBe('not-found')
      expect(await refusal(instructions.send({ id, version }))).toBe('not-found')
      expect(await refusal(instructions.cancel({ id, version, reason: 'x' }))).toBe('not-found')
      expect((await instructions.list({})).items).toEqual([])
    }
  })

  test('SECURITY 40: twenty times at once with one key is one instruction and one message, and everybody hears the same', async () => {
    const idempotencyKey = crypto.randomUUID()
    const all = await Promise.all(
      Array.from(
        { length: 20 },
        async () => await world.as('rina').instructions.create(world.order(), { idempotencyKey }),
      ),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(await world.take('message')).toHaveLength(1)
    expect(
      await refusal(
        world
          .as('rina')
          .instructions.create({ ...world.order(), amount: '6000000' }, { idempotencyKey }),
      ),
    ).toBe('idempotency-key-reused')
  })

  test('SECURITY 40: a repetition is answered also when Bib is away', async () => {
    const idempotencyKey = crypto.randomUUID()
    const first = await world.as('rina').instructions.create(world.order(), { idempotencyKey })
    world.simulator.control.setFaults({ down: { on: true } })
    expect(await world.as('rina').instructions.create(world.order(), { idempotencyKey })).toEqual(
      first,
    )
  })

  test('SECURITY 30: money is a decimal string: no zero, sign, exponent or third place', async () => {
    for (const amount of ['-5', '1e6', '1.005', '01', ' 5', '5,00'])
      expect(
        await refusal(world.as('rina').instructions.create({ ...world.order(), amount })),
      ).toBe('invalid-input')
    expect(
      await refusal(world.as('rina').instructions.create({ ...world.order(), amount: '0' })),
    ).toBe('quantity-invalid')
  })

  test('continues when Bib is down, with the cached catalogue', async () => {
    world.simulator.control.setFaults({ down: { on: true } })
    expect((await world.as('rina').instructions.create(world.order())).status).toBe(
      'awaiting-approval',
    )
  })

  test('is refused from the moment at which any process has heard that the product is suspended', async () => {
    await world.as('rina').instructions.create(world.order())
    world.simulator.control.setFaults({ productSuspended: { on: true, match: world.product } })
    const heardElsewhere = async () =>
      await world.owner.query(`select nextval('crm_bib.product_edition')`)
    await heardElsewhere()
    expect(await refusal(world.as('rina').instructions.create(world.order()))).toBe(
      'product-not-offered',
    )
    world.simulator.control.clearFaults()
    await heardElsewhere()
    expect(await refusal(world.as('rina').instructions.create(world.order()))).toBe('done')
  })
})

describe('handing over to Bib', () => {
  test('is done once, however often the job runs', async () => {
    const id = await world.approved()
    await send(id)
    await send(id)
    expect(await world.statusOf(id)).toBe('sent')
    expect(await atBib()).toBeGreaterThan(0)
  })

  test.each(['timeoutAfterSuccess', 'errorAfterCommit'] as const)(
    'is done once when Bib fails after it has committed: %s',
    async (fault) => {
      const id = await world.approved()
      world.simulator.control.setFaults({ [fault]: { on: true, times: 1, ms: 2500 } })
      await expect(send(id)).rejects.toThrow()
      expect(await world.statusOf(id)).toBe('approved')
      await send(id)
      expect(await world.statusOf(id)).toBe('sent')
    },
  )

  test('is tried again while Bib is down, and loses nothing', async () => {
    const id = await world.approved()
    world.simulator.control.setFaults({ down: { on: true } })
    await expect(send(id)).rejects.toThrow()
    expect(await world.statusOf(id)).toBe('approved')
  })

  test('past the cut-off asks the investor again, by a new link, instead of sending', async () => {
    const id = await world.approved()
    world.time.now = new Date('2026-11-23T06:00:00.000Z')
    await send(id)
    expect(await world.statusOf(id)).toBe('awaiting-approval')
    const token = tokenIn(await world.take<Message>('message'))
    expect((await world.as().approvals.view({ token })).document.navDate).toBe('2026-11-24')
  })

  test('of one that was cancelled meanwhile does nothing', async () => {
    const id = await world.approved()
    const { instruction } = await world.as('rina').instructions.get({ id })
    await world
      .as('rina')
      .instructions.cancel({ id, version: instruction.version, reason: 'Berubah pikiran' })
    await send(id)
    expect(await world.statusOf(id)).toBe('cancelled')
  })
})

describe('a link that ran out', () => {
  test('expires the instruction, which can be sent again', async () => {
    const { id, linkExpiresAt } = await world.as('rina').instructions.create(world.order())
    const expire = async () =>
      await world.handlers['instruction.expire']?.(
        { companyId: company, instructionId: id } as never,
        {} as never,
      )
    await expire()
    expect(await world.statusOf(id)).toBe('awaiting-approval')
    world.time.now = new Date(Date.parse(linkExpiresAt ?? '') + 1)
    await expire()
    expect(await world.statusOf(id)).toBe('expired')
    const { instruction } = await world.as('rina').instructions.get({ id })
    expect(
      (await world.as('rina').instructions.send({ id, version: instruction.version })).status,
    ).toBe('awaiting-approval')
  })
})
