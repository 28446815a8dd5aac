// The columns of report files.
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
  TransactionReportLine,
} from '@rmtools/contracts/bff/report-lines'
import { count, date, money, month, text, units, word, type Columns } from '@rmtools/kit/tables'
import { instructionStates } from '@rmtools/look/states'
import { nouns, roles, say, transactionTypes } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'

const productCode = say('Kode produk', 'Product code')
const currency = say('Mata uang', 'Currency')
const inflow = say('Masuk', 'In')
const outflow = say('Keluar', 'Out')
const rmId = say('ID RM', 'RM ID')
const bibNumber = say('Nomor di Bib', 'ID at Bib')

export const aumColumns: Columns<AumReportLine> = [
  date(say('Tanggal', 'Date'), (line) => line.date),
  text(roles.rm, ({ rmName }) => rmName),
  text(nouns.product, ({ productName }) => productName),
  text(productCode, (line) => line.productCode),
  text(currency, (line) => line.currency),
  count(nouns.investors, ({ investors }) => investors),
  units(nouns.units, (line) => line.units),
  money(say('Dana kelolaan', 'Assets under management'), ({ value }) => value),
  text(rmId, (line) => line.rmId),
]

export const salesColumns: Columns<SalesReportLine> = [
  month(say('Bulan', 'Month'), (line) => line.month),
  text(roles.rm, ({ rmName }) => rmName),
  text(nouns.product, ({ productName }) => productName),
  text(productCode, (line) => line.productCode),
  text(currency, (line) => line.currency),
  count(say('Transaksi', 'Transactions'), ({ transactions }) => transactions),
  money(nouns.subscription, ({ subscriptions }) => subscriptions),
  money(nouns.redemption, ({ redemptions }) => redemptions),
  money(transactionTypes.SWITCH_IN, ({ switchIn }) => switchIn),
  money(transactionTypes.SWITCH_OUT, ({ switchOut }) => switchOut),
  money(say('Penjualan bersih', 'Net sales'), ({ net }) => net),
  money(nouns.fee, ({ fees }) => fees),
  text(rmId, (line) => line.rmId),
]

export const investorColumns: Columns<InvestorReportLine> = [
  text(nouns.investor, ({ investorName }) => investorName),
  text(bibNumber, ({ externalId }) => externalId),
  text(roles.rm, ({ rmName }) => rmName),
  text(currency, (line) => line.currency),
  count(nouns.products, ({ products }) => products),
  money(say('Dana kelolaan', 'Assets under management'), ({ value }) => value),
  money(inflow, (line) => line.inflow),
  money(outflow, (line) => line.outflow),
  text(say('ID investor', 'Investor ID'), ({ investorId }) => investorId),
  text(rmId, (line) => line.rmId),
]

const allocations = {
  ALLOCATED: instructionStates.allocated.word,
  SETTLED: instructionStates.settled.word,
}

export const transactionColumns: Columns<TransactionReportLine> = [
  date(orderLabels.navDate, ({ navDate }) => navDate),
  word(say('Jenis', 'Type'), ({ type }) => transactionTypes[type]),
  word(say('Status', 'Status'), ({ status }) => allocations[status]),
  date(orderLabels.settledOn, ({ settlementDate }) => settlementDate),
  text(nouns.investor, ({ investorName }) => investorName),
  text(bibNumber, ({ externalId }) => externalId),
  text(roles.rm, ({ rmName }) => rmName),
  text(nouns.product, ({ productName }) => productName),
  text(productCode, (line) => line.productCode),
  text(currency, (line) => line.currency),
  units(nouns.units, (line) => line.units),
  units(nouns.nav, ({ nav }) => nav),
  money(nouns.amount, ({ amount }) => amount),
  money(nouns.fee, ({ fee }) => fee),
  text(say('ID', 'ID'), ({ id }) => id),
  text(say('ID investor', 'Investor ID'), ({ investorId }) => investorId),
  text(rmId, (line) => line.rmId),
]
