// Auth on a fresh database, with its worker, an inbox in place of the outside world, and an
// adjustable clock.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Clients, CallOptions } from '@rmtools/contracts/client'
import { authContracts } from '@rmtools/contracts/auth'
import type { ProjectedCompany, ProjectedUser } from '@rmtools/contracts/crm/projection'
import type { Contract, Grant } from '@rmtools/contracts/endpoint'
import { allGrants } from '@rmtools/contracts/everything'
import { Problem, type ProblemBody } from '@rmtools/contracts/problem'
import { wholeBody } from '@rmtools/kit/reply-body'
import { readConfig } from '@rmtools/kit/config'
import { Database, sql, type Db } from '@rmtools/kit/db'
import { startWorker } from '@rmtools/kit/jobs'
import { createLog } from '@rmtools/kit/log'
import { AddressGone, type Message } from '@rmtools/kit/messaging'
import { identity } from '@rmtools/kit/scope'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'
import { testClock } from '@rmtools/kit/testing-clock'
import { vi } from 'vitest'
import { AUTH_JOBS_SCHEMA, createAuth, type Auth } from '../app.ts'
import { authSettings } from '../config.ts'
import { hashPassword } from '../passwords/hashing.ts'
import type { SigningKey } from '../ports.ts'

export const PASSWORD = 'correct horse battery staple'
const passwordHash = await hashPassword(PASSWORD)

export type Answer = {
  status: number
  headers: Record<string, string | string[]>
  body: Record<string, unknown> & Partial<ProblemBody>
  cookies: Record<string, string>
}
export type Sending = { token?: string; ip?: string; headers?: Record<string, string> }
export type User = { id: string; email: string; phone: string; companyId: string }

export function newSigningKey(kid: string): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    kid,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  }
}

/** Starts it; `settings` override defaults. */
export async function createAuthWorld(
  settings: Record<string, string> = {},
  grants: readonly Grant[] = allGrants,
) {
  const testDatabase = await createTestDatabase()
  const secrets = {
    SERVICE_KEY: 'service-key-of-tests',
    OTP_SECRET: 'otp-secret-of-tests',
    TOKEN_SECRET: 'token-secret-of-tests',
  }
  const config = {
    ...readConfig(authSettings, {
      DATABASE_URL: testDatabase.authUrl,
      JOBS_DATABASE_URL: testDatabase.authJobsUrl,
      SIGNING_KEYS: JSON.stringify([newSigningKey('test-key')]),
      AUDIT_HEAD_FILE: join(tmpdir(), `audit-heads-${randomUUID()}.jsonl`),
      // Tests seal explicitly.
      SEAL_EVERY_MS: '60000',
      HASHES_WAITING: '1000',
      ...secrets,
      ...settings,
    }),
    grants,
  }
  return new AuthWorld(testDatabase, config, await outsideOf(config))
}

type Config = Parameters<typeof createAuth>[0]
type Outside = Awaited<ReturnType<typeof outsideOf>>

async function outsideOf(config: Config) {
  const messages: Message[] = []
  const told: { users: ProjectedUser[]; companies: ProjectedCompany[] } = {
    users: [],
    companies: [],
  }
  const logged: string[] = []
  const log = createLog('auth', 'debug', { write: (line: string) => void logged.push(line) })
  const clock = testClock()
  const gone = new Set<string>()
  const send = async (message: Message) => {
    if (gone.has(message.to)) throw new AddressGone('nobody there')
    messages.push(message)
  }
  const messenger = { send, async [Symbol.asyncDispose]() {} }
  const crm = {
    putUser: async (user: ProjectedUser) => void told.users.push(user),
    putCompany: async (company: ProjectedCompany) => void told.companies.push(company),
  }
  const auth = await createAuth(config, { clock, log, messenger, crm })
  const worker = await startWorker({
    url: config.JOBS_DATABASE_URL,
    schema: AUTH_JOBS_SCHEMA,
    handlers: auth.handlers,
    log,
  })
  return { messages, gone, told, logged, clock, auth, worker }
}

