// The sources of bff's own operations: Bib through the cache, crm with the caller's identity.
import type { Bib } from '@rmtools/bib/client'
import { soldBy } from '@rmtools/bib/partner'
import type { SalesLine } from '@rmtools/contracts/bff/market'
import { netSalesOf } from '@rmtools/contracts/bff/sales'
import { crmContracts } from '@rmtools/contracts/crm'
import { investorNotRegistered } from '@rmtools/contracts/crm/instruction-problems'
import { notFound, Problem, unavailable } from '@rmtools/contracts/problem'
import type { Cache, Dated } from '@rmtools/kit/cache'
import type { Clock } from '@rmtools/kit/clock'
import { letterheadOf } from '@rmtools/kit/letterhead'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import { readKept, type Kept } from './cache-policy.ts'
import { crmCaller, crmSources } from './crm-sources.ts'
import type { Ask, Sources, Query } from './sources.ts'

const { projection } = crmContracts

type Outside = { bib: Bib; cache: Cache; crm: Transport; clock: Clock }

type Partner = Bib['partner']

/** The sources over Bib and crm. */
export function createSources({ bib, cache, crm, clock }: Outside): Sources {
  const knownCompany = companyReader({ cache, crm })
  const fromBib = bibReader({ bib, cache, knownCompany })
  const crmAs = crmCaller(crm)
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
    ...reportSources(fromBib),
    names: async (ask) => await namesOf(ask, { cache, crmAs, products: sources.products }),
  }
  return sources
}

type FromBib = ReturnType<typeof bibReader>

/** Report lines; a caller who may only see the own ones gets no others. */
function reportSources(
  fromBib: FromBib,
): Pick<Sources, 'aum' | 'sales' | 'reportInvestors' | 'reportTransactions'> {
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
    // However Bib applies the filter, nobody sees another RM's lines.
    const items = answer.value.items.filter((line) => rmId === undefined || line.rmId === rmId)
    return { ...answer, value: { ...answer.value, items } }
  }
  return {
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
  }
}

type Naming = { cache: Cache; crmAs: ReturnType<typeof crmCaller>; products: Sources['products'] }

/** The names of RMs and products, as far as they are available. */
async function namesOf(
  ask: Ask,
  { cache, crmAs, products: productsOf }: Naming,
): ReturnType<Sources['names']> {
  const { companyId: company, userId: user } = ask.actor
  const [rms, products] = await Promise.allSettled([
    readKept(
      cache,
      'names',
      { company, user, own: String(ask.actor.ownOnly) },
      async () => (await crmAs(ask).figures.rms()).items,
    ),
    productsOf(ask),
  ])
  const people = rms.status === 'fulfilled' ? rms.value.value : []
  const sold = products.status === 'fulfilled' ? products.value.value.items : []
  return {
    rms: new Map(people.map(({ id, fullName }) => [id, fullName])),
    products: new Map(sold.map(({ code, name }) => [code, name])),
  }
}

/** Sales lines with the product's own definition of net sales, whatever Bib's is. */
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

/** A company from crm: its name, and its code at Bib. */
function companyReader({ cache, crm }: Pick<Outside, 'cache' | 'crm'>) {
  const internal = serviceClients({ projection }, crm)
  return async (company: string) => {
    const load = async () => await internal.projection.tenantOf({ id: company })
    return (await readKept(cache, 'tenant', { company }, load).catch(refusedAsAbsent)).value
  }
}

/** Reads from Bib for the caller's company, through the cache. */
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

/** crm does not have the company yet: a job of auth will send it. */
function refusedAsAbsent(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code
    ? new Problem(unavailable, { retryAfterSeconds: 5 })
    : error
}

/** An external id unknown to Bib counts as missing. */
function unknownAtBib(error: unknown): never {
  throw error instanceof Problem && error.code === notFound.code
    ? new Problem(investorNotRegistered)
    : error
}
