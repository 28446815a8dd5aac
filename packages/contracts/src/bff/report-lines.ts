// The lines of the reports: Bib's figures with the names of RMs, products and investors.
import Type, { type Static } from 'typebox'
import { Nullable, Shape, Named } from '../endpoint.ts'
import { Id } from '../fields.ts'
import { AumLine, InvestorLine, ReportTransaction, SalesLine } from './market.ts'

const names = { rmName: Nullable(Type.String()), productName: Nullable(Type.String()) }

export const AumReportLine = Named('AumReportLine', Shape({ ...AumLine.properties, ...names }))
export type AumReportLine = Static<typeof AumReportLine>
export const SalesReportLine = Named(
  'SalesReportLine',
  Shape({ ...SalesLine.properties, ...names }),
)
export type SalesReportLine = Static<typeof SalesReportLine>

/**
 * An investor's holdings and transactions. The investor is null if it is in a book that the caller
 * may not see.
 */
export const InvestorReportLine = Named(
  'InvestorReportLine',
  Shape({
    ...InvestorLine.properties,
    rmName: names.rmName,
    investorId: Nullable(Id),
    investorName: Nullable(Type.String()),
  }),
)
export type InvestorReportLine = Static<typeof InvestorReportLine>

/**
 * A transaction of the company. The investor is null if it is in a book that the caller may not
 * see.
 */
export const TransactionReportLine = Named(
  'TransactionReportLine',
  Shape({
    ...ReportTransaction.properties,
    ...names,
    investorId: Nullable(Id),
    investorName: Nullable(Type.String()),
  }),
)
export type TransactionReportLine = Static<typeof TransactionReportLine>
