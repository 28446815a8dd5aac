// Where bff's own operations get their answers: Bib through the cache, crm in the name of the caller.
import type { Bib } from '@rmtools/bib/client'
import { soldBy, type Portfolio, type Product } from '@rmtools/bib/partner'
import type {
  AumLine,
  InvestorLine,
  NavPoint,
  ReportTransaction,
  SalesLine,
  Transaction,
} from '@rmtools/contracts/bff/market'
import { netSalesOf } from '@rmtools/contracts/bff/sales'
import type { Client, Clients } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import type { Agenda } from '@rmtools/contracts/crm/agenda'
import { MOST_INVESTORS, type Counts } from '@rmtools/contracts/crm/figures'
import { investorNotRegistered } from '@rmtools/contracts/crm/instructions'
import type { Holidays } from '@rmtools/contracts/crm/nav-date'
import type { Reservation } from '@rmtools/contracts/crm/reservations'
import { notFound, Problem, unavailable } from '@rmtools/contracts/problem'
import type { Cache, Dated } from '@rmtools/kit/cache'
import type { Clock } from '@rmtools/kit/clock'
import { letterheadOf } from '@rmtools/kit/letterhead'
import type { Letterhead } from '@rmtools/kit/pdf'
import type { Actor, Origin } from '@rmtools/kit/scope'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import type { Language } from '@rmtools/look/words'
import { readKept, type Kept } from './cache-policy.ts'

/** The caller: passed to every handler of bff. */
export type Ask = {
  readonly actor: Actor
  readonly origin: Origin
  readonly headers: Readonly<Record<string, string | undefined>>
}
export type Period = { from: string; to: string }
export type Investor = { id: string; externalId: string }
/** As a statement names an investor, the identity number masked. */
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
  /** The PDF of a fact sheet that Bib's catalogue names. */
  factSheet(ask: Ask, url: string): Promise<Uint8Array>
  /** An investor whom the caller may see, as crm decides. Throws investor-not-registered when Bib does not know it. */
  investor(ask: Ask, id: string): Promise<Investor>
  holder(ask: Ask, id: string): Promise<Holder>
  /** What open redemptions and switches of an investor will take. */
  reservations(ask: Ask, id: string): Promise<Reservation[]>
  /** The company as the head of its documents names it. */
  letterhead(ask: Ask, language: Language): Promise<Letterhead>
  portfolio(ask: Ask, investor: Investor): Promise<Dated<Portfolio>>
  transactions(ask: Ask, investor: Investor, page: Paging): Promise<Dated<TransactionPage>>
  /** Lines of the RM asked for; of the caller alone when the caller sees the own book only. */
  aum(
    ask: Ask,
    query: Period & { rmId?: string },
  ): Promise<Dated<{ asOf: string; items: AumLine[] }>>
  sales(
    ask: Ask,
    query: Period & { rmId?: string },
  ): Promise<Dated<{ asOf: string; items: SalesLine[] }>>
  /** The largest investors, and how many there are. */
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
  /** Names of RMs and products by id and code; empty when they cannot be had, as figures do without. */
  names(
    ask: Ask,
  ): Promise<{ rms: ReadonlyMap<string, string>; products: ReadonlyMap<string, string> }>
  counts(ask: Ask): Promise<Counts>
  agenda(ask: Ask): Promise<Agenda>
  /** Days on which the exchange is closed besides weekends. */
  holidays(ask: Ask): Promise<Holidays>
}

const { investors, instructions, figures, projection, agenda, reference } = crmContracts
const ofCrm = { investors, instructions, figures, agenda, reference }

type Outside = { bib: Bib; cache: Cache; crm: Transport; clock: Clock }
type Partner = Bib['partner']
type Query = Period & { rmId?: string }

