// Converts instructions to units when the NAV of their date is published, and again when it is
// corrected.
import type { Decimal } from 'decimal.js'
import type { InstructionRecord } from '../internal.ts'
import type { BibProduct } from '../partner.ts'
import { exchangeDayAfter, wibInstant } from './calendar.ts'
import { figureOf } from './prices.ts'
import { recordOf, save, submissionOf, type InstructionRow } from './instruction-rows.ts'
import { book, Exact, holdingsOf, money, unitsWanted, wholeUnits, type Entry } from './ledger.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

const SETTLEMENT_TIME = '10:00'

/** Allocates the instructions that wait for a product's NAV of a date. */
export function allocateDue(world: World, code: string, date: string): void {
  for (const row of rowsFor(world, code, date, ['SENT_TO_IM'])) allocate(world, row)
}

/** Repeats the allocations of a date after a correction; their status does not change. */
export function reallocate(world: World, code: string, date: string): void {
  for (const row of rowsFor(world, code, date, ['ALLOCATED', 'SETTLED'])) {
    world.store.run('delete from entry where instruction = ?', row.id)
    const figures = execute(world, row)
    if (figures) save(world, row, { ...figures, corrected: true })
  }
}

function rowsFor(world: World, code: string, date: string, statuses: string[]): InstructionRow[] {
  return statuses
    .flatMap((status) =>
      world.store.all<InstructionRow>(
        'select * from instruction where status = ? and nav_date = ? order by id',
        status,
        date,
      ),
    )
    .filter((row) => [recordOf(row).productCode, recordOf(row).targetProductCode].includes(code))
}

type NavOf = (code: string, date: string) => string | undefined

/** Allocates an instruction if every NAV it needs is published; schedules its settlement. */
export function allocate(world: World, row: InstructionRow): void {
  allocateAt(world, row, publishedOf(world))
}

/**
 * Allocates an instruction that the manager has, at its future NAV, without waiting for the
 * publication.
 */
export function allocateAhead(world: World, row: InstructionRow): void {
  if (recordOf(row).status === 'SENT_TO_IM')
    allocateAt(world, row, (code, date) => publishedOf(world)(code, date) ?? figureOf(code, date))
}

const publishedOf =
  (world: World): NavOf =>
  (code, date) =>
    world.navs.at(code, date)?.nav

function allocateAt(world: World, row: InstructionRow, navOf: NavOf): void {
  const figures = execute(world, row, navOf)
  if (!figures) return
  const { settlementDate } = save(world, row, { status: 'ALLOCATED', ...figures })
  const due = wibInstant(settlementDate ?? '', SETTLEMENT_TIME)
  world.clock.schedule(
    Math.max(due, world.clock.now() + world.tickMs),
    'instruction-settle',
    String(row.id),
  )
}

type Figures = Pick<
  InstructionRecord,
  'nav' | 'units' | 'amount' | 'fee' | 'target' | 'settlementDate'
>
type Deal = {
  world: World
  row: InstructionRow
  product: BibProduct
  nav: string
  navDate: string
  navOf: NavOf
}

function execute(
  world: World,
  row: InstructionRow,
  navOf: NavOf = publishedOf(world),
): Figures | undefined {
  const { navDate, productCode, type } = recordOf(row)
  const product = productOf(world, productCode)
  const nav = navDate === null ? undefined : navOf(productCode, navDate)
  if (!product || navDate === null || nav === undefined) return undefined
  const deal = { world, row, product, nav, navDate, navOf }
  if (type === 'SUBSCRIPTION') return buy(deal)
  return type === 'REDEMPTION' ? sell(deal, product.fees.redemption, 'REDEMPTION') : exchange(deal)
}

function buy({ world, row, product, nav, navDate }: Deal): Figures {
  const amount = new Exact(submissionOf(row).amount ?? 0)
  const fee = feeOf(amount, product.fees.subscription)
  const units = wholeUnits(amount.minus(fee).div(nav))
  bookDeal(
    world,
    row,
    { type: 'SUBSCRIPTION', product_code: product.code, nav_date: navDate, nav },
    { units, amount, fee },
  )
  return figures(product, { nav, navDate }, { units, amount, fee })
}

function sell(
  { world, row, product, nav, navDate }: Deal,
  feePercent: string,
  type: 'REDEMPTION' | 'SWITCH_OUT',
): Figures {
  const wish = submissionOf(row)
  const held = holdingsOf(world, row.investor).get(product.code)?.units ?? new Exact(0)
  // Converts an amount at the NAV that applies, not at the one known when it was ordered.
  const wanted =
    wish.all || wish.units
      ? unitsWanted(world, wish, held)
      : wholeUnits(new Exact(wish.amount ?? 0).div(nav))
  const units = Exact.min(wanted, held)
  const amount = new Exact(units.times(nav).toFixed(2))
  const fee = feeOf(amount, feePercent)
  bookDeal(
    world,
    row,
    { type, product_code: product.code, nav_date: navDate, nav },
    { units, amount, fee },
  )
  return figures(product, { nav, navDate }, { units, amount, fee })
}

function exchange(deal: Deal): Figures | undefined {
  const { world, row, product, navDate, navOf } = deal
  const target = productOf(world, recordOf(row).targetProductCode ?? '')
  const targetNav = target && navOf(target.code, navDate)
  if (!target || targetNav === undefined) return undefined
  const out = sell(deal, product.fees.switching, 'SWITCH_OUT')
  const amount = new Exact(out.amount ?? 0).minus(out.fee ?? 0)
  const units = wholeUnits(amount.div(targetNav))
  bookDeal(
    world,
    row,
    { type: 'SWITCH_IN', product_code: target.code, nav_date: navDate, nav: targetNav },
    { units, amount, fee: new Exact(0) },
  )
  return {
    ...out,
    target: { navDate, nav: targetNav, units: units.toFixed(4), amount: money(amount) },
  }
}

function feeOf(amount: Decimal, percent: string): Decimal {
  return new Exact(amount.times(percent).div(100).toFixed(2))
}

type Sums = { units: Decimal; amount: Decimal; fee: Decimal }

function figures(
  product: BibProduct,
  { nav, navDate }: { nav: string; navDate: string },
  { units, amount, fee }: Sums,
): Figures {
  const settlementDate = exchangeDayAfter(navDate, Math.max(1, product.settlementDays))
  return {
    nav,
    units: units.toFixed(4),
    amount: money(amount),
    fee: money(fee),
    target: null,
    settlementDate,
  }
}

type What = Pick<Entry, 'type' | 'product_code' | 'nav_date' | 'nav'>

function bookDeal(
  world: World,
  row: InstructionRow,
  what: What,
  { units, amount, fee }: Sums,
): void {
  const { sourceId, rmId } = submissionOf(row)
  const sums = { units: units.toFixed(4), amount: money(amount), fee: money(fee) }
  book(world, {
    tenant: row.tenant,
    investor: row.investor,
    instruction: row.id,
    source_id: sourceId,
    rm_id: rmId,
    ...what,
    ...sums,
  })
}
