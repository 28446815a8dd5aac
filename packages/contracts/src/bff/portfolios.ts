// An investor's holdings and transactions: Bib's answer, under our id of the investor. crm decides
// who may see the investor.
import Type from 'typebox'
import { can, endpoint, Nullable, pageQuery, Shape, Named } from '../endpoint.ts'
import { ById, CalendarDate, Units } from '../fields.ts'
import { investorNotRegistered } from '../crm/instruction-problems.ts'
import { exportTooLarge, languageQuery } from '../lists.ts'
import { investorMerged, Portfolio, Position, Transaction } from './market.ts'
import { dated } from './products.ts'

const readers = can('portfolio.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const { asOf: _ofBib, positions: _asOfBib, ...portfolio } = Portfolio.properties

/**
 * Bib's position, less what our open instructions will take; `reservedUnits` are held but not
 * available.
 */
const HeldPosition = Named('HeldPosition', Shape({ ...Position.properties, reservedUnits: Units }))

export const portfolios = {
  get: endpoint({
    method: 'GET',
    path: '/investors/{id}/portfolio',
    summary: 'Positions of an investor at the latest NAV, and pending transactions',
    access: readers,
    params: ById,
    reply: Shape({ ...dated, ...portfolio, positions: Type.Array(HeldPosition) }),
    problems: [investorNotRegistered, investorMerged],
  }),
  transactions: endpoint({
    method: 'GET',
    path: '/investors/{id}/transactions',
    summary: 'Allocated transactions of an investor, newest first',
    access: readers,
    params: ById,
    query: Shape({
      ...pageQuery,
      from: Type.Optional(CalendarDate),
      to: Type.Optional(CalendarDate),
    }),
    reply: Shape({ ...dated, items: Type.Array(Transaction), nextCursor: Nullable(Type.String()) }),
    problems: [investorNotRegistered, investorMerged],
  }),
  statement: endpoint({
    method: 'GET',
    path: '/investors/{id}/statement',
    summary: "An investor's positions, and the transactions of a period, as PDF",
    description:
      'From `from` to `to`, both included and at most three years apart; by default the year up to today.',
    access: readers,
    params: ById,
    query: Shape({
      from: Type.Optional(CalendarDate),
      to: Type.Optional(CalendarDate),
      ...languageQuery,
    }),
    produces: 'application/pdf',
    // Shows everything that an investor owns. It does not count as an export: an RM hands out many
    // a day.
    fresh: true,
    problems: [investorNotRegistered, investorMerged, exportTooLarge],
  }),
}
