// An investor's holdings and an RM's sales over the real path bff -> crm -> Bib, and who is
// notified of changes.
import { addDays, wibDate, wibInstant } from '@rmtools/bib/simulator/calendar'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bibControl } from '../bib-control.ts'
import { eventually, type Caller } from '../caller.ts'
import { demoPerson, refusalOf } from '../tour/stage.ts'
import { instruction } from '../tour/instruction.ts'
import { kyc } from '../tour/kyc.ts'
import type { Registered } from '../tour/papers.ts'
import { stageAt } from '../tour/walk.ts'
import { listen, type Listener } from './listening.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import type { System } from '../system.ts'

const PAST = { code: 'CAKRA-PU', amount: '10000000.00' }
const today = wibDate(Date.now())

let system: System
const people = {} as Record<'rina' | 'bagus' | 'citra' | 'sari', Caller>
const listeners = {} as Record<keyof typeof people, Listener>
let investor: Registered
let settled: Instruction

beforeAll(async () => {
  system = await throwAwaySystem()
  for (const name of ['rina', 'bagus', 'citra', 'sari'] as const) {
    people[name] = await as(system, name)
    listeners[name] = await listen(system.url, people[name])
  }
  const bib = { url: system.note.bibUrl, apiKey: system.note.bibApiKey }
  const stage = stageAt(system.url, bib, () => undefined)
  investor = await kyc(stage, people.rina)
  const { sid, ifua } = await people.rina.api.investors.get({ id: investor.id })
  const past = {
    type: 'SUBSCRIPTION' as const,
    productCode: PAST.code,
    amount: PAST.amount,
    date: addDays(today, -40),
  }
  const record = {
    tenant: 'NUSANTARA',
    sourceId: investor.id,
    rmId: demoPerson('rina').id,
    externalId: investor.externalId,
    sid,
    ifua,
  }
  await bibControl(bib).seed({ investors: [{ ...record, transactions: [past] }] })
  settled = await instruction(stage, people.rina, investor)
}, 90_000)

afterAll(async () => {
  for (const listener of Object.values(listeners)) await listener[Symbol.asyncDispose]()
  await system[Symbol.asyncDispose]()
})

describe('what an investor holds', () => {
  test('is the past and what was settled, valued at the latest NAV', async () => {
    const { positions, totals, isStale } = await people.rina.api.portfolios.get({ id: investor.id })
    expect(isStale).toBe(false)
    expect(positions.map(({ productCode }) => productCode).toSorted()).toEqual(
      [PAST.code, settled.productCode].toSorted(),
    )
    const bought = positions.find(({ productCode }) => productCode === settled.productCode)
    expect(bought).toMatchObject({
      units: settled.allocatedUnits,
      availableUnits: settled.allocatedUnits,
      cost: '25000000.00',
    })
    const cents = positions.reduce((sum, { value }) => sum + Math.round(Number(value) * 100), 0)
    expect(totals).toMatchObject([
      { currency: 'IDR', cost: '35000000.00', value: (cents / 100).toFixed(2) },
    ])
  })

  test('came by transactions, newest first, in pages; the instruction is named by its id', async () => {
    const { items, nextCursor } = await people.rina.api.portfolios.transactions({
      id: investor.id,
      limit: 1,
    })
    expect(items).toMatchObject([
      {
        sourceId: settled.id,
        type: 'SUBSCRIPTION',
        units: settled.allocatedUnits,
        nav: settled.allocatedNav,
        amount: '25000000.00',
      },
    ])
    const rest = await people.rina.api.portfolios.transactions({
      id: investor.id,
      limit: 1,
      cursor: nextCursor ?? '',
    })
    expect(rest).toMatchObject({
      items: [{ sourceId: null, productCode: PAST.code, amount: PAST.amount }],
      nextCursor: null,
    })
  })

  test('is nobody else’s business: another RM and another company find no such investor, the administration does', async () => {
    for (const stranger of [people.bagus, people.citra]) {
      expect(await refusalOf(stranger.api.portfolios.get({ id: investor.id }))).toBe('not-found')
      expect(await refusalOf(stranger.api.portfolios.transactions({ id: investor.id }))).toBe(
        'not-found',
      )
    }
    expect((await people.sari.api.portfolios.get({ id: investor.id })).positions).toHaveLength(2)
  })
})

