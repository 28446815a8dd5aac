// An investor's statement as PDF: the positions, and the transactions of a period. An RM hands one
// out at any time; a client gets one for each month.
import type { Portfolio, Transaction } from '@rmtools/contracts/bff/market'
import { sharesOfPositions } from '@rmtools/contracts/bff/shares'
import { total } from '@rmtools/contracts/decimals'
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatMonth,
  formatPercent,
  formatUnits,
} from '@rmtools/look/format'
import {
  nouns,
  performanceDisclaimer,
  say,
  transactionTypes,
  type Language,
} from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'
import { documentName, documentNumber, hashOf, makeDocument, table } from './pdf.ts'
import type { Block, DocumentInfo, Letterhead, NamedPdf } from './pdf.ts'

export type Statement = {
  /** A monthly one has the month in its title; its period is that month. */
  kind: 'on-request' | 'monthly'
  company: Letterhead
  /** The identity number is masked; without one the line is omitted. */
  holder: { displayName: string; identityNumber?: string | null }
  period: { from: string; to: string }
  portfolio: Portfolio
  isStale: boolean
  transactions: readonly Transaction[]
  language: Language
  at: Date
}

const words = {
  title: say('Laporan investasi', 'Investment statement'),
  monthly: say('Laporan bulanan', 'Monthly statement'),
  name: say('Nama', 'Name'),
  identity: say('Nomor identitas', 'Identity number'),
  period: say('Periode transaksi', 'Transaction period'),
  asOf: say('Posisi per', 'Positions as of'),
  reported: say('Posisi menurut laporan Bib per', 'Positions as reported by Bib at'),
  stale: say('(data terakhir yang tersedia)', '(latest data available)'),
  positions: say('Posisi', 'Positions'),
  transactions: say('Transaksi', 'Transactions'),
  noPositions: say('Tidak ada posisi.', 'There are no positions.'),
  noTransactions: say(
    'Tidak ada transaksi pada periode ini.',
    'There are no transactions in this period.',
  ),
  value: say('Nilai', 'Value'),
  share: say('Porsi', 'Share'),
  cost: say('Biaya perolehan', 'Cost'),
  gain: say('Untung/rugi', 'Gain/loss'),
  navDate: orderLabels.navDate,
  type: say('Jenis', 'Type'),
  total: say('Total', 'Total'),
  fees: say('Total biaya', 'Total fees'),
  note: say(
    'Nilai dihitung dari NAB terakhir dan dapat berubah. Laporan ini bukan bukti kepemilikan; bukti kepemilikan adalah catatan bank kustodian.',
    "Values are calculated at the latest NAV and may change. This statement is not proof of ownership; the custodian bank's records are.",
  ),
  bindingTitle: say('Laporan yang mengikat', 'The binding statement'),
  binding: say(
    'Laporan yang mengikat secara hukum adalah laporan AKSes dari KSEI. Laporan ini adalah layanan kami.',
    "The legally binding statement is that of KSEI's AKSes. This one is a service of ours.",
  ),
}

/** Draws the statement. */
export async function statementPdf(statement: Statement): Promise<NamedPdf> {
  const { kind, company, holder, period, portfolio, isStale, transactions, language, at } =
    statement
  const isMonthly = kind === 'monthly'
  const hash = hashOf({ holder, period, portfolio, transactions })
  const info: DocumentInfo = {
    language,
    company,
    title: isMonthly
      ? `${words.monthly[language]} ${formatMonth(period.from.slice(0, 7), language)}`
      : words.title[language],
    number: documentNumber(isMonthly ? 'LB' : 'LI', hash),
    at,
    hash,
  }
  const asOf = formatInstant(portfolio.asOf, language)
  const bytes = await makeDocument(info, [
    { kind: 'heading', text: nouns.investor[language] },
    {
      kind: 'facts',
      facts: [
        [words.name[language], holder.displayName, 'wide'],
        [words.identity[language], holder.identityNumber],
        ['SID', portfolio.sid],
        ['IFUA', portfolio.ifua],
        [
          words.period[language],
          `${formatDate(period.from, language)} – ${formatDate(period.to, language)}`,
        ],
        [
          words[isMonthly ? 'reported' : 'asOf'][language],
          isStale ? `${asOf} ${words.stale[language]}` : asOf,
        ],
      ],
    },
    { kind: 'heading', text: words.positions[language] },
    positionsOf(portfolio, language),
    { kind: 'heading', text: words.transactions[language] },
    transactionsOf(transactions, language),
    ...(isMonthly ? bindingOf(language) : []),
    { kind: 'note', text: `${performanceDisclaimer[language]} ${words.note[language]}` },
  ])
  return { name: documentName(info), bytes }
}

