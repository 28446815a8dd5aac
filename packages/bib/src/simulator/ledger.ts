// Investors' holdings: a ledger of allocations, from which positions are summed. Cost is the amount
// paid less the fee; a sale reduces it proportionally (moving average).
import { asKept } from './store.ts'
import { Decimal } from 'decimal.js'
import type { Portfolio, Transaction } from '../partner.ts'
import { exchangeDayAfter, wibDate } from './calendar.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

/** Far more digits than money needs; halves round up. */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })

export type Entry = {
  id: number
  tenant: string
  investor: number
  instruction: number | null
  source_id: string | null
  rm_id: string
  type: Transaction['type']
  product_code: string
  nav_date: string
  nav: string
  units: string
  amount: string
  fee: string
  settlement_date: string
}

export type Holding = { units: Decimal; cost: Decimal }

export const money = (value: Decimal) => value.toFixed(2)
/** Units are truncated, never rounded up: nobody receives units that were not paid for. */
export const wholeUnits = (value: Decimal) => value.toDecimalPlaces(4, Decimal.ROUND_DOWN)

export function entriesOf(world: World, investor: number): Entry[] {
  return world.store.all<Entry>(
    'select * from entry where investor = ? order by nav_date, id',
    investor,
  )
}

/** An entry in Bib's format. */
export function transactionOf(world: World, entry: Entry): Transaction {
  const product = productOf(world, entry.product_code)
  return {
    id: `T${entry.id}`,
    sourceId: entry.source_id,
    type: entry.type,
    productCode: entry.product_code,
    productName: product?.name ?? entry.product_code,
    currency: product?.currency ?? 'IDR',
    navDate: entry.nav_date,
    nav: entry.nav,
    units: entry.units,
    amount: entry.amount,
    fee: entry.fee,
    status: entry.settlement_date <= wibDate(world.clock.now()) ? 'SETTLED' : 'ALLOCATED',
    settlementDate: entry.settlement_date,
  }
}

/** Adds one entry to a set of holdings by product code. */
export function applyEntry(holdings: Map<string, Holding>, entry: Entry): void {
  const held = holdings.get(entry.product_code) ?? { units: new Exact(0), cost: new Exact(0) }
  const units = new Exact(entry.units)
  if (entry.type === 'SUBSCRIPTION' || entry.type === 'SWITCH_IN') {
    holdings.set(entry.product_code, {
      units: held.units.plus(units),
      cost: held.cost.plus(entry.amount).minus(entry.fee),
    })
    return
  }
  const left = held.units.minus(units)
  const cost =
    left.isZero() || held.units.isZero() ? new Exact(0) : held.cost.times(left).div(held.units)
  holdings.set(entry.product_code, { units: left, cost })
}

/** Units and cost by product code, without products that were sold completely. */
export function holdingsOf(world: World, investor: number): Map<string, Holding> {
  const holdings = new Map<string, Holding>()
  for (const entry of entriesOf(world, investor)) applyEntry(holdings, entry)
  for (const [code, { units }] of holdings) if (units.isZero()) holdings.delete(code)
  return holdings
}

export type PendingRow = {
  id: number
  source_id: string
  record: string
  submission: string
  nav_date: string | null
  received: number
}

/** Pending instructions, which have not changed the units yet. */
export function pendingOf(world: World, investor: number): PendingRow[] {
  return world.store.all<PendingRow>(
    `select id, source_id, record, submission, nav_date, received from instruction
      where investor = ? and status in ('QUEUED', 'RECEIVED', 'PAYMENT_PENDING', 'PAID', 'SENT_TO_IM') order by id`,
    investor,
  )
}

export type Wish = {
  type: string
  productCode: string
  amount?: string | null
  units?: string | null
  all?: boolean
}

/** The units that a redemption or switch will take; an amount is converted at the latest NAV. */
export function unitsWanted(world: World, wish: Wish, held: Decimal): Decimal {
  if (wish.all) return held
  if (wish.units) return new Exact(wish.units)
  const nav = world.navs.latest(wish.productCode)?.nav ?? '1'
  return new Exact(wish.amount ?? 0).div(nav).toDecimalPlaces(4, Decimal.ROUND_UP)
}

/** Units held less those that other pending instructions will take. */
export function availableUnits(
  world: World,
  investor: number,
  code: string,
  exceptInstruction?: number,
): Decimal {
  const held = holdingsOf(world, investor).get(code)?.units ?? new Exact(0)
  let available = held
  for (const row of pendingOf(world, investor)) {
    const wish = asKept<Wish>(row.submission)
    if (row.id === exceptInstruction || wish.type === 'SUBSCRIPTION' || wish.productCode !== code)
      continue
    available = available.minus(unitsWanted(world, wish, held))
  }
  return Exact.max(available, 0)
}

/** Records an allocation in the ledger. */
export function book(world: World, entry: Omit<Entry, 'id' | 'settlement_date'>): void {
  const days = Math.max(1, productOf(world, entry.product_code)?.settlementDays ?? 1)
  world.store.run(
    `insert into entry (tenant, investor, instruction, source_id, rm_id, type, product_code, nav_date, nav, units, amount, fee, settlement_date)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.tenant,
    entry.investor,
    entry.instruction,
    entry.source_id,
    entry.rm_id,
    entry.type,
    entry.product_code,
    entry.nav_date,
    entry.nav,
    entry.units,
    entry.amount,
    entry.fee,
    exchangeDayAfter(entry.nav_date, days),
  )
}

/** Positions and totals at the latest NAV. */
export function positionsOf(
  world: World,
  investor: number,
): Pick<Portfolio, 'positions' | 'totals'> {
  const positions: Portfolio['positions'] = []
  const totals = new Map<string, { value: Decimal; cost: Decimal }>()
  for (const [code, { units, cost }] of holdingsOf(world, investor)) {
    const product = productOf(world, code)
    const point = world.navs.latest(code)
    if (!product || !point) continue
    const value = new Exact(units.times(point.nav).toFixed(2))
    const paid = new Exact(cost.toFixed(2))
    positions.push({
      productCode: code,
      productName: product.name,
      productType: product.type,
      currency: product.currency,
      units: units.toFixed(4),
      availableUnits: availableUnits(world, investor, code).toFixed(4),
      averageCost: cost.div(units).toFixed(4),
      cost: money(paid),
      nav: point.nav,
      navDate: point.date,
      value: money(value),
      ...gainOf(value, paid),
    })
    const total = totals.get(product.currency) ?? { value: new Exact(0), cost: new Exact(0) }
    totals.set(product.currency, { value: total.value.plus(value), cost: total.cost.plus(paid) })
  }
  return {
    positions,
    totals: [...totals].map(([currency, { value, cost }]) => ({
      currency,
      value: money(value),
      cost: money(cost),
      ...gainOf(value, cost),
    })),
  }
}

function gainOf(value: Decimal, cost: Decimal): { gain: string; gainPercent: string } {
  const gain = value.minus(cost)
  return {
    gain: unsignedZero(gain.toFixed(2)),
    gainPercent: unsignedZero(cost.isZero() ? '0.0000' : gain.div(cost).times(100).toFixed(4)),
  }
}

/** Turns '-0.00' into '0.00'. */
export function unsignedZero(text: string): string {
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text
}
