// The data that bff's own operations may request, and its types.
import type { Portfolio, Product } from '@rmtools/bib/partner'
import type {
  AumLine,
  InvestorLine,
  NavPoint,
  ReportTransaction,
  SalesLine,
  Transaction,
} from '@rmtools/contracts/bff/market'
import type { Agenda } from '@rmtools/contracts/crm/agenda'
import type { Counts } from '@rmtools/contracts/crm/figures'
import type { Holidays } from '@rmtools/contracts/crm/nav-date'
import type { Reservation } from '@rmtools/contracts/crm/reservations'
import type { Dated } from '@rmtools/kit/cache'
import type { Clock } from '@rmtools/kit/clock'
import type { Letterhead } from '@rmtools/kit/pdf'
import type { Actor, Origin } from '@rmtools/kit/scope'
import type { Language } from '@rmtools/look/words'

/** The caller, which every handler of bff receives. */
export type Ask = {
  readonly actor: Actor
  readonly origin: Origin
  readonly headers: Readonly<Record<string, string | undefined>>
}

export type Period = { from: string; to: string }

type Investor = { id: string; externalId: string }

/** An investor in a statement, with the identity number masked. */
export type Holder = Investor & { displayName: string; identityNumber: string | null }

type Paging = { limit?: number; cursor?: string; from?: string; to?: string }

export type TransactionQuery = Query & {
  productCode?: string
  type?: ReportTransaction['type']
  limit: number
  cursor?: string
}

type ReportPage = { asOf: string; items: ReportTransaction[]; nextCursor: string | null }

type InvestorLines = { asOf: string; items: InvestorLine[]; count: number }

type TransactionPage = { items: Transaction[]; nextCursor: string | null }

export type Sources = {
  readonly clock: Clock
  products(ask: Ask): Promise<Dated<{ asOf: string; items: Product[] }>>
  navs(ask: Ask, code: string, period: Period): Promise<Dated<{ asOf: string; items: NavPoint[] }>>
  /** The PDF of a fact sheet in Bib's catalogue. */
  factSheet(ask: Ask, url: string): Promise<Uint8Array>
  /**
   * An investor whom the caller may see, as crm decides. Throws investor-not-registered if Bib does
   * not know the investor.
   */
  investor(ask: Ask, id: string): Promise<Investor>
  holder(ask: Ask, id: string): Promise<Holder>
  /** What an investor's open redemptions and switches will take. */
  reservations(ask: Ask, id: string): Promise<Reservation[]>
  /** The company in the head of its documents. */
  letterhead(ask: Ask, language: Language): Promise<Letterhead>
  portfolio(ask: Ask, investor: Investor): Promise<Dated<Portfolio>>
  transactions(ask: Ask, investor: Investor, page: Paging): Promise<Dated<TransactionPage>>
  /** Lines of the requested RM; only the caller's own if the caller may see no other book. */
  aum(
    ask: Ask,
    query: Period & { rmId?: string },
  ): Promise<Dated<{ asOf: string; items: AumLine[] }>>
  sales(
    ask: Ask,
    query: Period & { rmId?: string },
  ): Promise<Dated<{ asOf: string; items: SalesLine[] }>>
  /** The largest investors, and their total number. */
  reportInvestors(
    ask: Ask,
    query: Query & { currency: string; limit: number },
  ): Promise<Dated<InvestorLines>>
  reportTransactions(ask: Ask, query: TransactionQuery): Promise<Dated<ReportPage>>
  /** Investors by Bib's ids, as far as the caller may see them. */
  investorsKnownAs(
    ask: Ask,
    externalIds: readonly string[],
  ): Promise<ReadonlyMap<string, { id: string; displayName: string }>>
  /**
   * Names of RMs and products by id and code; empty if unavailable, since figures are useful
   * without.
   */
  names(
    ask: Ask,
  ): Promise<{ rms: ReadonlyMap<string, string>; products: ReadonlyMap<string, string> }>
  counts(ask: Ask): Promise<Counts>
  agenda(ask: Ask): Promise<Agenda>
  /** Days other than weekends on which the exchange is closed. */
  holidays(ask: Ask): Promise<Holidays>
}

export type Query = Period & { rmId?: string }