const bindingOf = (language: Language): Block[] => [
  { kind: 'heading', text: words.bindingTitle[language] },
  { kind: 'text', text: words.binding[language] },
]

const named = ({ productName, productCode }: { productName: string; productCode: string }) =>
  // A code in parentheses would break at its hyphen.
  `${productName}\n${productCode}`

function positionsOf({ positions, totals }: Portfolio, language: Language): Block {
  if (positions.length === 0) return { kind: 'text', text: words.noPositions[language] }
  const shares = sharesOfPositions(positions)
  const gainOf = ({
    gain,
    gainPercent,
    currency,
  }: {
    gain: string
    gainPercent: string
    currency: string
  }) => `${formatMoney(gain, currency, language)}\n${formatPercent(gainPercent, language, true)}`
  return table(
    [
      { title: nouns.product[language], width: 5, of: named },
      {
        title: nouns.units[language],
        width: 3.2,
        of: ({ units }) => formatUnits(units, language),
        isNumber: true,
      },
      {
        title: nouns.nav[language],
        width: 3,
        of: ({ nav, navDate }) => `${formatUnits(nav, language)}\n${formatDate(navDate, language)}`,
        isNumber: true,
      },
      {
        title: words.cost[language],
        width: 4.5,
        of: ({ cost, currency }) => formatMoney(cost, currency, language),
        isNumber: true,
      },
      {
        title: `${words.value[language]}\n${words.share[language]}`,
        width: 4.5,
        of: (position) =>
          `${formatMoney(position.value, position.currency, language)}\n${formatPercent(shares.get(position) ?? '0', language)}`,
        isNumber: true,
      },
      { title: words.gain[language], width: 3.6, of: gainOf, isNumber: true },
    ],
    positions,
    totals.map((total) => [
      `${words.total[language]} ${total.currency}`,
      '',
      '',
      formatMoney(total.cost, total.currency, language),
      formatMoney(total.value, total.currency, language),
      gainOf(total),
    ]),
  )
}

function transactionsOf(transactions: readonly Transaction[], language: Language): Block {
  if (transactions.length === 0) return { kind: 'text', text: words.noTransactions[language] }
  return table(
    [
      {
        title: words.navDate[language],
        width: 3,
        of: ({ navDate }) => formatDate(navDate, language),
      },
      {
        title: words.type[language],
        // As wide as "Subscription".
        width: 3.3,
        of: ({ type }) => transactionTypes[type][language],
      },
      { title: nouns.product[language], width: 5.1, of: named },
      {
        title: nouns.units[language],
        width: 3.2,
        of: ({ units }) => formatUnits(units, language),
        isNumber: true,
      },
      {
        title: nouns.nav[language],
        width: 2.8,
        of: ({ nav }) => formatUnits(nav, language),
        isNumber: true,
      },
      {
        title: nouns.amount[language],
        width: 4,
        of: ({ amount, currency }) => formatMoney(amount, currency, language),
        isNumber: true,
      },
      {
        title: nouns.fee[language],
        width: 2.9,
        of: ({ fee, currency }) => formatMoney(fee, currency, language),
        isNumber: true,
      },
    ],
    transactions,
    feesOf(transactions).map(({ currency, fees }) => [
      words.fees[language],
      '',
      '',
      '',
      '',
      '',
      formatMoney(fees, currency, language),
    ]),
  )
}

/** The fees in each currency, added up. */
function feesOf(transactions: readonly Transaction[]): { currency: string; fees: string }[] {
  const currencies = [...new Set(transactions.map(({ currency }) => currency))]
  return currencies.map((currency) => ({
    currency,
    fees: total(transactions.filter((one) => one.currency === currency).map(({ fee }) => fee)),
  }))
}
