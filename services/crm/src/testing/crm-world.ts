// All of crm on a fresh database, with users of two companies, an adjustable clock, and Bib's
// simulator where a test needs it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Clients } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { allGrants } from '@rmtools/contracts/everything'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import type { NewNotification } from '@rmtools/contracts/auth/internal'
import type { Authenticator } from '@rmtools/kit/authenticate'
import { readConfig } from '@rmtools/kit/config'
import { startWorker, type JobContext } from '@rmtools/kit/jobs'
import { createLog } from '@rmtools/kit/log'
import type { Actor } from '@rmtools/kit/scope'
import type { Service } from '@rmtools/kit/service'
import { createTestDatabase } from '@rmtools/kit/testing'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import { createCrm, CRM_JOBS_SCHEMA } from '../app.ts'
import { crmSettings } from '../config.ts'

export const company = '00000000-0000-7000-8000-00000000000a'
export const otherCompany = '00000000-0000-7000-8000-00000000000b'
export const platform = '00000000-0000-7000-8000-00000000000c'
export const TENANT = 'APERD01'
const person = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

/** The callers; `oscar` is another RM of the company, `fajar` and `fitri` belong to another one. */
export const people = {
  rina: { id: person(1), role: 'rm', companyId: company },
  oscar: { id: person(2), role: 'rm', companyId: company },
  ratna: { id: person(3), role: 'reviewer', companyId: company },
  ani: { id: person(4), role: 'company-admin', companyId: company },
  agus: { id: person(5), role: 'auditor', companyId: company },
  fajar: { id: person(6), role: 'rm', companyId: otherCompany },
  fitri: { id: person(7), role: 'company-admin', companyId: otherCompany },
  putri: { id: person(8), role: 'platform-admin', companyId: platform },
} as const satisfies Record<string, { id: string; role: SystemRole; companyId: string }>
/** Administers both companies, and acts for the first. */
const both = {
  id: person(9),
  role: 'company-admin',
  companyId: company,
  companyIds: [company, otherCompany],
} as const
/**
 * A platform user with an administrator's rights in the first company; crm's projection has no user
 * of that name there.
 */
const guest = { id: person(10), role: 'company-admin', companyId: company } as const
const byName = { ...people, both, guest }
export type PersonName = keyof typeof byName

function actorOf(name: PersonName): Actor {
  const { id: userId, role, companyId } = byName[name]
  const permissions = allGrants.flatMap((grant) =>
    grant.roles.includes(role) ? [grant.permission] : [],
  )
  return {
    userId,
    role,
    companyId,
    companyIds: name === 'both' ? both.companyIds : [companyId],
    sessionId: userId,
    permissions,
    ownOnly: !permissions.includes('book.all'),
    deviceId: null,
    factorAt: Infinity,
    isGuest: name === 'guest',
  }
}

/** Trusts a name. */
const authenticator: Authenticator = {
  verify: async (authorization) => {
    const name = authorization?.slice('Bearer '.length)
    if (!name || !(name in byName)) throw new Problem(unauthenticated)
    return actorOf(name as PersonName)
  },
  async [Symbol.asyncDispose]() {},
}

