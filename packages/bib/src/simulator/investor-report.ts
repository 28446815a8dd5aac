// Figures per investor.
import type { Static } from 'typebox'
import type { InvestorLine as LineSchema } from '../partner.ts'
import { wibDate } from './calendar.ts'
import { applyEntry, Exact, money, type Entry, type Holding } from './ledger.ts'
import { checkPeriod, type Period } from './reports.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

type Line = Static<typeof LineSchema>
type Row = Entry & { external: string; looked_after_by: string }

/**
 * Investors with holdings or flows in a currency, largest first, with their current RM. Throws 400
 * for an invalid period.
 */
export function investorsOf(
  world: World,
  tenant: string,
  wanted: Period & { currency: string },
): Line[] {
  checkPeriod(wanted)
  const { to, rmId = null } = wanted
  const rows = world.store.all<Row>(
    `select e.*, i.external_id as external, i.record ->> '$.rmId' as looked_after_by
      from entry e join investor i on i.id = e.investor
      where e.tenant = ? and e.nav_date <= ? and i.external_id is not null and (? is null or i.record ->> '$.rmId' = ?)
      order by e.nav_date, e.id`,
    tenant,
    to,
    rmId,
    rmId,
  )
  const lines = [...Map.groupBy(rows, ({ investor }) => investor).values()].flatMap((of) =>
    lineOf(world, of, wanted),
  )
  return lines.toSorted(
    (a, b) => new Exact(b.value).comparedTo(a.value) || new Exact(b.inflow).comparedTo(a.inflow),
  )
}

function lineOf(
  world: World,
  rows: readonly Row[],
  { from, to, currency }: Period & { currency: string },
): Line[] {
  const [first] = rows
  const own = rows.filter(({ product_code: code }) => productOf(world, code)?.currency === currency)
  const today = wibDate(world.clock.now())
  const day = to < today ? to : today
  const holdings = new Map<string, Holding>()
  for (const entry of own) applyEntry(holdings, entry)
  const held = [...holdings].filter(([, { units }]) => !units.isZero())
  const value = held.reduce(
    (sum, [code, { units }]) => sum.plus(units.times(world.navs.latest(code, day)?.nav ?? 0)),
    new Exact(0),
  )
  const flow = (type: Entry['type']) =>
    own
      .filter((entry) => entry.type === type && entry.nav_date >= from)
      .reduce((sum, { amount }) => sum.plus(amount), new Exact(0))
  const [inflow, outflow] = [flow('SUBSCRIPTION'), flow('REDEMPTION')]
  if (!first || (held.length === 0 && inflow.isZero() && outflow.isZero())) return []
  return [
    {
      externalId: first.external,
      rmId: first.looked_after_by,
      currency,
      products: held.length,
      value: money(value),
      inflow: money(inflow),
      outflow: money(outflow),
    },
  ]
}