/** The sources over Bib and crm. */
export function createSources({ bib, cache, crm, clock }: Outside): Sources {
  const knownCompany = companyReader({ cache, crm })
  const fromBib = bibReader({ bib, cache, knownCompany })
  const crmAs = crmCaller(crm)
  const report = async <L extends { rmId: string }, Q extends Query, Lines extends { items: L[] }>(
    kept: 'aum' | 'sales' | 'reportInvestors' | 'reportTransactions',
    ask: Ask,
    wanted: Q,
    load: (partner: Partner, query: Q) => Promise<Lines>,
  ) => {
    const { rmId: asked, ...rest } = wanted
    const rmId = ask.actor.ownOnly ? ask.actor.userId : asked
    const query = { ...wanted, ...(rmId === undefined ? {} : { rmId }) }
    const answer = await fromBib(
      kept,
      ask,
      { ...texts(rest), rm: rmId ?? '' },
      async (partner) => await load(partner, query),
    )
    // Whatever Bib makes of the filter, nobody sees another's lines.
    const items = answer.value.items.filter((line) => rmId === undefined || line.rmId === rmId)
    return { ...answer, value: { ...answer.value, items } }
  }
  const sources: Sources = {
    clock,
    products: async (ask) => {
      const { value, ...dated } = await fromBib(
        'products',
        ask,
        {},
        async (partner) => await partner.products(),
      )
      const { cutOffDefault } = await knownCompany(ask.actor.companyId)
      return {
        value: { ...value, items: value.items.map((product) => soldBy(cutOffDefault, product)) },
        ...dated,
      }
    },
    navs: async (ask, code, period) =>
      await fromBib(
        'navs',
        ask,
        { code, ...period },
        async (partner) => await partner.navs({ code, ...period }),
      ),
    factSheet: async (ask, url) => {
      // As text, because the cache stores text.
      const load = async () => Buffer.from(await bib.factSheet(url)).toString('base64')
      return Buffer.from(
        (await readKept(cache, 'factSheet', { company: ask.actor.companyId, url }, load)).value,
        'base64',
      )
    },
    ...crmSources(crmAs),
    letterhead: async ({ actor }, language) =>
      letterheadOf(await knownCompany(actor.companyId), language),
    portfolio: async (ask, { id, externalId }) =>
      await fromBib(
        'portfolio',
        ask,
        { investor: id, external: externalId },
        async (partner) => await partner.portfolio({ externalId }).catch(unknownAtBib),
      ),
    transactions: async (ask, { id, externalId }, page) =>
      await fromBib(
        'transactions',
        ask,
        { investor: id, external: externalId, ...texts(page) },
        async (partner) => await partner.transactions({ externalId, ...page }).catch(unknownAtBib),
      ),
    aum: async (ask, query) =>
      await report('aum', ask, query, async (partner, own) => await partner.aum(own)),
    sales: async (ask, query) =>
      withNetSales(
        await report('sales', ask, query, async (partner, own) => await partner.sales(own)),
      ),
    reportInvestors: async (ask, query) =>
      await report(
        'reportInvestors',
        ask,
        query,
        async (partner, own) => await partner.reportInvestors(own),
      ),
    reportTransactions: async (ask, query) =>
      await report(
        'reportTransactions',
        ask,
        query,
        async (partner, own) => await partner.reportTransactions(own),
      ),
    names: async (ask) => {
      const { companyId: company, userId: user } = ask.actor
      const [rms, products] = await Promise.allSettled([
        readKept(
          cache,
          'names',
          { company, user, own: String(ask.actor.ownOnly) },
          async () => (await crmAs(ask).figures.rms()).items,
        ),
        sources.products(ask),
      ])
      return {
        rms: new Map(
          rms.status === 'fulfilled'
            ? rms.value.value.map(({ id, fullName }) => [id, fullName])
            : [],
        ),
        products: new Map(
          products.status === 'fulfilled'
            ? products.value.value.items.map(({ code, name }) => [code, name])
            : [],
        ),
      }
    },
  }
  return sources
}

type CrmAs = (ask: Ask) => Clients<typeof ofCrm>
type Figures = Client<typeof figures>