describe('what an RM sold', () => {
  test('is on the home screen, in counts and in money', async () => {
    const { instructions, investors, aum, sales } = await people.rina.api.dashboard.get({})
    expect(instructions.find(({ status }) => status === 'settled')?.count).toBe(1)
    expect(investors.find(({ status }) => status === 'registered')?.count).toBe(1)
    expect(aum?.byRm).toMatchObject([{ rmName: 'Rina Wulandari', currency: 'IDR' }])
    expect(aum?.byProduct.find(({ productCode }) => productCode === PAST.code)).toMatchObject({
      investors: 1,
      productName: expect.stringContaining('Cakrawala'),
    })
    expect(sales?.byProduct.find(({ productCode }) => productCode === PAST.code)).toMatchObject({
      transactions: 1,
      inflow: PAST.amount,
      outflow: '0.00',
    })
    const others = await people.bagus.api.dashboard.get({})
    expect([
      others.aum?.byRm,
      others.sales?.byProduct,
      others.instructions.filter(({ count }) => count > 0),
    ]).toEqual([[], [], []])
  })

  test('stands in the reports, as JSON and as a file with the same lines', async () => {
    // Some days later, so that the NAV date is past for Bib and bff's cache has expired.
    const whole = { from: addDays(today, -90), to: addDays(settled.navDate, 1) }
    const advanceTo = new Date(wibInstant(whole.to, '12:00')).toISOString()
    await bibControl({ url: system.note.bibUrl, apiKey: system.note.bibApiKey }).moveClock({
      advanceTo,
    })
    const { reports } = people.rina.api
    const aum = await eventually('the assets with what was settled', async () => {
      const { items } = await reports.aum(whole)
      return (
        items.some(
          ({ date, productCode }) => date === whole.to && productCode === settled.productCode,
        ) && items
      )
    })
    const held = aum.find(
      ({ date, productCode }) => date === whole.to && productCode === settled.productCode,
    )
    expect(held).toMatchObject({
      units: settled.allocatedUnits,
      rmName: 'Rina Wulandari',
      investors: 1,
    })
    const sales = await eventually('the sales with what was settled', async () => {
      const { items } = await reports.sales(whole)
      return items.length === 2 && items
    })
    expect(sales.find(({ productCode }) => productCode === settled.productCode)).toMatchObject({
      month: settled.navDate.slice(0, 7),
      subscriptions: '25000000.00',
      net: '25000000.00',
    })
    for (const [lines, file] of [
      [aum, await reports.aumCsv(whole)],
      [sales, await reports.salesCsv(whole)],
    ] as const) {
      const rows = Buffer.from(file).toString().trimEnd().split('\r\n')
      expect(rows).toHaveLength(lines.length + 1)
      expect(
        rows.filter((row) => row.includes(settled.productCode) && row.includes('Rina Wulandari')),
      ).toHaveLength(lines.filter(({ productCode }) => productCode === settled.productCode).length)
    }
    expect((await people.citra.api.reports.sales(whole)).items).toEqual([])
    expect(
      (await people.sari.api.reports.sales({ ...whole, rmId: demoPerson('rina').id })).items,
    ).toHaveLength(2)
  })
})

test('the live stream tells the RM and the administration of each change, and no other RM or company', async () => {
  const of = (name: keyof typeof people, id: string) =>
    listeners[name].heard.filter((change) => change.id === id)
  for (const name of ['rina', 'sari'] as const) {
    await eventually(
      `${name} to hear of the settlement`,
      async () => of(name, settled.id).length >= 4,
    )
    expect(of(name, settled.id)[0]).toMatchObject({
      kind: 'instruction',
      companyId: settled.companyId,
    })
    expect(of(name, investor.id).length).toBeGreaterThan(3)
  }
  expect(listeners.rina.heard.some(({ kind }) => kind === 'notification')).toBe(true)
  // They do receive changes to their own devices and the market.
  const foreign = (name: keyof typeof people) =>
    listeners[name].heard.filter(({ kind }) => ['lead', 'investor', 'instruction'].includes(kind))
  expect([foreign('bagus'), foreign('citra')]).toEqual([[], []])
})
