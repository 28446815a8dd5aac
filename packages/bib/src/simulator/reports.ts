// Figures per RM and product.
import type { Static } from 'typebox'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type {
  AumLine as AumSchema,
  ReportTransaction,
  SalesLine as SalesSchema,
} from '../partner.ts'
import { addDays, wibDate } from './calendar.ts'
import {
  applyEntry,
  Exact,
  money,
  transactionOf,
  unsignedZero,
  type Entry,
  type Holding,
} from './ledger.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

type AumLine = Static<typeof AumSchema>
type SalesLine = Static<typeof SalesSchema>
export type Period = { from: string; to: string; rmId?: string }

const MAX_DAYS = 3 * 366

/** Throws 400 for an invalid period. */
export function checkPeriod({ from, to }: Period): void {
  if (from > to || addDays(from, MAX_DAYS) < to)
    throw new Problem(invalidInput, {
      errors: [{ pointer: '/to', code: 'period', detail: 'from <= to, at most three years' }],
    })
}

/** The month ends within the period, and its last day. */
function reportDates({ from, to }: Period): string[] {
  const dates: string[] = []
  for (let date = from; date < to; date = addDays(date, 1))
    if (addDays(date, 1).endsWith('-01')) dates.push(date)
  return [...dates, to]
}

/**
 * Assets per RM (the investor's current one) and product at each date of the report. Throws 400 for
 * an invalid period.
 */
export function aumOf(world: World, tenant: string, period: Period): AumLine[] {
  checkPeriod(period)
  const rms = new Map(
    world.store
      .all<{ id: number; rm: string }>(
        "select id, record ->> '$.rmId' as rm from investor where tenant = ?",
        tenant,
      )
      .map(({ id, rm }) => [id, rm]),
  )
  const entries = world.store.all<Entry>(
    'select * from entry where tenant = ? and nav_date <= ? order by nav_date, id',
    tenant,
    period.to,
  )
  // The future has no figures: a period that extends into it ends today.
  const today = wibDate(world.clock.now())
  const dates =
    period.from > today ? [] : reportDates({ ...period, to: period.to < today ? period.to : today })
  const holdings = new Map<number, Map<string, Holding>>()
  const lines: AumLine[] = []
  let position = 0
  for (const date of dates) {
    for (
      let entry = entries[position];
      entry && entry.nav_date <= date;
      entry = entries[++position]
    ) {
      const own = holdings.get(entry.investor) ?? new Map<string, Holding>()
      applyEntry(own, entry)
      holdings.set(entry.investor, own)
    }
    lines.push(
      ...aumAt(world, date, holdings, rms).filter(
        (line) => period.rmId === undefined || line.rmId === period.rmId,
      ),
    )
  }
  return lines
}

function aumAt(
  world: World,
  date: string,
  holdings: Map<number, Map<string, Holding>>,
  rms: Map<number, string>,
): AumLine[] {
  const sums = new Map<
    string,
    { rmId: string; code: string; investors: number; units: Holding['units'] }
  >()
  for (const [investor, own] of holdings) {
    const rmId = rms.get(investor) ?? ''
    for (const [code, { units }] of own) {
      if (units.isZero()) continue
      const sum = sums.get(`${rmId} ${code}`) ?? { rmId, code, investors: 0, units: new Exact(0) }
      sums.set(`${rmId} ${code}`, {
        ...sum,
        investors: sum.investors + 1,
        units: sum.units.plus(units),
      })
    }
  }
  return [...sums.values()].flatMap(({ rmId, code, investors, units }) => {
    const product = productOf(world, code)
    const point = world.navs.latest(code, date)
    if (!product || !point) return []
    return {
      date,
      rmId,
      productCode: code,
      currency: product.currency,
      investors,
      units: units.toFixed(4),
      value: money(units.times(point.nav)),
    }
  })
}

const column = {
  SUBSCRIPTION: 'subscriptions',
  REDEMPTION: 'redemptions',
  SWITCH_IN: 'switchIn',
  SWITCH_OUT: 'switchOut',
} as const

/**
 * Sales per calendar month, RM (who made the instruction) and product. Throws 400 for an invalid
 * period.
 */
export function salesOf(world: World, tenant: string, period: Period): SalesLine[] {
  checkPeriod(period)
  const entries = world.store.all<Entry>(
    'select * from entry where tenant = ? and nav_date >= ? and nav_date <= ? order by nav_date, id',
    tenant,
    period.from,
    period.to,
  )
  const lines = new Map<string, SalesLine>()
  for (const entry of entries) {
    if (period.rmId !== undefined && entry.rm_id !== period.rmId) continue
    const key = `${entry.nav_date.slice(0, 7)} ${entry.rm_id} ${entry.product_code}`
    const line = lines.get(key) ?? emptyLine(world, entry)
    const name = column[entry.type]
    const isInflow = entry.type === 'SUBSCRIPTION' || entry.type === 'SWITCH_IN'
    line[name] = money(new Exact(line[name]).plus(entry.amount))
    line.fees = money(new Exact(line.fees).plus(entry.fee))
    line.net = unsignedZero(
      new Exact(line.net).plus(isInflow ? entry.amount : `-${entry.amount}`).toFixed(2),
    )
    line.transactions++
    lines.set(key, line)
  }
  return [...lines.values()]
}

function emptyLine(world: World, entry: Entry): SalesLine {
  const zeros = {
    subscriptions: '0.00',
    redemptions: '0.00',
    switchIn: '0.00',
    switchOut: '0.00',
    net: '0.00',
    fees: '0.00',
  }
  const currency = productOf(world, entry.product_code)?.currency ?? 'IDR'
  return {
    month: entry.nav_date.slice(0, 7),
    rmId: entry.rm_id,
    productCode: entry.product_code,
    currency,
    transactions: 0,
    ...zeros,
  }
}

type Wanted = Period & {
  productCode?: string
  type?: Entry['type']
  before: { date: string; id: number } | undefined
  limit: number
}

/**
 * A page of a tenant's transactions, newest first, and its last entry if there are more. Throws 400
 * for an invalid period.
 */
export function transactionsOf(
  world: World,
  tenant: string,
  wanted: Wanted,
): { items: Static<typeof ReportTransaction>[]; last?: Entry } {
  checkPeriod(wanted)
  const { from, to, rmId = null, productCode = null, type = null, before, limit } = wanted
  const rows = world.store.all<Entry & { external: string }>(
    `select e.*, i.external_id as external from entry e join investor i on i.id = e.investor
      where e.tenant = ? and e.nav_date between ? and ? and i.external_id is not null
        and (? is null or e.rm_id = ?) and (? is null or e.product_code = ?) and (? is null or e.type = ?) and (e.nav_date, e.id) < (?, ?)
      order by e.nav_date desc, e.id desc limit ?`,
    tenant,
    from,
    to,
    rmId,
    rmId,
    productCode,
    productCode,
    type,
    type,
    before?.date ?? '9999-12-31',
    before?.id ?? Number.MAX_SAFE_INTEGER,
    limit + 1,
  )
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => ({
      ...transactionOf(world, row),
      externalId: row.external,
      rmId: row.rm_id,
    })),
    ...(last ? { last } : {}),
  }
}
