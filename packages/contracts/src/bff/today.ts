// An RM's first screen: waiting work, the next cut-offs with their NAV dates, and the month's
// sales.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, Money } from '../fields.ts'
import { Agenda, agendaReaders } from '../crm/agenda.ts'
import { productTypes, SignedMoney, TimeOfDay } from './market.ts'
import { dated } from './products.ts'

/**
 * Products with the same cut-off. An order that is complete before `closesAt` gets the NAV of
 * `navDate`.
 */
export const CutOff = Named(
  'CutOff',
  Shape({
    cutOff: TimeOfDay,
    closesAt: Instant,
    navDate: CalendarDate,
    products: Type.Integer(),
    types: Type.Array(OneOf(productTypes)),
  }),
)
export type CutOff = Static<typeof CutOff>

const month = { transactions: Type.Integer(), inflow: Money, outflow: Money, net: SignedMoney }
/** This calendar month up to today, and the whole of the previous one. */
export const MonthlySales = Named(
  'MonthlySales',
  Shape({
    currency: Currency,
    thisMonth: Shape(month),
    lastMonth: Shape(month),
  }),
)
/** Today, and at the end of the previous month. */
export const MonthlyAum = Named(
  'MonthlyAum',
  Shape({ currency: Currency, now: Money, lastMonthEnd: Money }),
)

export const Today = Named(
  'Today',
  Shape({
    at: Instant,
    ...Agenda.properties,
    /** Null if Bib is unavailable and nothing is cached. */
    cutOffs: Nullable(Type.Array(CutOff)),
    sales: Nullable(Shape({ ...dated, items: Type.Array(MonthlySales) })),
    aum: Nullable(Shape({ ...dated, items: Type.Array(MonthlyAum) })),
  }),
)
export type Today = Static<typeof Today>

export const today = {
  get: endpoint({
    method: 'GET',
    path: '/today',
    summary:
      "An RM's day: pending work, the next cut-offs, and this month's sales and assets against last month's",
    access: agendaReaders,
    reply: Today,
  }),
}
