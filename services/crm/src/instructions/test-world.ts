// All of crm on a fresh database, with the Bib simulator and an adjustable clock; the fake
// authenticator trusts a name.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { createSimulator } from '@rmtools/bib/simulator/simulator'
import { approvals } from '@rmtools/contracts/crm/approvals'
import { clientLinks } from '@rmtools/contracts/crm/client-links'
import { clientMessages } from '@rmtools/contracts/crm/client-messages'
import { clientPage } from '@rmtools/contracts/crm/client-page'
import { evidence } from '@rmtools/contracts/crm/evidence'
import { figures } from '@rmtools/contracts/crm/figures'
import { handovers } from '@rmtools/contracts/crm/handovers'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { payments } from '@rmtools/contracts/crm/payments'
import { planMandates } from '@rmtools/contracts/crm/plan-mandates'
import { plans } from '@rmtools/contracts/crm/plans'
import type { SystemRole } from '@rmtools/contracts/endpoint'
import { allGrants } from '@rmtools/contracts/everything'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import type { Authenticator } from '@rmtools/kit/authenticate'
import { readConfig } from '@rmtools/kit/config'
import { createLog } from '@rmtools/kit/log'
import type { Message } from '@rmtools/kit/messaging'
import { selfSignedSeal } from '@rmtools/kit/seal-certificates'
import type { Actor } from '@rmtools/kit/scope'
import type { Service } from '@rmtools/kit/service'
import { createTestDatabase } from '@rmtools/kit/testing'
import { testClock } from '@rmtools/kit/testing-clock'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import { createCrm } from '../app.ts'
import { crmSettings } from '../config.ts'
import type { SignatureProvider } from '../ports.ts'

export const company = '00000000-0000-7000-8000-00000000000a'
export const otherCompany = '00000000-0000-7000-8000-00000000000b'
export const investor = '00000000-0000-7000-8000-0000000000c1'
export const account = '00000000-0000-7000-8000-0000000000e1'
const TENANT = 'APERDA'
const KEY = 'bib-key-of-tests'

const person = (n: number) => `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`
export const people = {
  rina: { id: person(1), role: 'rm', companyId: company, licence: '2027-12-31' },
  oscar: { id: person(2), role: 'rm', companyId: company, licence: '2026-11-01' },
  fajar: { id: person(3), role: 'rm', companyId: otherCompany, licence: '2027-12-31' },
  ratna: { id: person(4), role: 'reviewer', companyId: company, licence: null },
  fitri: { id: person(5), role: 'company-admin', companyId: otherCompany, licence: null },
  agus: { id: person(6), role: 'auditor', companyId: company, licence: null },
  ani: { id: person(7), role: 'company-admin', companyId: company, licence: null },
} as const satisfies Record<
  string,
  { id: string; role: SystemRole; companyId: string; licence: string | null }
>
export type PersonName = keyof typeof people

function actorOf(name: PersonName): Actor {
  const { id: userId, role, companyId } = people[name]
  const permissions = allGrants.flatMap((grant) =>
    grant.roles.includes(role) ? [grant.permission] : [],
  )
  const ownOnly = !permissions.includes('book.all')
  return {
    userId,
    role,
    companyId,
    companyIds: [companyId],
    sessionId: userId,
    permissions,
    ownOnly,
    deviceId: null,
    factorAt: Infinity,
  }
}

const authenticator: Authenticator = {
  verify: async (authorization) => {
    const name = authorization?.slice('Bearer '.length)
    if (!name || !(name in people)) throw new Problem(unauthenticated)
    return actorOf(name as PersonName)
  },
  async [Symbol.asyncDispose]() {},
}

