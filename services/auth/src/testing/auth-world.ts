// Auth on a fresh database, with its worker, an inbox in place of the outside world, and an
// adjustable clock.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Clients, CallOptions } from '@rmtools/contracts/client'
import { authContracts } from '@rmtools/contracts/auth'
import type { Contract, Grant } from '@rmtools/contracts/endpoint'
import { allGrants } from '@rmtools/contracts/everything'
import { Problem, type ProblemBody } from '@rmtools/contracts/problem'
import { readConfig } from '@rmtools/kit/config'
import { Database, sql, type Db } from '@rmtools/kit/db'
import type { Message } from '@rmtools/kit/messaging'
import { identity } from '@rmtools/kit/scope'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'
import { vi } from 'vitest'
import type { Auth } from '../app.ts'
import { authSettings } from '../config.ts'
import { hashPassword } from '../passwords/hashing.ts'
import type { SigningKey } from '../ports.ts'
import { callOf, type Answer, type Sending } from './calls.ts'
import { outsideOf, type Config } from './outside.ts'

export const PASSWORD = 'correct horse battery staple'
const passwordHash = await hashPassword(PASSWORD)

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

type Outside = Awaited<ReturnType<typeof outsideOf>>

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
    sending: Sending = {},
  ): Promise<Answer> {
    return await callOf(this.auth, { id, input }, sending)
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