/** Starts it, with further settings. Jobs wait until a test runs them. */
export async function createCrmWorld(
  bibUrl = 'http://127.0.0.1:9',
  settings: Readonly<Record<string, string>> = {},
) {
  const database = await createTestDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await seed(owner)
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-crm-'))
  const time = { now: TEST_START }
  const secrets = {
    SERVICE_KEY: 'x',
    DATA_SECRET: 'x',
    OTP_SECRET: 'x',
    FILES_SECRET: 'x',
    BIB_API_KEY: 'test-key',
  }
  const urls = {
    DATABASE_URL: database.crmUrl,
    JOBS_DATABASE_URL: database.crmJobsUrl,
    BIB_URL: bibUrl,
    PUSH_JWKS_URL: `${bibUrl}/oauth2/v3/certs`,
    PUSH_ISSUER: bibUrl,
  }
  const config = readConfig(crmSettings, {
    ...secrets,
    ...urls,
    FILES_FOLDER: folder,
    PUBLIC_URL: 'https://rm.example.co.id',
    ...settings,
  })
  const told: NewNotification[] = []
  const log = createLog('crm', 'silent')
  const crm = createCrm(config, {
    auth: listeningAuth(told),
    authenticator,
    clock: { now: () => time.now },
    log,
  })
  const rows = async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
    (await owner.query(text, values)).rows as Row[]
  return {
    service: crm.service,
    handlers: crm.handlers,
    time,
    /** Of stored files. */
    folder,
    /** As the service's role. */
    databaseUrl: database.crmUrl,
    ownerUrl: database.ownerUrl,
    /** The notifications that auth was asked to send. */
    told,
    /** As the owner of the database, who sees all rows. */
    rows,
    /** As the service's role, acting for one company. */
    asService: async (text: string, companyId: string) =>
      await readAs(database.crmUrl, text, companyId),
    as: (name?: PersonName): Clients<typeof crmContracts> =>
      serviceClients(crmContracts, transportOf(crm.service, name)),
    /** Waiting jobs of a task, oldest first. */
    jobs: async <Payload = Record<string, unknown>>(task: string) =>
      await rows<{ payload: Payload; runAt: Date; id: string; flags: object | null }>(
        `select j.id, j.payload, j.run_at as "runAt", j.flags from crm_jobs._private_jobs j join crm_jobs._private_tasks t on t.id = j.task_id
         where t.identifier = $1 order by j.id`,
        [task],
      ),
    /** Runs a job at once. */
    work: async (task: string, payload: object = {}, context: Partial<JobContext> = {}) =>
      await crm.handlers[task]?.(payload as never, {
        attempt: 1,
        maxAttempts: 25,
        jobId: '1',
        log,
        ...context,
      }),
    startWorker: async () =>
      await startWorker({
        url: config.JOBS_DATABASE_URL,
        schema: CRM_JOBS_SCHEMA,
        handlers: crm.handlers,
        onUnknown: crm.onUnknown,
        log,
      }),
    async [Symbol.asyncDispose]() {
      await crm[Symbol.asyncDispose]()
      await owner.end()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type CrmWorld = Awaited<ReturnType<typeof createCrmWorld>>

function transportOf(service: Service, name: PersonName | undefined): Transport {
  return {
    call: async (operation, request) => {
      const headers = {
        ...request.headers,
        ...(name ? { authorization: `Bearer ${name}` } : {}),
        'user-agent': 'tests',
      }
      return await service.call(operation.id, { ...request, headers, ip: '10.1.2.3' })
    },
    isReady: async () => true,
    async [Symbol.asyncDispose]() {},
  }
}

async function readAs(url: string, text: string, companyId: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `set app.company_ids = '{${companyId}}'; set app.company_id = '${companyId}'; set app.realm = 'tenant'`,
    )
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function listeningAuth(told: NewNotification[]): Transport {
  return {
    call: async (_, request) => {
      told.push(JSON.parse(Buffer.from(request.body ?? '').toString()) as NewNotification)
      return { status: 200, headers: {}, body: '{"isNew":true}' }
    },
    isReady: async () => true,
    async [Symbol.asyncDispose]() {},
  }
}

async function seed(owner: pg.Client): Promise<void> {
  await owner.query(
    `select set_config('app.origin', '{"kind":"system","requestId":"seed"}', false)`,
  )
  for (const [id, code] of [
    [company, TENANT],
    [otherCompany, 'APERD02'],
    [platform, 'PLATFORM'],
  ])
    await owner.query(
      `insert into crm_bib.known_company (company_id, sequence, code, name, is_active) values ($1, 1, $2, $2, true)`,
      [id, code],
    )
  for (const [name, { id, companyId, role }] of Object.entries(people))
    await owner.query(
      `insert into crm_bib.known_user (id, sequence, full_name, status, company_ids, licence_number, licence_expires_on, admin_of)
       values ($1, 1, $2, 'active', $3, $4, $5, $6)`,
      [
        id,
        name,
        [companyId],
        role === 'rm' ? `WAPERD-${name}` : null,
        role === 'rm' ? '2028-12-31' : null,
        role === 'company-admin' ? [companyId] : [],
      ],
    )
}

/** An investor of Rina's, registered at Bib. */
export async function addInvestor(
  world: CrmWorld,
  given: { id: string; status?: string; leadId?: string; externalId?: string },
): Promise<void> {
  const { id, status = 'registered', leadId = null, externalId = `BIB-${id.slice(-4)}` } = given
  await world.rows(
    `insert into crm_bib.investor (id, company_id, rm_id, kind, status, display_name, email, phone, external_id, lead_id)
     values ($1, $2, $3, 'individual', $4, 'Siti Rahmawati', 'siti@mail.example', '+6281200000099', $5, $6)`,
    [id, company, people.rina.id, status, status === 'registered' ? externalId : null, leadId],
  )
}

/** An instruction of Rina's for an investor. */
export async function addInstruction(
  world: CrmWorld,
  id: string,
  investorId: string,
  status: string,
): Promise<void> {
  await world.rows(
    `insert into crm_bib.instruction (id, company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, nav_date, risk_level, licence_number)
     values ($1, $2, $3, $4, 'subscription', $5, 'ANDALAN-KAS', '{"code":"ANDALAN-KAS","name":"Andalan Kas"}', 'IDR', 1000000, 0, '2026-11-23', 1, 'WAPERD-rina')`,
    [id, company, people.rina.id, investorId, status],
  )
}