export class AuthWorld implements AsyncDisposable {
  readonly urls: TestDatabase
  readonly config: Config
  readonly #outside: Outside
  readonly #owner: Database
  #counter = 0

  constructor(urls: TestDatabase, config: Config, outside: Outside) {
    this.urls = urls
    this.config = config
    this.#outside = outside
    this.#owner = new Database({ url: urls.ownerUrl, schema: 'auth_bib', poolSize: 2 })
  }

  get auth(): Auth {
    return this.#outside.auth
  }
  get messages(): Message[] {
    return this.#outside.messages
  }
  /** Addresses that no longer exist. */
  get gone(): Set<string> {
    return this.#outside.gone
  }
  get told() {
    return this.#outside.told
  }
  get logged(): string[] {
    return this.#outside.logged
  }
  get clock() {
    return this.#outside.clock
  }
  /** The database with its owner's privileges: every row is visible. */
  get owner(): Db {
    return this.#owner.reading(identity, { requestId: 'test', ip: null, device: null })
  }
  /** The database with the service's role, without a tenant. */
  async asRole<R>(work: (db: Database) => Promise<R>): Promise<R> {
    await using database = new Database({ url: this.urls.authUrl, schema: 'auth_bib', poolSize: 1 })
    return await work(database)
  }

  pass(seconds: number): void {
    this.#outside.clock.advance(seconds * 1000)
  }

  /** Calls an operation as bff does. */
  async call(
    id: string,
    input: Record<string, unknown> = {},
    { token, ip = '10.0.0.1', headers = {} }: Sending = {},
  ): Promise<Answer> {
    const spec = this.auth.service.operations.find((operation) => operation.id === id)?.spec
    if (!spec) throw new Error(`no operation ${id}`)
    const pick = (part?: { properties: object }) =>
      Object.fromEntries(
        Object.keys(part?.properties ?? {}).flatMap((name) =>
          input[name] === undefined ? [] : [[name, input[name]]],
        ),
      )
    const known = new Set(
      [spec.params, spec.query].flatMap((part) => Object.keys(part?.properties ?? {})),
    )
    const body = Object.fromEntries(Object.entries(input).filter(([name]) => !known.has(name)))
    const reply = await this.auth.service.call(id, {
      url: spec.path,
      params: pick(spec.params),
      query: pick(spec.query),
      headers: {
        'user-agent': 'test',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(spec.idempotent ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      body: spec.body ? Buffer.from(JSON.stringify(body)) : null,
      requestId: randomUUID(),
      ip,
      isTrusted: true,
    })
    const isJson = String(reply.headers['content-type'] ?? '').includes('json')
    const whole = reply.body === null ? '' : (await wholeBody(reply.body)).toString()
    const text = isJson ? whole : '{}'
    const lines = [reply.headers['set-cookie'] ?? []].flat()
    const cookies = Object.fromEntries(
      lines.map((line) => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1, line.indexOf(';')),
      ]),
    )
    return {
      status: reply.status,
      headers: reply.headers,
      body: JSON.parse(text) as Answer['body'],
      cookies,
    }
  }

  /** Typed calls; they throw on a refusal. */
  api(sending: Sending = {}): Clients<typeof authContracts> {
    const nouns = Object.entries(authContracts as Record<string, Contract>).map(
      ([noun, contract]) => [
        noun,
        Object.fromEntries(
          Object.keys(contract).map((name) => [
            name,
            async (input?: Record<string, unknown>, options?: CallOptions) => {
              const answer = await this.call(`${noun}.${name}`, input, {
                ...sending,
                headers: { ...sending.headers, ...options?.headers },
              })
              if (answer.status >= 400)
                throw Problem.fromBody(
                  answer.body as ProblemBody,
                  Number(answer.headers['retry-after']),
                )
              return answer.body
            },
          ]),
        ),
      ],
    )
    return Object.fromEntries(nouns) as Clients<typeof authContracts>
  }

