// The instructions behind the past deals in their final state in crm: Bib's allocation, the time
// line, and the evidence of the investor's signature. Also some that failed.
import { documentOf } from '@rmtools/crm/instruction-document'
import { hashDocument } from '@rmtools/kit/evidence-record'
import type { Product, Transaction } from '@rmtools/bib/partner'
import { exchangeDayAfter, wibInstant } from '@rmtools/bib/simulator/calendar'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { seededRandom } from '../random.ts'
import type { DemoCase } from './cases.ts'
import type { Deal, Shelf } from './deals.ts'

export type PastEvent = {
  status: InstructionStatus
  by: 'rm' | 'investor' | 'bib' | 'system'
  detail: string | null
  at: string
}
export type Evidence = {
  document: object
  document_hash: string
  consent_version: string
  signed_at: string
}
/** Columns of crm_bib.instruction, except those that are the same for all. */
export type PastRow = { id: string; status: InstructionStatus; [column: string]: unknown }
export type Past = { row: PastRow; events: PastEvent[]; evidence: Evidence | null }

export type Holder = {
  one: DemoCase
  name: string
  band: number
  account: { id: string; label: string }
}

const types = {
  SUBSCRIPTION: 'subscription',
  REDEMPTION: 'redemption',
  SWITCHING: 'switching',
} as const
const [SECOND, MINUTE] = [1000, 60_000]
const iso = (at: number) => new Date(at).toISOString()

/** The instruction of a deal that Bib allocated as in `booked`; undefined if Bib booked nothing. */
export function settledOf(
  holder: Holder,
  deal: Deal,
  booked: readonly Transaction[],
  shelf: Shelf,
): Past | undefined {
  const allocation = booked.find(({ type }) => type !== 'SWITCH_IN')
  const product = shelf.get(deal.productCode)
  if (!allocation || !product) return undefined
  const { navDate, settlementDate, units, nav, amount } = allocation
  const times = timesOn(navDate, deal.sourceId)
  const morning = wibInstant(exchangeDayAfter(navDate), '08:00')
  const settled = wibInstant(settlementDate, '10:00')
  const events = [
    ...signed(times),
    ...atBib(deal, times.signed),
    by('allocated', 'bib', morning),
    by('settled', 'bib', settled),
  ]
  const what = { deal, product, navDate, created: times.created, approved: times.signed }
  const result = {
    status: 'settled' as const,
    allocated_units: units,
    allocated_nav: nav,
    allocated_amount: amount,
    settled_on: settlementDate,
    bib_sequence: events.length,
  }
  return pastOf(holder, what, { events, result, shelf })
}

const endings = [
  {
    status: 'declined',
    by: 'investor',
    reasons: ['Menunggu gaji bulan depan', 'Ingin berdiskusi dengan keluarga dahulu'],
  },
  { status: 'expired', by: 'system', reasons: [null] },
  {
    status: 'cancelled',
    by: 'rm',
    reasons: ['Nasabah meminta jumlah lain', 'Salah memilih produk'],
  },
  {
    status: 'rejected',
    by: 'bib',
    reasons: [
      'PRODUCT_SUSPENDED: The product is suspended',
      'MANAGER_REFUSED: The fund manager refused the subscription after the payment',
    ],
  },
] as const

/** A subscription that failed in one of four ways. */
export function endedOf(holder: Holder, deal: Deal, shelf: Shelf): Past | undefined {
  const product = shelf.get(deal.productCode)
  if (!product) return undefined
  const { pick } = seededRandom(6000 + holder.one.number)
  const ending = endings[holder.one.number % endings.length] ?? endings[0]
  const reason = pick<string | null>(ending.reasons)
  const navDate = exchangeDayAfter(deal.date)
  const times = timesOn(navDate, deal.sourceId)
  const isRejected = ending.status === 'rejected'
  const unanswered = ending.status === 'expired' ? times.created + 72 * 60 * MINUTE : times.signed
  const ended = isRejected ? times.signed + 90 * MINUTE : unanswered
  const asked = [
    by('draft', 'rm', times.created),
    by('awaiting-approval', 'rm', times.created + SECOND),
  ]
  const events = [
    ...(isRejected ? [...signed(times), ...atBib(deal, times.signed)] : asked),
    by(ending.status, ending.by, ended, reason),
  ]
  const what = {
    deal,
    product,
    navDate,
    created: times.created,
    approved: isRejected ? times.signed : null,
  }
  return pastOf(holder, what, {
    events,
    shelf,
    result: {
      status: ending.status,
      status_reason: reason,
      bib_sequence: isRejected ? events.length : 0,
    },
  })
}