/** crm, asked in the name of the caller. */
function crmCaller(crm: Transport): CrmAs {
  return ({ origin, headers }) =>
    serviceClients(ofCrm, crm, {
      headers: {
        authorization: headers['authorization'] ?? '',
        'user-agent': headers['user-agent'] ?? '',
      },
      requestId: origin.requestId,
      ip: origin.ip,
    })
}

/** What crm tells the caller, as far as the caller may see it. */
function crmSources(
  crmAs: CrmAs,
): Pick<
  Sources,
  'investor' | 'holder' | 'reservations' | 'investorsKnownAs' | 'counts' | 'agenda' | 'holidays'
> {
  return {
    investor: async (ask, id) => {
      const { externalId } = await crmAs(ask).investors.get({ id })
      return { id, externalId: registered(externalId) }
    },
    holder: async (ask, id) => {
      const { externalId, displayName, individual } = await crmAs(ask).investors.get({ id })
      return {
        id,
        externalId: registered(externalId),
        displayName,
        identityNumber: individual?.identityNumber ?? null,
      }
    },
    reservations: async (ask, id) => (await crmAs(ask).instructions.reservations({ id })).items,
    investorsKnownAs: async (ask, externalIds) => await knownAs(crmAs(ask).figures, externalIds),
    counts: async (ask) => await crmAs(ask).figures.counts(),
    agenda: async (ask) => await crmAs(ask).agenda.get(),
    holidays: async (ask) =>
      new Set((await crmAs(ask).reference.holidays()).items.map(({ date }) => date)),
  }
}

async function knownAs(
  crm: Figures,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; displayName: string }>> {
  const unique = [...new Set(externalIds)].filter((id) => ID.test(id))
  const chunks = Array.from({ length: Math.ceil(unique.length / MOST_INVESTORS) }, (_, index) =>
    unique.slice(index * MOST_INVESTORS, (index + 1) * MOST_INVESTORS),
  )
  const answers = await Promise.all(
    chunks.map(async (chunk) => (await crm.investors({ externalIds: chunk.join(',') })).items),
  )
  return new Map(answers.flat().map(({ externalId, ...investor }) => [externalId, investor]))
}

// An id in a format that we never sent to Bib belongs to nobody here.
const ID = /^[A-Za-z0-9_-]{1,64}$/

/** Sales lines with the net as this product means it, whatever Bib counts as such. */
function withNetSales<A extends Dated<{ asOf: string; items: SalesLine[] }>>(answer: A): A {
  const items = answer.value.items.map((line) => ({ ...line, net: netSalesOf([line]) }))
  return { ...answer, value: { ...answer.value, items } }
}

/** A query as parts of a key. */
const texts = (query: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )

/** A company as crm knows it: its name, and under which code Bib knows it. */
function companyReader({ cache, crm }: Pick<Outside, 'cache' | 'crm'>) {
  const internal = serviceClients({ projection }, crm)
  return async (company: string) => {
    const load = async () => await internal.projection.tenantOf({ id: company })
    return (await readKept(cache, 'tenant', { company }, load).catch(refusedAsAbsent)).value
  }
}

function registered(externalId: string | null): string {
  if (externalId === null) throw new Problem(investorNotRegistered)
  return externalId
}

/** Reads of Bib as the caller's company, through the cache. */
function bibReader({
  bib,
  cache,
  knownCompany,
}: Pick<Outside, 'bib' | 'cache'> & { knownCompany: ReturnType<typeof companyReader> }) {
  return async <T>(
    kept: Kept,
    { actor }: Ask,
    parts: Record<string, string>,
    load: (partner: Partner) => Promise<T>,
  ) => {
    const { tenant } = await knownCompany(actor.companyId)
    const key = { company: actor.companyId, tenant, ...parts }
    return await readKept(cache, kept, key, async () => await load(bib.forTenant(tenant).partner))
  }
}

/** crm does not know the company yet: a job of auth will send it. */
function refusedAsAbsent(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code
    ? new Problem(unavailable, { retryAfterSeconds: 5 })
    : error
}

/** An external id that Bib does not know counts as missing. */
function unknownAtBib(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code
    ? new Problem(investorNotRegistered)
    : error
}
