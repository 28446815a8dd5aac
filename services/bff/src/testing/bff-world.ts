// bff over real connections: the Bib simulator, PostgreSQL with the real notices, signed tokens. A
// stand-in that speaks crm's contract answers for crm, since a service must not import another.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createBib } from '@rmtools/bib/client'
import { createSimulator, type Simulator } from '@rmtools/bib/simulator/simulator'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import type { Portfolio, Product } from '@rmtools/contracts/bff/market'
import type { ProductNavs } from '@rmtools/contracts/bff/products'
import type { SalesReportLine } from '@rmtools/contracts/bff/report-lines'
import type { Reservation, ReservedPosition } from '@rmtools/contracts/crm/reservations'
import { authChanges, crmChanges } from '@rmtools/contracts/notices'
import { type ProblemBody } from '@rmtools/contracts/problem'
import { changesRoutes } from '@rmtools/kit/bus'
import { createCache } from '@rmtools/kit/cache'
import { readConfig } from '@rmtools/kit/config'
import { Database } from '@rmtools/kit/db'
import { createLog } from '@rmtools/kit/log'
import type { RedisLink } from '@rmtools/kit/redis'
import { createService, type Service } from '@rmtools/kit/service'
import { createTestDatabase } from '@rmtools/kit/testing'
import { TEST_START, testClock } from '@rmtools/kit/testing-clock'
import { directTransport, type Transport } from '@rmtools/kit/transport'
import { createBff } from '../app.ts'
import { bffSettings } from '../config.ts'
import { standIn } from './crm-stand-in.ts'
import type { Known, Person } from './people.ts'
import { createSessions } from './sessions.ts'

const API_KEY = 'bib-key-of-tests'
const log = createLog('test', 'silent')

export type BffWorld = Awaited<ReturnType<typeof createBffWorld>>

/** Starts it. Bib knows the companies A and B as TENANT-A and TENANT-B. */
export async function createBffWorld(settings: Record<string, string> = {}, redis?: RedisLink) {
  const database = await createTestDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const clock = testClock()
  const simulator = await createSimulator({
    apiKey: API_KEY,
    tickMs: 20,
    wallClock: () => clock.now().getTime(),
  })
  const asked: string[] = []
  const limits = {
    budgetMs: 1000,
    breakerOpenMs: 50,
    observe: ({ path }: { path: string }) => void asked.push(path),
  }
  const bib = createBib({ baseUrl: simulator.url, apiKey: API_KEY, tenant: 'none' }, limits)
  const { authenticator, tokenOf, revoke } = createSessions(clock, log)
  const crmDb = new Database({ url: database.crmUrl, schema: 'crm_bib', poolSize: 3 })
  const authDb = new Database({ url: database.authUrl, schema: 'auth_bib', poolSize: 2 })
  const known: Known[] = []
  const reserved = new Map<string, Reservation[]>()
  const crm = createService({
    name: 'crm',
    routes: [...standIn(known, reserved), changesRoutes(crmChanges, clock)],
    database: crmDb,
    authenticator,
    clock,
    log,
  })
  const auth = createService({
    name: 'auth',
    routes: [changesRoutes(authChanges, clock)],
    database: authDb,
    authenticator,
    clock,
    log,
  })
  const secrets = {
    SERVICE_KEY: 'service-key-of-tests',
    CSRF_SECRET: 'csrf-secret-of-tests',
    BIB_API_KEY: API_KEY,
  }
  const config = readConfig(bffSettings, { ...secrets, ...settings })
  const cache = createCache(clock)
  const ports = {
    auth: toAll(() => auth),
    crm: toAll(() => crm),
    bib,
    cache,
    authenticator,
    clock,
    log,
    redis,
  }
  const app = await createBff(config, ports)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = app.listeningOrigin
  return {
    url,
    app,
    owner,
    simulator,
    known,
    /** crm's open orders, by investor. */
    reserved,
    revoke,
    tokenOf,
    /** The paths of Bib that were requested, in order. */
    asked,
    async get(path: string, person: Person, headers: Record<string, string> = {}) {
      const reply = await fetch(url + path, {
        headers: { authorization: `Bearer ${await tokenOf(person)}`, ...headers },
      })
      const text = await reply.text()
      return {
        status: reply.status,
        headers: reply.headers,
        text,
        body: (reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {}) as Body,
      }
    },
    async [Symbol.asyncDispose]() {
      await app.close()
      await simulator.close()
      await bib.close()
      await owner.end()
      for (const part of [cache, authenticator, crmDb, authDb, database])
        await part[Symbol.asyncDispose]()
    },
  }
}

type Item = Pick<
  Product,
  'code' | 'cutOff' | 'isin' | 'manager' | 'currency' | 'riskLevel' | 'syariah'
> &
  Pick<SalesReportLine, 'rmId' | 'rmName' | 'productCode' | 'productName'> & { type: string }
/** The fields of any response that tests read; reading an absent one fails. */
type Body = Pick<Required<ProblemBody>, 'type' | 'errors'> &
  Pick<ProductNavs, 'asOf' | 'isStale' | 'returns'> &
  Pick<Portfolio, 'externalId'> & { positions: ReservedPosition[] } & Dashboard & { items: Item[] }

function toAll(service: () => Service): Transport {
  return directTransport(service)
}

/** An RM's investor at Bib, with a subscription of ten million rupiah a year ago. */
export function seedInvestor(
  simulator: Simulator,
  investor: { tenant: string; rmId: string; externalId: string; productCode: string },
): void {
  const date = new Date(TEST_START.getTime() - 365 * 86_400_000).toISOString().slice(0, 10)
  const { productCode, ...rest } = investor
  simulator.control.seed({
    investors: [
      {
        ...rest,
        sourceId: randomUUID(),
        sid: null,
        ifua: null,
        transactions: [{ type: 'SUBSCRIPTION', productCode, date, amount: '10000000.00' }],
      },
    ],
  })
}
