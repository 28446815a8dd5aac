// Where bff's own operations get their answers: Bib through the cache, crm in the name of the caller.
import type { Bib } from '@rmtools/bib/client'
import type { Portfolio, Product } from '@rmtools/bib/partner'
import type { AumLine, NavPoint, SalesLine, Transaction } from '@rmtools/contracts/bff/market'
import { crmContracts } from '@rmtools/contracts/crm'
import type { Counts } from '@rmtools/contracts/crm/figures'
import { investorNotRegistered } from '@rmtools/contracts/crm/instructions'
import { notFound, Problem, unavailable } from '@rmtools/contracts/problem'
import type { Cache, Dated } from '@rmtools/kit/cache'
import type { Clock } from '@rmtools/kit/clock'
import type { Actor, Origin } from '@rmtools/kit/scope'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import { readKept, type Kept } from './cache-policy.ts'

/** Who asks: what every handler of bff is given. */
export type Ask = { readonly actor: Actor; readonly origin: Origin; readonly headers: Readonly<Record<string, string | undefined>> }
export type Period = { from: string; to: string }
export type Investor = { id: string; externalId: string }
type Paging = { limit?: number; cursor?: string; from?: string; to?: string }
type TransactionPage = { items: Transaction[]; nextCursor: string | null }

export type Sources = {
  readonly clock: Clock
  products(ask: Ask): Promise<Dated<{ asOf: string; items: Product[] }>>
  navs(ask: Ask, code: string, period: Period): Promise<Dated<{ asOf: string; items: NavPoint[] }>>
  /** An investor whom the caller may see, as crm decides. Throws investor-not-registered when Bib does not know it. */
  investor(ask: Ask, id: string): Promise<Investor>
  portfolio(ask: Ask, investor: Investor): Promise<Dated<Portfolio>>
  transactions(ask: Ask, investor: Investor, page: Paging): Promise<Dated<TransactionPage>>
  /** Lines of the RM asked for; of the caller alone when the caller sees the own book only. */
  aum(ask: Ask, query: Period & { rmId?: string }): Promise<Dated<{ asOf: string; items: AumLine[] }>>
  sales(ask: Ask, query: Period & { rmId?: string }): Promise<Dated<{ asOf: string; items: SalesLine[] }>>
  /** Names of RMs and products by id and code; empty when they cannot be had, as figures do without. */
  names(ask: Ask): Promise<{ rms: ReadonlyMap<string, string>; products: ReadonlyMap<string, string> }>
  counts(ask: Ask): Promise<Counts>
}

const { investors, figures, projection } = crmContracts

type Outside = { bib: Bib; cache: Cache; crm: Transport; clock: Clock }
type Partner = Bib['partner']
type Query = Period & { rmId?: string }

/** The sources over Bib and crm. */
export function createSources({ bib, cache, crm, clock }: Outside): Sources {
  const fromBib = bibReader({ bib, cache, crm })
  const crmAs = ({ origin, headers }: Ask) =>
    serviceClients({ investors, figures }, crm, {
      headers: { authorization: headers['authorization'] ?? '', 'user-agent': headers['user-agent'] ?? '' },
      requestId: origin.requestId,
      ip: origin.ip,
    })
  const report = async <L extends { rmId: string }>(
    kept: 'aum' | 'sales',
    ask: Ask,
    { rmId: wanted, ...period }: Query,
    load: (partner: Partner, query: Query) => Promise<{ asOf: string; items: L[] }>,
  ) => {
    const rmId = ask.actor.ownOnly ? ask.actor.userId : wanted
    const query = { ...period, ...(rmId === undefined ? {} : { rmId }) }
    const answer = await fromBib(kept, ask, { ...period, rm: rmId ?? '' }, async (partner) => await load(partner, query))
    // Whatever Bib makes of the filter, nobody sees another's lines.
    const items = answer.value.items.filter((line) => rmId === undefined || line.rmId === rmId)
    return { ...answer, value: { asOf: answer.value.asOf, items } }
  }
  const sources: Sources = {
    clock,
    products: async (ask) => await fromBib('products', ask, {}, async (partner) => await partner.products()),
    navs: async (ask, code, period) =>
      await fromBib('navs', ask, { code, ...period }, async (partner) => await partner.navs({ code, ...period })),
    investor: async (ask, id) => {
      const { externalId } = await crmAs(ask).investors.get({ id })
      if (externalId === null) throw new Problem(investorNotRegistered)
      return { id, externalId }
    },
    portfolio: async (ask, { id, externalId }) =>
      await fromBib(
        'portfolio',
        ask,
        { investor: id, external: externalId },
        async (partner) => await partner.portfolio({ externalId }).catch(unknownAtBib),
      ),
    transactions: async (ask, { id, externalId }, page) => {
      const parts = Object.fromEntries(Object.entries(page).map(([name, value]) => [name, String(value)]))
      return await fromBib(
        'transactions',
        ask,
        { investor: id, external: externalId, ...parts },
        async (partner) => await partner.transactions({ externalId, ...page }).catch(unknownAtBib),
      )
    },
    aum: async (ask, query) => await report('aum', ask, query, async (partner, own) => await partner.aum(own)),
    sales: async (ask, query) => await report('sales', ask, query, async (partner, own) => await partner.sales(own)),
    names: async (ask) => {
      const { companyId: company, userId: user } = ask.actor
      const [rms, products] = await Promise.allSettled([
        readKept(cache, 'names', { company, user, own: String(ask.actor.ownOnly) }, async () => (await crmAs(ask).figures.rms()).items),
        sources.products(ask),
      ])
      return {
        rms: new Map(rms.status === 'fulfilled' ? rms.value.value.map(({ id, fullName }) => [id, fullName]) : []),
        products: new Map(products.status === 'fulfilled' ? products.value.value.items.map(({ code, name }) => [code, name]) : []),
      }
    },
    counts: async (ask) => await crmAs(ask).figures.counts(),
  }
  return sources
}

/** Reads of Bib as the caller's company, through the cache. */
function bibReader({ bib, cache, crm }: Omit<Outside, 'clock'>) {
  const internal = serviceClients({ projection }, crm)
  const tenantOf = async (company: string) => {
    const load = async () => await internal.projection.tenantOf({ id: company })
    return (await readKept(cache, 'tenant', { company }, load).catch(refusedAsAbsent)).value.tenant
  }
  return async <T>(kept: Kept, { actor }: Ask, parts: Record<string, string>, load: (partner: Partner) => Promise<T>) => {
    const tenant = await tenantOf(actor.companyId)
    const key = { company: actor.companyId, tenant, ...parts }
    return await readKept(cache, kept, key, async () => await load(bib.forTenant(tenant).partner))
  }
}

/** crm has not heard of the company yet: it will, by a job of auth. */
function refusedAsAbsent(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code ? new Problem(unavailable, { retryAfterSeconds: 5 }) : error
}

/** An external id that Bib does not know is as good as none. */
function unknownAtBib(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code ? new Problem(investorNotRegistered) : error
}
