// Checks of a new order: is it a duplicate, is the amount plausible, are the units still free?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { codeIn, company, investor, people, signature, tokenIn } from './test-world.ts'
import {
  BOUGHT,
  codes,
  createLimitsWorld,
  fund,
  redemption,
  refused,
  subscription,
  type LimitsWorld,
} from './limits-world.ts'

let world: LimitsWorld
beforeAll(async () => void (world = await createLimitsWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.startAnew())

describe('a second order of the same', () => {
  test('within a minute is refused until it is confirmed, and then says of which it is a second one', async () => {
    const first = await world.api().create(subscription())
    expect(await refused(world.api().create(subscription({ amount: '5000000.00' })))).toEqual({
      code: 'duplicate-instruction',
      errors: [
        {
          pointer: '/confirmDuplicate',
          code: 'duplicate-instruction',
          detail: expect.stringMatching(/^\d{1,2}$/),
        },
      ],
      detail: expect.stringMatching(/^The same order was placed \d{1,2} s ago$/),
    })
    const second = await world.api().create(subscription({ confirmDuplicate: true }))
    expect([first.duplicateOf, second.duplicateOf]).toEqual([null, first.id])
    const { rows } = await world.owner.query<{ of: string }>(
      `select after ->> 'duplicate_of' as of from auth_bib.auth_user_action_log where entity = 'instruction' and entity_id = $1 and action = 'create'`,
      [second.id],
    )
    expect(rows).toEqual([{ of: first.id }])
  })

  test('is another one after a minute, for another amount, product or type, and when the first has ended', async () => {
    const { id, version } = await world.api().create(subscription())
    expect(
      await codes([
        world.api().create(subscription({ amount: '6000000' })),
        world.api().create(subscription({ productCode: 'BAHTERA-LIKUID' })),
      ]),
    ).toEqual(['done', 'done'])
    await world.api().cancel({ id, version, reason: 'wrong' })
    const again = await world.api().create(subscription())
    expect(await refused(world.api().create(subscription()))).toMatchObject({
      code: 'duplicate-instruction',
    })
    await world.owner.query(
      `update crm_bib.instruction set created_at = created_at - interval '61 s' where id = $1`,
      [again.id],
    )
    expect(await refused(world.api().create(subscription()))).toMatchObject({ code: 'done' })
  })

  test('sixteen at once are one; sent again with the same id it is the same one', async () => {
    const answers = await codes(
      Array.from({ length: 16 }, async () => await world.api().create(subscription())),
    )
    expect(answers).toEqual(['done', ...Array.from({ length: 15 }, () => 'duplicate-instruction')])
    const id = crypto.randomUUID()
    const same = await Promise.all(
      Array.from(
        { length: 16 },
        async () => await world.api().create(subscription({ id, amount: '7000000' })),
      ),
    )
    expect(new Set(same.map((one) => one.id))).toEqual(new Set([id]))
    // An order that was edited while the reply was in transit does not count as the same.
    await expect(
      world.api().create(subscription({ id, amount: '70000000' })),
    ).rejects.toMatchObject({
      code: 'saved-differently',
      status: 409,
      errors: [{ pointer: '/amount' }],
    })
  })
})

describe('the amount of an order', () => {
  const asked = async (amount: string, more: object = {}) =>
    (await refused(world.api().create(subscription({ amount, ...more })))).code

  test('above the declared income is asked about, and the answer is kept with the order and shown to reviewers', async () => {
    expect(await asked('500000000')).toBe('done')
    expect(
      await refused(world.api().create(subscription({ amount: '500000000.01' }))),
    ).toMatchObject({
      code: 'amount-unusual',
      errors: [{ pointer: '/amountReason', code: 'above-income', detail: '500000000' }],
    })
    const { amountQuestions, amountReason, id } = await world
      .api()
      .create(subscription({ amount: '500000000.01', amountReason: 'Hasil penjualan rumah' }))
    expect({ amountQuestions, amountReason }).toEqual({
      amountQuestions: ['above-income'],
      amountReason: 'Hasil penjualan rumah',
    })
    expect(await world.take('notify')).toMatchObject([
      {
        userId: people.ratna.id,
        kind: 'instruction.unusual',
        link: `/instructions/${id}`,
        params: { investorName: 'Siti Rahmawati' },
      },
    ])
    expect(
      (await world.api().create(subscription({ amount: '6000000', amountReason: 'nobody asked' })))
        .amountReason,
    ).toBeNull()
  })

  test('is compared with the wealth where the income has no upper end, and never goes through unasked', async () => {
    await world.declare('over-1bn', '1bn-5bn')
    expect([await asked('5000000000'), await asked('5000000001')]).toEqual([
      'done',
      'amount-unusual',
    ])
    for (const [income, wealth] of [
      ['over-1bn', 'over-5bn'],
      [null, null],
    ] as const) {
      await world.declare(income, wealth)
      expect([await asked('9000000000'), await asked('99999999999999999.99')]).toEqual([
        'done',
        'amount-unusual',
      ])
      await world.owner.query(`update crm_bib.instruction set status = 'expired'`)
    }
  })

  test('of an institution is compared with its own bands', async () => {
    const asInstitution = async (level: string | null, figures: object[] | null) => {
      await world.owner.query(
        `insert into crm_bib.investor_institutional (id, company_id, income_level, figures) values ($1, $2, $3, $4)
         on conflict (id) do update set income_level = excluded.income_level, figures = excluded.figures`,
        [investor, company, level, figures && JSON.stringify(figures)],
      )
    }
    await world.declare(null, null)
    await asInstitution('1bn-5bn', null)
    expect([await asked('5000000000'), await asked('5000000001')]).toEqual([
      'done',
      'amount-unusual',
    ])
    await asInstitution('over-50bn', [
      { year: 2024, assets: 4, profit: 1 },
      { year: 2025, assets: 1, profit: 1 },
    ])
    expect([await asked('100000000000'), await asked('100000000001')]).toEqual([
      'done',
      'amount-unusual',
    ])
    await world.owner.query('delete from crm_bib.investor_institutional')
  })

  test('above the company’s ceiling is asked about, above its cap refused at the field', async () => {
    await world.settings({ orderQuestionAbove: '10000000', orderCap: '20000000' })
    expect([
      await asked('10000000'),
      await asked('10000001'),
      await asked('10000002', { amountReason: 'bonus' }),
    ]).toEqual(['done', 'amount-unusual', 'done'])
    expect(
      await refused(
        world.api().create(subscription({ amount: '20000000.01', amountReason: 'bonus' })),
      ),
    ).toMatchObject({
      code: 'above-order-cap',
      errors: [{ pointer: '/amount', code: 'above-order-cap', detail: '20000000' }],
    })
    await world.settings({ orderCap: '20000000.01' })
    expect(await asked('20000000.01', { amountReason: 'bonus' })).toBe('done')
  })

  test('is not asked about where an investor takes out the own money', async () => {
    await world.settings({ orderQuestionAbove: '1000', orderCap: '1000' })
    expect((await refused(world.api().create(redemption()))).code).toBe('done')
  })
})

describe('units of open orders', () => {
  test('are reserved: all after a part is the rest, a second all is refused and says what is free', async () => {
    await world.api().create(redemption({ allUnits: false, units: '10000' }))
    const rest = await world.api().create(redemption())
    const { rows } = await world.owner.query<{ worth: string }>(
      'select worth from crm_bib.instruction where id = $1',
      [rest.id],
    )
    expect(Number(rows[0]?.worth)).toBeLessThan(Number(BOUGHT) - 10_000_000)
    expect(await refused(world.api().create(redemption({ confirmDuplicate: true })))).toMatchObject(
      {
        code: 'units-reserved',
        errors: [{ pointer: '/productCode', code: 'units-reserved' }],
        detail: expect.stringMatching(
          /^0\.0000 units are free, \d+\.\d{4} are reserved by open instructions$/,
        ),
      },
    )
    expect(
      (await refused(world.api().create(redemption({ allUnits: false, units: '1' })))).code,
    ).toBe('units-reserved')
    const { items } = await world.as('rina').instructions.reservations({ id: investor })
    expect(items).toMatchObject([
      { productCode: fund, units: '10000.0000', allUnits: false, isAtBib: false },
      { productCode: fund, units: null, allUnits: true, isAtBib: false },
    ])
  })

  test('a draft reserves none, and is looked at again when it is sent; what has ended gives them back', async () => {
    const draft = await world.api().create(redemption({ send: false }))
    const sent = await world.api().create(redemption({ confirmDuplicate: true }))
    const send = async () =>
      (await refused(world.api().send({ id: draft.id, version: draft.version }))).code
    expect(await send()).toBe('units-reserved')
    await world.api().cancel({ id: sent.id, version: sent.version, reason: 'no' })
    expect([await send(), await world.statusOf(draft.id)]).toEqual(['done', 'awaiting-approval'])
    // Its own units do not prevent sending the link again.
    const { version } = (await world.api().get({ id: draft.id })).instruction
    expect((await refused(world.api().send({ id: draft.id, version }))).code).toBe('done')
  })

  test('are not taken off twice once Bib has the order, nor when Bib has carried it out', async () => {
    const monday = '2027-03-01T03:00:00.000Z'
    world.simulator.clock.advanceTo(monday)
    world.time.now = new Date(monday)
    const { id } = await world.api().create(redemption({ allUnits: false, units: '10000' }))
    const token = tokenIn(await world.take<Message>('message'))
    const { documentHash } = await world.as().approvals.view({ token })
    await world.as().approvals.sendCode({ token })
    const code = codeIn(await world.take<Message>('message'))
    await world.as().approvals.answer({
      token,
      decision: 'approve',
      documentHash,
      code,
      consent: true,
      signature: await signature(),
    })
    const headers = { authorization: 'Bearer bib-key-of-tests', 'x-tenant': 'APERDA' }
    const reply = await fetch(`${world.simulator.url}/_partners/investors/BIB1/portfolio`, {
      headers,
    })
    const { positions } = (await reply.json()) as { positions: { units: string }[] }
    const held = positions[0]?.units
    const free = async () => {
      const { detail } = await refused(
        world.api().create(redemption({ allUnits: false, units: held })),
      )
      return /^(\S+) units are free, (\S+)/.exec(detail ?? '')?.slice(1)
    }
    const before = await free()
    expect(before?.[1]).toBe('10000.0000')
    await world.handlers['bib.instruction']?.(
      { companyId: company, instructionId: id } as never,
      {} as never,
    )
    expect(await world.statusOf(id)).toBe('sent')
    expect(await free()).toEqual(before)
    world.simulator.control.carryOut('APERDA', id, 'ALLOCATED')
    expect([await world.statusOf(id), await free()]).toEqual(['sent', undefined])
    expect(
      await refused(world.api().create(redemption({ allUnits: false, units: before?.[0] }))),
    ).toMatchObject({ code: 'done' })
  })

  test('sixteen at once are one, also while Bib cannot be asked what is held', async () => {
    const all = () =>
      codes(
        Array.from(
          { length: 16 },
          async () => await world.api().create(redemption({ confirmDuplicate: true })),
        ),
      )
    const one = ['done', ...Array.from({ length: 15 }, () => 'units-reserved')]
    expect(await all()).toEqual(one)
    await world.owner.query(`update crm_bib.instruction set status = 'expired'`)
    world.simulator.control.setFaults({
      errorAfterCommit: { on: true },
      down: { on: true, match: 'portfolio' },
    })
    expect(await all()).toEqual(one)
  })
})
