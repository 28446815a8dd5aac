// Words of the reports.
import { nouns, say } from '@rmtools/look/words'
import { planWords } from '@rmtools/look/plan-words'
import { orderLabels } from '@rmtools/look/order-fields'

export const views = ['aum', 'sales', 'transactions', 'plans'] as const
export const groupings = ['month', 'product', 'rm'] as const

export const viewWords = {
  aum: say('Dana kelolaan', 'Assets under management'),
  sales: say('Penjualan', 'Sales'),
  transactions: say('Transaksi', 'Transactions'),
  plans: planWords.plans,
} as const
export const groupWords = {
  month: say('Bulan', 'Month'),
  product: nouns.product,
  rm: say('RM', 'RM'),
} as const

export const words = {
  view: say('Jenis laporan', 'Report'),
  by: say('Kelompokkan', 'Group by'),
  currency: say('Mata uang', 'Currency'),
  anyCurrency: say('Semua mata uang', 'All currencies'),
  type: say('Jenis', 'Type'),
  allTypes: say('Semua jenis', 'All types'),
  value: say('Nilai', 'Value'),
  units: nouns.units,
  investors: nouns.investors,
  date: say('Per tanggal', 'As of'),
  transactions: say('Transaksi', 'Transactions'),
  subscriptions: say('Pembelian', 'Subscriptions'),
  redemptions: say('Penjualan kembali', 'Redemptions'),
  switchIn: say('Pengalihan masuk', 'Switched in'),
  switchOut: say('Pengalihan keluar', 'Switched out'),
  net: say('Bersih', 'Net'),
  fees: say('Biaya', 'Fees'),
  total: say('Jumlah', 'Total'),
  transactionsOf: say('Transaksi {month}', 'Transactions in {month}'),
  share: say('Porsi', 'Share'),
  chartOf: say('{report} menurut {by}, {currency}', '{report} by {by}, {currency}'),
  onDay: say('{report} {currency} per {date}', '{report} in {currency} as of {date}'),
  inCurrency: say('{report} {currency}', '{report} in {currency}'),
  empty: say('Tidak ada angka pada periode ini', 'No figures in this period'),
  emptyHint: say(
    'Perpanjang periode atau hapus filter.',
    'Choose a longer period or remove filters.',
  ),
  unnamed: say('Tanpa nama', 'Unnamed'),
  navDate: orderLabels.navDate,
  unitsAndNav: say('Unit, NAB/UP', 'Units, NAV'),
  amountAndFee: say('Jumlah, biaya', 'Amount, fee'),
  status: say('Status', 'Status'),
  unknownInvestor: say('Di luar RMTools', 'Outside RMTools'),
} as const

export const planReportWords = {
  hint: say(
    'Seperti sekarang. Gagal: bulan terakhirnya belum terbeli.',
    'As they stand now. Failing: the latest month has not been bought.',
  ),
  status: say('Status', 'Status'),
  failing: say('Rencana gagal', 'Plans failing'),
  skipped: say('Pembelian dilewati', 'Runs skipped'),
} as const
