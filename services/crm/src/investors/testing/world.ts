// The investors' operations on a fresh database, with users of two companies, an adjustable clock,
// and fakes of outside systems.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { fromReply, toRequest, type CallOptions, type Clients } from '@rmtools/contracts/client'
import { bankAccounts } from '@rmtools/contracts/crm/bank-accounts'
import { codeListEntries } from '@rmtools/contracts/crm/code-lists'
import { consents } from '@rmtools/contracts/crm/consents'
import { documents } from '@rmtools/contracts/crm/documents'
import { investors } from '@rmtools/contracts/crm/investors'
import { remoteRegistration } from '@rmtools/contracts/crm/remote-registration'
import { riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { pendingChanges } from '@rmtools/contracts/second-person'
import type { Contract, EndpointSpec, SystemRole } from '@rmtools/contracts/endpoint'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import { wholeBody } from '@rmtools/kit/reply-body'
import type { Authenticator } from '@rmtools/kit/authenticate'
import { Database } from '@rmtools/kit/db'
import { createLog } from '@rmtools/kit/log'
import type { Actor } from '@rmtools/kit/scope'
import { createSealer, type Sealer } from '@rmtools/kit/secrets'
import { readConfig } from '@rmtools/kit/config'
import { createDisclosureGate, disclosureSettings } from '@rmtools/kit/disclosures'
import { createService, type Service, type ServiceReply } from '@rmtools/kit/service'
import { createTestDatabase } from '@rmtools/kit/testing'
import { alarmAdministrators } from '../../disclosures/alarms.ts'
import { pendingChangeRoutes } from '../../pending-changes/routes.ts'
import type { CrmPorts } from '../../ports.ts'
import { bankAccountRoutes } from '../bank-accounts/routes.ts'
import { codeListRoutes } from '../code-lists/routes.ts'
import { consentRoutes } from '../consents/routes.ts'
import { documentRoutes } from '../documents/routes.ts'
import { remoteRegistrationRoutes } from '../remote-registration/routes.ts'
import { riskChanges } from '../risk-profiles/approved.ts'
import { riskProfileRoutes } from '../risk-profiles/routes.ts'
import { investorRoutes } from '../routes.ts'
import { investorJobs } from '../bib/sync.ts'
import { FakeBib } from './fake-bib.ts'
import { portsOf } from './ports.ts'

const contracts = {
  investors,
  bankAccounts,
  codeListEntries,
  consents,
  documents,
  remoteRegistration,
  riskProfiles,
  pendingChanges,
}
export type Api = Clients<typeof contracts>

export const companyA = '00000000-0000-7000-8000-00000000000a'
export const companyB = '00000000-0000-7000-8000-00000000000b'
const id = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`

/**
 * The callers; `otherRm` belongs to the same company, `foreignRm` and `foreignAdmin` to another.
 */
export const people = {
  rm: { id: id(1), role: 'rm', companyId: companyA, name: 'Rina RM' },
  otherRm: { id: id(2), role: 'rm', companyId: companyA, name: 'Oscar RM' },
  reviewer: { id: id(3), role: 'reviewer', companyId: companyA, name: 'Ratna Reviewer' },
  otherReviewer: { id: id(4), role: 'reviewer', companyId: companyA, name: 'Roni Reviewer' },
  admin: { id: id(5), role: 'company-admin', companyId: companyA, name: 'Ani Admin' },
  auditor: { id: id(6), role: 'auditor', companyId: companyA, name: 'Agus Auditor' },
  foreignRm: { id: id(7), role: 'rm', companyId: companyB, name: 'Fajar RM' },
  foreignAdmin: { id: id(8), role: 'company-admin', companyId: companyB, name: 'Fitri Admin' },
} as const satisfies Record<
  string,
  { id: string; role: SystemRole; companyId: string; name: string }
>
export type Person = keyof typeof people

function actorOf(person: Person): Actor {
  const { id: userId, role, companyId } = people[person]
  const grants = Object.values<Contract>(contracts).flatMap((contract) =>
    Object.values(contract).map(({ access }) => access),
  )
  const permissions = grants.flatMap((access) =>
    typeof access === 'object' && access.roles.includes(role) ? [access.permission] : [],
  )
  return {
    userId,
    role,
    companyId,
    companyIds: [companyId],
    sessionId: userId,
    permissions,
    ownOnly: role === 'rm',
    deviceId: null,
    factorAt: Infinity,
  }
}

/** Trusts a name. */
function authenticator(): Authenticator {
  return {
    verify: async (authorization: string | undefined) => {
      const person = authorization?.slice('Bearer '.length)
      if (!person || !(person in people)) throw new Problem(unauthenticated)
      return actorOf(person as Person)
    },
    async [Symbol.asyncDispose]() {},
  }
}

/** A user's calls to a service, typed by the contracts. */
function callsOf(service: Service) {
  const call = async (
    operation: string,
    spec: EndpointSpec,
    input: Record<string, unknown>,
    options: CallOptions & { person?: Person },
  ): Promise<ServiceReply> => {
    const wire = toRequest(spec, input, options)
    const pick = (keys: object | undefined) =>
      Object.fromEntries(
        Object.keys(keys ?? {}).flatMap((key) =>
          input[key] === undefined ? [] : [[key, input[key]]],
        ),
      )
    const headers = {
      ...wire.headers,
      ...(options.person ? { authorization: `Bearer ${options.person}` } : {}),
      'user-agent': 'tests',
    }
    const body = wire.body === undefined ? null : Buffer.from(wire.body as string)
    const [params, query] = [pick(spec.params?.properties), pick(spec.query?.properties)]
    return await service.call(operation, {
      url: wire.url,
      params,
      query,
      headers,
      body,
      requestId: crypto.randomUUID(),
      ip: '10.1.2.3',
      isTrusted: true,
    })
  }
  const api = (person?: Person) => {
    const nouns = Object.entries<Contract>(contracts).map(([noun, contract]) => [
      noun,
      Object.fromEntries(
        Object.entries(contract).map(([name, spec]) => [
          name,
          async (input: Record<string, unknown> = {}, options: CallOptions = {}) => {
            const { status, headers, body } = await call(`${noun}.${name}`, spec, input, {
              ...options,
              ...(person ? { person } : {}),
            })
            return fromReply(spec, {
              status,
              headers: headers as Record<string, string>,
              body: await wholeBody(body),
            })
          },
        ]),
      ),
    ])
    return Object.fromEntries(nouns) as Api
  }
  return { call, api }
}

type WorldOptions = {
  sealer?: Sealer
  /** Daily limits of disclosures by a user. */
  limits?: Record<string, string>
}

/** Starts it. */
export async function createInvestorWorld({
  sealer = createSealer('data-secret-of-tests'),
  limits = {},
}: WorldOptions = {}) {
  const testDatabase = await createTestDatabase()
  const owner = new pg.Client({ connectionString: testDatabase.ownerUrl })
  await owner.connect()
  await seed(owner)
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-files-'))
  const database = new Database({ url: testDatabase.crmUrl, schema: 'crm_bib', poolSize: 8 })
  const time = { now: new Date('2026-11-23T03:00:00.000Z') }
  const clock = { now: () => time.now }
  const bib = new FakeBib()
  const lines: string[] = []
  const log = createLog('crm', 'debug', { write: (line: string) => void lines.push(line) })
  const ports = portsOf({ folder, sealer, clock, log, bib })
  const routes = [
    investorRoutes,
    bankAccountRoutes,
    codeListRoutes,
    consentRoutes,
    documentRoutes,
    remoteRegistrationRoutes,
    riskProfileRoutes,
    (all: CrmPorts) => pendingChangeRoutes(all, riskChanges),
  ].map((make) => make(ports))
  const disclosures = createDisclosureGate({
    database,
    limits: readConfig(disclosureSettings, limits),
    clock,
    log,
    tell: alarmAdministrators,
  })
  const service = createService({
    name: 'crm',
    routes,
    database,
    authenticator: authenticator(),
    clock,
    log,
    disclosures,
  })

  const { call, api } = callsOf(service)
  return {
    as: (person: Person) => api(person),
    /** The holder of a link, without a session. */
    anybody: api(),
    call,
    bib,
    ports,
    database,
    ownerUrl: testDatabase.ownerUrl,
    files: folder,
    log: lines,
    /** Moves the clock forward. */
    pass: (seconds: number) => void (time.now = new Date(time.now.getTime() + seconds * 1000)),
    /** As the owner of the database, who sees all rows. */
    rows: async <Row = Record<string, unknown>>(text: string, values: unknown[] = []) =>
      (await owner.query(text, values)).rows as Row[],
    /** Payloads of the waiting jobs of a task, oldest first. */
    jobs: async <Payload = Record<string, unknown>>(task: string) =>
      (
        await owner.query(
          'select j.payload from crm_jobs._private_jobs j join crm_jobs._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id',
          [task],
        )
      ).rows.map(({ payload }) => payload as Payload),
    handlers: investorJobs(ports, database),
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await owner.end()
      await testDatabase[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type World = Awaited<ReturnType<typeof createInvestorWorld>>

async function seed(owner: pg.Client): Promise<void> {
  await owner.query(`
    insert into crm_bib.bank (code, name, bic) values ('014', 'Bank Central Asia', 'CENAIDJA'), ('008', 'Bank Mandiri', 'BMRIIDJA');
    insert into crm_bib.province values ('31', 'DKI Jakarta');
    insert into crm_bib.city (code, province_code, name, ksei_city_code) values ('31.74', '31', 'Jakarta Selatan', '0391');
    insert into crm_bib.district values ('31.74.01', '31.74', 'Tebet');
    insert into crm_bib.known_company (company_id, sequence, code, name, is_active, settings)
      values ('${companyA}', 1, 'APERD01', 'Investa', true, '{"brandColour": "#004488"}'), ('${companyB}', 1, 'APERD02', 'Sentosa', true, '{}')`)
  for (const { id: userId, name, companyId } of Object.values(people))
    await owner.query(
      "insert into crm_bib.known_user (id, sequence, full_name, status, company_ids, licence_number, licence_expires_on) values ($1, 1, $2, 'active', $3, 'WAPERD-1', '2027-12-31')",
      [userId, name, [companyId]],
    )
}

/** A generated photograph. */
export async function picture(width = 640, height = 400): Promise<Uint8Array> {
  return await sharp({ create: { width, height, channels: 3, background: '#3366aa' } })
    .jpeg()
    .toBuffer()
}