  async addCompany(name = 'Sinar Fortuna'): Promise<string> {
    const code = `company-${++this.#counter}`
    const settings = {
      cutOffDefault: '13:00',
      otpSeconds: 300,
      approvalLinkHours: 72,
      registrationLinkHours: 168,
      certifiedSignatureAbove: null,
      brandColour: '#0b5cad',
      bibTenant: code,
    }
    const row = await this.owner.one(sql<{ id: string }>`
      insert into auth_company (code, name, settings) values (${code}, ${name}, ${JSON.stringify(settings)}) returning id`)
    return row?.id ?? ''
  }

  async addUser(companyId: string, role = 'rm', status = 'active'): Promise<User> {
    const number = String(++this.#counter).padStart(4, '0')
    const [email, phone] = [`user${number}@example.co.id`, `+62812000${number}`]
    const row = await this.owner.one(sql<{ id: string }>`
      insert into auth_user (full_name, email, phone, password_hash, status, last_company_id)
      values (${`Person ${number}`}, ${email}, ${phone}, ${passwordHash}, ${status}, ${companyId}) returning id`)
    const id = row?.id ?? ''
    await this.join(id, companyId, role)
    return { id, email, phone, companyId }
  }

  async join(userId: string, companyId: string, role: string): Promise<void> {
    await this.owner.run(sql`insert into auth_membership (company_id, user_id, role_id)
      select ${companyId}::uuid, ${userId}::uuid, id from auth_role where code = ${role} and company_id is null`)
  }

  device(secret?: string) {
    return {
      id: randomUUID(),
      name: 'Pixel 12',
      platform: 'android',
      ...(secret ? { secret } : {}),
    } as const
  }

  /**
   * The newest message to an address after `seen` were sent; only messages that match `matching`
   * count.
   */
  async messageTo(address: string, seen = 1, matching = /./): Promise<Message & { text: string }> {
    return await vi.waitFor(
      () => {
        const found = this.messages.filter(
          (message) => message.to === address && 'text' in message && matching.test(message.text),
        )
        const last = found.at(-1)
        if (!last || found.length < seen) throw new Error(`no message to ${address}`)
        return last
      },
      { timeout: 5000, interval: 10 },
    )
  }

  /** Seals the whole trail, even while the background sealer runs. */
  async sealAll(): Promise<void> {
    await vi.waitFor(
      async () => {
        await this.auth.sealer.seal()
        if (await this.owner.one(sql`select from audit_unsealed limit 1`))
          throw new Error('not all of the trail is sealed yet')
      },
      { timeout: 10_000, interval: 20 },
    )
  }

  countTo(address: string): number {
    return this.messages.filter((message) => message.to === address).length
  }

  /** The code in the next message to an address. */
  async codeTo(address: string, seen = 1): Promise<string> {
    return /\d{6}/.exec((await this.messageTo(address, seen)).text)?.[0] ?? ''
  }

  /** Signs in on a new device, code included. */
  async signIn(
    user: User,
    options: { client?: 'web' | 'mobile'; companyId?: string; ip?: string } = {},
  ) {
    const { client = 'mobile', companyId, ip = '10.0.0.1' } = options
    const device = this.device()
    const seen = this.countTo(user.phone)
    const challenge = await this.api({ ip }).sessions.login({
      login: user.email,
      password: PASSWORD,
      client,
      device,
      ...(companyId ? { companyId } : {}),
    })
    const code = await this.codeTo(user.phone, seen + 1)
    const answer = await this.call(
      'codes.verify',
      { challengeId: challenge.challengeId, code, purpose: 'login', deviceId: device.id },
      { ip },
    )
    const {
      accessToken = '',
      refreshToken = '',
      deviceSecret = '',
      sessionId = '',
    } = answer.body as Record<string, string>
    return {
      ...answer,
      device,
      token: accessToken,
      refreshToken,
      deviceSecret,
      sessionId,
      api: this.api({ token: accessToken, ip }),
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#outside.worker[Symbol.asyncDispose]()
    await this.auth[Symbol.asyncDispose]()
    await this.#owner[Symbol.asyncDispose]()
    await this.urls[Symbol.asyncDispose]()
  }
}
