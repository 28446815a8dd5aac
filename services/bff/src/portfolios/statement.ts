// An investor's statement as PDF: the positions, and the transactions of a period.
import type { Portfolio, Transaction } from '@rmtools/contracts/bff/market'
import { sharesOfPositions } from '@rmtools/contracts/bff/shares'
import { documentName, documentNumber, hashOf, makeDocument, table } from '@rmtools/kit/pdf'
import type { Block, DocumentInfo, Letterhead, NamedPdf } from '@rmtools/kit/pdf'
import {
  formatDate,
  formatInstant,
  formatMoney,
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
import type { Holder } from '../sources.ts'

export type Statement = {
  company: Letterhead
  holder: Holder
  period: { from: string; to: string }
  portfolio: Portfolio
  isStale: boolean
  transactions: readonly Transaction[]
  language: Language
  at: Date
}

const words = {
  title: say('Laporan investasi', 'Investment statement'),
  name: say('Nama', 'Name'),
  identity: say('Nomor identitas', 'Identity number'),
  period: say('Periode transaksi', 'Transaction period'),
  asOf: say('Posisi per', 'Positions as of'),
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
  note: say(
    'Nilai dihitung dari NAB terakhir dan dapat berubah. Laporan ini bukan bukti kepemilikan; bukti kepemilikan adalah catatan bank kustodian.',
    "Values are calculated at the latest NAV and may change. This statement is not proof of ownership; the custodian bank's records are.",
  ),
}

/** Draws the statement. */
export async function statementPdf(statement: Statement): Promise<NamedPdf> {
  const { company, holder, period, portfolio, isStale, transactions, language, at } = statement
  const hash = hashOf({ holder, period, portfolio, transactions })
  const info: DocumentInfo = {
    language,
    company,
    title: words.title[language],
    number: documentNumber('LI', hash),
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
        [words.asOf[language], isStale ? `${asOf} ${words.stale[language]}` : asOf],
      ],
    },
    { kind: 'heading', text: words.positions[language] },
    positionsOf(portfolio, language),
    { kind: 'heading', text: words.transactions[language] },
    transactionsOf(transactions, language),
    { kind: 'note', text: `${performanceDisclaimer[language]} ${words.note[language]}` },
  ])
  return { name: documentName(info), bytes }
}

const named = ({ productName, productCode }: { productName: string; productCode: string }) =>
  `${productName} (${productCode})`

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
        width: 3,
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
        width: 4,
        of: ({ cost, currency }) => formatMoney(cost, currency, language),
        isNumber: true,
      },
      {
        title: `${words.value[language]}\n${words.share[language]}`,
        width: 4,
        of: (position) =>
          `${formatMoney(position.value, position.currency, language)}\n${formatPercent(shares.get(position) ?? '0', language)}`,
        isNumber: true,
      },
      { title: words.gain[language], width: 4, of: gainOf, isNumber: true },
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
      { title: words.type[language], width: 3, of: ({ type }) => transactionTypes[type][language] },
      { title: nouns.product[language], width: 5, of: named },
      {
        title: nouns.units[language],
        width: 3,
        of: ({ units }) => formatUnits(units, language),
        isNumber: true,
      },
      {
        title: nouns.nav[language],
        width: 3,
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
        width: 3,
        of: ({ fee, currency }) => formatMoney(fee, currency, language),
        isNumber: true,
      },
    ],
    transactions,
  )
}
