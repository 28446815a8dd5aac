// Reports as files: which columns.
import type { AumReportLine, InvestorReportLine, SalesReportLine, TransactionReportLine } from '@rmtools/contracts/bff/reports'
import { column, decimal, type Columns } from '@rmtools/kit/tables'

export const aumColumns: Columns<AumReportLine> = [
  column('date'),
  column('rmId'),
  column('rmName'),
  column('productCode'),
  column('productName'),
  column('currency'),
  column('investors'),
  decimal('units'),
  decimal('value'),
]

export const salesColumns: Columns<SalesReportLine> = [
  column('month'),
  column('rmId'),
  column('rmName'),
  column('productCode'),
  column('productName'),
  column('currency'),
  column('transactions'),
  decimal('subscriptions'),
  decimal('redemptions'),
  decimal('switchIn'),
  decimal('switchOut'),
  decimal('net'),
  decimal('fees'),
]

export const investorColumns: Columns<InvestorReportLine> = [
  column('externalId'),
  column('investorName'),
  column('rmName'),
  column('currency'),
  column('products'),
  decimal('value'),
  decimal('inflow'),
  decimal('outflow'),
  column('investorId'),
  column('rmId'),
]

export const transactionColumns: Columns<TransactionReportLine> = [
  column('navDate'),
  column('type'),
  column('status'),
  column('settlementDate'),
  column('rmName'),
  column('externalId'),
  column('investorName'),
  column('productCode'),
  column('productName'),
  column('currency'),
  decimal('units'),
  decimal('nav'),
  decimal('amount'),
  decimal('fee'),
  column('id'),
  column('rmId'),
  column('investorId'),
]
