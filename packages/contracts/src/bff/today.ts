// The first screen of an RM: what waits, until when orders count for which NAV, and how the month goes.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, Money } from '../fields.ts'
import { Agenda, agendaReaders } from '../crm/agenda.ts'
import { productTypes, SignedMoney, TimeOfDay } from './market.ts'
import { dated } from './products.ts'

/** Products that close at the same time of day. An order that is complete before `closesAt` gets the NAV of `navDate`. */
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
/** Of this calendar month up to today, and of all of the last one. */
export const MonthlySales = Named(
  'MonthlySales',
  Shape({
    currency: Currency,
    thisMonth: Shape(month),
    lastMonth: Shape(month),
  }),
)
/** Today, and at the end of the last month. */
export const MonthlyAum = Named(
  'MonthlyAum',
  Shape({ currency: Currency, now: Money, lastMonthEnd: Money }),
)

export const Today = Named(
  'Today',
  Shape({
    at: Instant,
    ...Agenda.properties,
    /** Null when Bib cannot be asked and nothing is kept. */
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
