// bff over real connections: the Bib simulator, PostgreSQL with the real notices, signed tokens. A
// stand-in that speaks crm's contract answers for crm, since a service must not import another.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import pg from 'pg'
import { createBib } from '@rmtools/bib/client'
import { createSimulator, type Simulator } from '@rmtools/bib/simulator/simulator'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import type { Portfolio, Product } from '@rmtools/contracts/bff/market'
import type { ProductNavs } from '@rmtools/contracts/bff/products'
import type { SalesReportLine } from '@rmtools/contracts/bff/reports'
import { allGrants } from '@rmtools/contracts/everything'
import { crmContracts } from '@rmtools/contracts/crm'
import type { Reservation, ReservedPosition } from '@rmtools/contracts/crm/reservations'
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { authChanges, crmChanges } from '@rmtools/contracts/notices'
import { notFound, Problem, type ProblemBody } from '@rmtools/contracts/problem'
import {
  createAuthenticator,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  type AccessClaims,
} from '@rmtools/kit/authenticate'
import { signToken } from '@rmtools/kit/tokens'
import { changesRoutes } from '@rmtools/kit/bus'
import { createCache } from '@rmtools/kit/cache'
import { readConfig } from '@rmtools/kit/config'
import { Database } from '@rmtools/kit/db'
import { createLog } from '@rmtools/kit/log'
import type { RedisLink } from '@rmtools/kit/redis'
import { createService, implement, type Service } from '@rmtools/kit/service'
import { createTestDatabase } from '@rmtools/kit/testing'
import { TEST_START, testClock } from '@rmtools/kit/testing-clock'
import { directTransport, type Transport } from '@rmtools/kit/transport'
import { createBff } from '../app.ts'
import { bffSettings } from '../config.ts'

export const A = '0199a000-0000-7000-8000-00000000000a'
export const B = '0199a000-0000-7000-8000-00000000000b'
export const RINA = '0199a000-0000-7000-8000-000000000001'
export const BAGUS = '0199a000-0000-7000-8000-000000000002'
export const SARI = '0199a000-0000-7000-8000-000000000003'
export const LINA_OF_B = '0199a000-0000-7000-8000-000000000004'

/** Company A's. */
export const letterhead = {
  legalName: 'PT Name Sekuritas',
  licenceNumber: 'KEP-12/PM.02/2019',
  address: 'Jl. Jenderal Sudirman Kav. 52, Jakarta 12190',
}

const API_KEY = 'bib-key-of-tests'
const log = createLog('test', 'silent')

export type Person = {
  id: string
  role: SystemRole
  companyId?: string
  /** How long ago a password was entered; by default just now. */
  factorSecondsAgo?: number
}
export type Known = { id: string; companyId: string; rmId: string; externalId: string | null }
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
  const { authenticator, tokenOf, revoke } = createSessions(clock)
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

function createSessions(clock: { now: () => Date }) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keys = [
    { kid: 'test', publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
  ]
  const revoked: { sessionId: string; revokedAt: string }[] = []
  const feed = {
    keys: async () => keys,
    revokedSince: async (instant: string) =>
      revoked.filter(({ revokedAt }) => revokedAt >= instant),
  }
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    authenticator: createAuthenticator({ feed, clock, log }),
    revoke: (sessionId: string) =>
      void revoked.push({ sessionId, revokedAt: clock.now().toISOString() }),
    tokenOf: async (
      { id, role, companyId = A, factorSecondsAgo = 0 }: Person,
      sessionId: string = randomUUID(),
    ) => {
      const perms = allGrants
        .filter(({ roles }) => roles.includes(role))
        .map(({ permission }) => permission)
      const claims: AccessClaims = {
        sub: id,
        sid: sessionId,
        com: companyId,
        coms: [companyId],
        role,
        perms,
        own: !perms.includes('book.all'),
        dev: null,
        typ: 'access',
        fac: Math.floor(clock.now().getTime() / 1000) - factorSecondsAgo,
        exp: Math.floor(clock.now().getTime() / 1000) + 600,
      }
      return await signToken(
        { ...claims, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE },
        { algorithm: 'EdDSA', privateKey: privatePem, kid: 'test' },
      )
    },
  }
}

const justWhatIsAsked = {
  type: 'object',
  properties: {
    externalId: { type: ['string', 'null'] },
    displayName: { type: 'string' },
    individual: { type: 'object', properties: { identityNumber: { type: 'string' } } },
  },
}

function standIn(known: readonly Known[], reserved: ReadonlyMap<string, Reservation[]>) {
  const { investors, instructions, figures, projection, agenda, reference, disclosures } =
    crmContracts
  const tenants: Record<string, string> = { [A]: 'TENANT-A', [B]: 'TENANT-B' }
  return [
    implement(
      'projection',
      { tenantOf: projection.tenantOf },
      {
        tenantOf: async ({ id }) => ({
          tenant: tenants[id] ?? 'none',
          code: 'code',
          name: 'Name',
          cutOffDefault: id === A ? '14:30' : null,
          ...(id === A ? letterhead : {}),
        }),
      },
    ),
    // Like row-level security: investors of other companies and RMs do not exist.
    implement(
      'investors',
      { get: { ...investors.get, reply: justWhatIsAsked } as unknown as typeof investors.get },
      {
        get: async ({ id }, { actor }) => {
          const found = known.find(
            (one) =>
              one.id === id &&
              one.companyId === actor.companyId &&
              (!actor.ownOnly || one.rmId === actor.userId),
          )
          if (!found) throw new Problem(notFound)
          return {
            ...found,
            displayName: 'Siti Rahmawati',
            individual: { identityNumber: '3174********0001' },
          } as never
        },
      },
    ),
    implement(
      'instructions',
      { reservations: instructions.reservations },
      { reservations: async ({ id }) => ({ items: reserved.get(id) ?? [] }) },
    ),
    // The limits allow every file.
    implement('disclosures', disclosures, {
      admit: async ({ what, userId, companyId }) => ({
        what,
        userId,
        companyId,
        day: '2026-11-23',
      }),
      takeBack: async () => undefined,
    }),
    implement('agenda', agenda, {
      get: async () => ({
        followUps: { count: 1, overdue: 0, items: [] },
        returned: { count: 0, items: [] },
        waiting: { count: 0, items: [] },
        failed: { count: 0, items: [] },
        licence: null,
      }),
    }),
    implement(
      'reference',
      { holidays: reference.holidays },
      { holidays: async () => ({ items: [] }) },
    ),
    implement('figures', figures, {
      counts: async () => ({ leads: [], investors: [], instructions: [], instructionDays: [] }),
      investors: async ({ externalIds }, { actor }) => ({
        items: externalIds.split(',').flatMap((externalId) => {
          const found = known.find(
            (one) => one.externalId === externalId && one.companyId === actor.companyId,
          )
          return found && (!actor.ownOnly || found.rmId === actor.userId)
            ? [{ id: found.id, externalId, displayName: 'Siti' }]
            : []
        }),
      }),
      rms: async (_, { actor }) => ({
        items: [
          { id: RINA, fullName: '=Rina' },
          { id: BAGUS, fullName: 'Bagus' },
        ].filter(({ id }) => !actor.ownOnly || id === actor.userId),
      }),
    }),
  ]
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