const by = (
  status: InstructionStatus,
  who: PastEvent['by'],
  at: number,
  detail: string | null = null,
): PastEvent => ({
  status,
  by: who,
  detail,
  at: iso(at),
})

type Times = { created: number; signed: number }

/** In the morning of the NAV date, before any cut-off. */
function timesOn(navDate: string, seed: string): Times {
  const { below } = seededRandom(Number.parseInt(seed.slice(-6), 10))
  const created = wibInstant(navDate, '08:30') + below(60) * MINUTE
  return { created, signed: created + (15 + below(80)) * MINUTE }
}

const signed = ({ created, signed: at }: Times) => [
  by('draft', 'rm', created),
  by('awaiting-approval', 'rm', created + SECOND),
  by('approved', 'investor', at),
]

function atBib({ type }: Deal, from: number): PastEvent[] {
  const paying =
    type === 'SUBSCRIPTION'
      ? ([
          by('payment-pending', 'bib', from + 3 * SECOND),
          by('paid', 'bib', from + 12 * MINUTE),
        ] as const)
      : []
  return [
    by('sent', 'system', from + SECOND),
    by('received', 'bib', from + 2 * SECOND),
    ...paying,
    by('sent-to-manager', 'bib', from + 13 * MINUTE),
  ]
}

type What = {
  deal: Deal
  product: Product
  navDate: string
  created: number
  approved: number | null
}
type How = {
  events: PastEvent[]
  shelf: Shelf
  result: { status: InstructionStatus; [column: string]: unknown }
}

function pastOf(
  { one, name, band, account }: Holder,
  what: What,
  { events, shelf, result }: How,
): Past {
  const { deal, product, navDate, created, approved } = what
  const { rm, company } = one
  const type = types[deal.type]
  const target =
    deal.targetProductCode === undefined ? null : (shelf.get(deal.targetProductCode) ?? null)
  const bought = target ?? product
  const feePercent = product.fees[type]
  const terms = {
    type,
    currency: product.currency,
    amount: deal.amount ?? null,
    units: null,
    feePercent,
    feeAmount:
      deal.amount === undefined
        ? null
        : ((Number(deal.amount) * Number(feePercent)) / 100).toFixed(2),
    riskLevel: bought.riskLevel,
    riskBand: band,
    aboveRiskProfile: type !== 'redemption' && bought.riskLevel > band,
    licenceNumber: rm.licence?.number ?? '-',
  }
  const said = {
    id: deal.sourceId,
    companyName: company.name,
    rmName: rm.fullName,
    investorName: name,
    product,
    targetProduct: target,
    allUnits: false,
  }
  const document = documentOf(
    { ...terms, ...said, bankAccount: type === 'redemption' ? account.label : null },
    navDate,
  )
  const evidence = {
    document,
    document_hash: hashDocument(document),
    consent_version: document.consentVersion,
    signed_at: iso(approved ?? created),
  }
  const row: PastRow = {
    id: deal.sourceId,
    company_id: company.id,
    rm_id: rm.id,
    investor_id: one.id,
    type,
    ...columnsOf(terms),
    product_code: product.code,
    product,
    target_product_code: target?.code ?? null,
    target_product: target,
    all_units: false,
    nav_date: navDate,
    bank_account_id: type === 'redemption' ? account.id : null,
    version: events.length,
    ...(approved === null
      ? {}
      : {
          document,
          document_hash: evidence.document_hash,
          approved_at: iso(approved),
          sent_at: iso(approved + SECOND),
          bib_reference: `TRX-D${deal.sourceId.slice(-12)}`,
        }),
    created_at: iso(created),
    updated_at: events.at(-1)?.at,
    bib_sequence: 0,
    ...result,
  }
  return { row, events, evidence: approved === null ? null : evidence }
}

/** Renames the keys to column names. */
function columnsOf(terms: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(terms).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}