/** Starts it. Jobs run when `work` is called, so that a test sees the state in between. */
export async function createInstructionWorld(signatures?: SignatureProvider) {
  const database = await createTestDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-instructions-'))
  const wall = testClock()
  const simulator = await createSimulator({
    apiKey: KEY,
    tickMs: 10,
    wallClock: () => wall.now().getTime(),
  })
  const time = { now: new Date('2026-11-23T03:00:00.000Z') }
  const clock = { now: () => time.now }
  const seal = await selfSignedSeal('PT Uji Sekuritas', new Date('2026-01-01T00:00:00.000Z'))
  const config = readConfig(crmSettings, {
    DATABASE_URL: database.crmUrl,
    JOBS_DATABASE_URL: database.crmJobsUrl,
    SERVICE_KEY: 'x',
    DATA_SECRET: 'x',
    OTP_SECRET: 'x',
    FILES_SECRET: 'x',
    FILES_FOLDER: folder,
    SEAL_KEY: seal.key,
    SEAL_CERTIFICATES: seal.certificates,
    BIB_URL: simulator.url,
    BIB_API_KEY: KEY,
    PUBLIC_URL: 'https://rm.example.co.id',
  })
  const noAuth: Transport = {
    call: async () => ({ status: 204, headers: {}, body: null }),
    isReady: async () => true,
    async [Symbol.asyncDispose]() {},
  }
  const crm = createCrm(config, {
    auth: noAuth,
    authenticator,
    clock,
    log: createLog('crm', 'silent'),
    ...(signatures ? { signatures } : {}),
  })
  await seed(owner)
  const as = (name?: PersonName) => callsOf(crm.service, name)
  return {
    /** The certificate of the installation's seal, in PEM. */
    sealCertificates: seal.certificates,
    simulator,
    time,
    owner,
    folder,
    /** As the service's role. */
    databaseUrl: database.crmUrl,
    as,
    handlers: crm.handlers,
    /** Returns the waiting jobs of a task, and deletes them. */
    async take<Payload>(task: string): Promise<Payload[]> {
      const { rows } = await owner.query<{ payload: Payload }>(
        `with taken as (delete from crm_jobs._private_jobs j using crm_jobs._private_tasks t where t.id = j.task_id and t.identifier = $1 returning j.payload, j.id)
         select payload from taken order by id`,
        [task],
      )
      return rows.map(({ payload }) => payload)
    },
    async [Symbol.asyncDispose]() {
      await crm[Symbol.asyncDispose]()
      await simulator.close()
      await owner.end()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}
export type InstructionWorld = Awaited<ReturnType<typeof createInstructionWorld>>

function callsOf(service: Service, name: PersonName | undefined) {
  const transport: Transport = {
    call: async ({ id }, request) => {
      const headers = {
        ...request.headers,
        ...(name ? { authorization: `Bearer ${name}` } : {}),
        'user-agent': 'tests',
      }
      return await service.call(id, { ...request, headers })
    },
    isReady: service.isReady,
    async [Symbol.asyncDispose]() {},
  }
  return serviceClients(
    {
      instructions,
      approvals,
      evidence,
      payments,
      clientLinks,
      clientMessages,
      clientPage,
      plans,
      planMandates,
      handovers,
      figures,
    },
    transport,
  )
}

async function seed(owner: pg.Client): Promise<void> {
  await owner.query(`select set_config('app.origin', '{"kind":"system"}', false)`)
  await owner.query(
    `insert into crm_bib.bank (code, name, bic) values ('014', 'Bank Central Asia (BCA)', 'CENAIDJA')`,
  )
  for (const [id, code] of [
    [company, TENANT],
    [otherCompany, 'APERDB'],
  ])
    await owner.query(
      `insert into crm_bib.known_company values ($1, 1, $2, $2, true, '{"approvalLinkHours": 48}')`,
      [id, code],
    )
  for (const [name, { id, companyId, licence }] of Object.entries(people))
    await owner.query(
      `insert into crm_bib.known_user (id, sequence, full_name, status, company_ids, licence_number, licence_expires_on) values ($1, 1, $2, 'active', $3, 'WAPERD-1', $4)`,
      [id, name, [companyId], licence],
    )
  await owner.query(
    `insert into crm_bib.investor (id, company_id, rm_id, kind, status, display_name, email, phone, external_id, risk_band, risk_expires_on)
     values ($1, $2, $3, 'individual', 'registered', 'Siti Rahmawati', 'siti@mail.example', '+6281200000099', 'BIB1', 3, '2027-11-01')`,
    [investor, company, people.rina.id],
  )
}

/** A drawn signature, as a canvas produces it. */
export async function signature(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><rect width="200" height="80" fill="white"/><path d="M10 60 L 90 10 L 190 70" stroke="black" fill="none"/></svg>`
  return (await sharp(Buffer.from(svg)).png().toBuffer()).toString('base64')
}

/** The token in the last link, and the code. */
export const tokenIn = (messages: readonly Message[]) =>
  /\/i\/approve\/([\w-]{43})/.exec(messages.at(-1)?.text ?? '')?.[1] ?? ''
export const codeIn = (messages: readonly Message[]) =>
  /\b(\d{6})\b/.exec(messages.at(-1)?.text ?? '')?.[1] ?? ''
