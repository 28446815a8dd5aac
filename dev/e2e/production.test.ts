// The services as an operator runs them: NODE_ENV=production, one process each, nothing from dev/.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createCaller, eventually, type Caller } from '../caller.ts'
import { DEMO_PASSWORD, users } from '../seed/people.ts'
import {
  operate,
  PLATFORM_ADMIN,
  startProduction,
  type Production,
  type Service,
} from './production.ts'
import { comeIn, smsTo } from './production-people.ts'

const MINUTES = 60_000
const OUT_WITHIN_MS = 10_000
// Each program that a test starts takes seconds to load when both cores are busy.
vi.setConfig({ testTimeout: MINUTES })

let production: Production
/** The administrator of the company that the first test creates. */
let budi: Caller
beforeAll(async () => {
  production = await startProduction()
}, 10 * MINUTES)
afterAll(async () => await production?.[Symbol.asyncDispose]())

describe('SECURITY 10: in production a service', () => {
  test.each<[Service, string, Record<string, string>, RegExp[]]>([
    [
      'auth',
      'nothing given',
      {},
      [
        /DATABASE_URL is missing/,
        /SIGNING_KEYS is missing/,
        /PUBLIC_URL is missing/,
        /AUDIT_HEAD_FILE is missing/,
      ],
    ],
    [
      'crm',
      'nothing given',
      {},
      [/DATA_SECRET is missing/, /FILES_FOLDER is missing/, /BIB_URL is missing/],
    ],
    [
      'bff',
      'nothing given',
      {},
      [/CSRF_SECRET is missing/, /PUBLIC_URL is missing/, /AUTH_URL is missing/],
    ],
    [
      'bff',
      'what was made for development',
      { SERVICE_KEY: 'development-x', CSRF_SECRET: 'development-y', PORT: 'eighty' },
      [
        /SERVICE_KEY is a development secret/,
        /CSRF_SECRET is a development secret/,
        /PORT must be a whole number/,
      ],
    ],
    [
      'crm',
      'the development inbox',
      { INBOX_URL: 'http://127.0.0.1/dev/inbox' },
      [/INBOX_URL is for development/],
    ],
  ])(
    '%s refuses to start on %s, and names every fault in one line of its log',
    async (service, _what, env, faults) => {
      const program = operate(['run', service], env)
      expect(await program.ended).toBe(1)
      expect(program.lines).toHaveLength(1)
      const { level, msg } = JSON.parse(program.lines[0] ?? '{}') as Record<string, string>
      expect(level).toBe('fatal')
      for (const fault of faults) expect(msg).toMatch(fault)
    },
  )

  test('refuses a development key that comes in a file', async () => {
    const key = { kid: 'development-abc', privateKey: 'x', publicKey: 'x' }
    const program = operate(['run', 'auth'], {
      ...production.environments.auth,
      PORT: '0',
      SIGNING_KEYS: JSON.stringify([key]),
    })
    expect(await program.ended).toBe(1)
    expect(program.lines.join()).toMatch(/SIGNING_KEYS (is|holds) a/)
  })
})

describe('an installation', () => {
  test('is set up by its invited administrator, who adds a company, whose administrator reads what there is', async () => {
    const platform = await comeIn(production, PLATFORM_ADMIN, 'hujan deras di bulan juni')
    expect((await platform.api.account.me()).role).toBe('platform-admin')
    const admin = { fullName: 'Budi Santosa', email: 'budi@nusantara.example' }
    await platform.api.companies.create({ code: 'nusantara', name: 'Nusantara Investama', admin })
    budi = await comeIn(production, admin.email, 'sawah hijau di kaki bukit')
    const { api } = budi
    expect(await api.account.me()).toMatchObject({
      fullName: admin.fullName,
      role: 'company-admin',
    })
    expect((await api.users.list({})).items.map(({ email }) => email)).toEqual([admin.email])
    for (const list of [api.leads.list({}), api.investors.list({}), api.instructions.list({})])
      expect((await list).items).toEqual([])
    expect((await api.reference.banks({})).items.length).toBeGreaterThan(50)
    const products = await eventually(
      'products of Bib',
      async () => await api.products.list({}).catch(() => undefined),
    )
    expect(products.items.length).toBeGreaterThan(0)
    expect((await api.audit.trail({})).items.length).toBeGreaterThan(0)
  })

  test('an RM proves the phone by an SMS that went by Kafka, is approved, and signs in', async () => {
    const person = {
      fullName: 'Tirta Nugraha',
      email: 'tirta@nusantara.example',
      phone: '+6281300000017',
      password: 'kopi pagi hangat sekali',
    }
    const rm = createCaller(production.url, 'RMTools app')
    const device = { id: crypto.randomUUID(), name: 'Phone', platform: 'android' as const }
    const [company] = (await rm.api.registration.companies()).items
    const application = {
      ...person,
      companyId: company?.id ?? '',
      licenceNumber: 'WAPERD-17',
      channel: 'sms',
      deviceId: device.id,
    } as const
    const { challengeId = '' } = await rm.api.registration.register(application)
    const proof = {
      challengeId,
      code: await smsTo(production, person.phone, 0),
      deviceId: device.id,
    }
    expect((await rm.api.codes.verify({ ...proof, purpose: 'register' })).status).toBe('pending')

    const { items } = await budi.api.users.list({ status: 'pending' })
    const [{ id = '', version = 0 } = {}] = items
    await budi.api.users.approveOrReject({ id, version, decision: 'approve' })

    const from = production.broker.kept.length
    const challenge = await rm.api.sessions.login({
      login: person.email,
      password: person.password,
      client: 'mobile',
      device,
    })
    if (challenge.status === 'challenge') {
      const code = await smsTo(production, person.phone, from)
      rm.use(
        await rm.api.codes.verify({
          challengeId: challenge.challengeId ?? '',
          code,
          purpose: 'login',
          deviceId: device.id,
        }),
      )
    } else rm.use(challenge)
    expect(await rm.api.account.me()).toMatchObject({ fullName: person.fullName, role: 'rm' })
  })

  test('knows nobody of the demo, and nothing below /dev', async () => {
    for (const { email } of users.slice(0, 3)) {
      const device = { id: crypto.randomUUID(), name: 'Browser', platform: 'web' as const }
      const login = createCaller(production.url).api.sessions.login({
        login: email,
        password: DEMO_PASSWORD,
        client: 'web',
        device,
      })
      await expect(login).rejects.toMatchObject({ code: 'wrong-credentials' })
    }
    for (const path of ['/dev/inbox', '/dev/inbox.json', '/dev/inbox/messages'])
      expect((await fetch(production.url + path)).status).toBe(404)
    expect((await fetch(`${production.url}/dev/inbox/messages`, { method: 'POST' })).status).toBe(
      404,
    )
  })

  test.each(['/admin/', '/i/approve/x', '/app/'])(
    'serves %s and all that it loads from files built before',
    async (path) => {
      const page = await fetch(production.url + path)
      expect(page.status).toBe(200)
      const html = await page.text()
      const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(
        ([, file]) => file ?? '',
      )
      expect(files.length).toBeGreaterThan(0)
      for (const file of files) {
        const { status, headers } = await fetch(production.url + file, {
          headers: { 'accept-encoding': 'br' },
        })
        expect([file, status, headers.get('content-encoding')]).toEqual([file, 200, 'br'])
      }
    },
  )

  test('is migrated again without a change, and its audit trail verifies', async () => {
    const again = operate(['migrate'], { MIGRATION_DATABASE_URL: production.ownerUrl })
    expect([await again.ended, again.lines]).toEqual([0, ['The database is up to date.']])
    await eventually('a signed head', async () => {
      const verified = operate(['audit-verify'], production.environments.auth)
      return (await verified.ended) === 0 && verified.lines.includes('The audit trail is intact.')
    })
  })

  test('shows its operator what gave up, without what it says, and lets it try again', async () => {
    const message = JSON.stringify({
      id: crypto.randomUUID(),
      channel: 'sms',
      to: '+6281200000001',
      text: 'kode 123456',
    })
    const owner = new pg.Client({ connectionString: production.ownerUrl })
    await owner.connect()
    await owner.query('select crm_jobs.add_job($1, $2::json, max_attempts => 1)', [
      'message',
      message,
    ])
    await owner.end()
    const [line] = await eventually('a dead letter', async () => {
      const listed = operate(['dead-letters'], { MIGRATION_DATABASE_URL: production.ownerUrl })
      await listed.ended
      return listed.lines.length > 0 && listed.lines
    })
    expect(line).toMatch(
      /crm_jobs {2}\d+ {2}message {2}1 {2}no way to send sms is set up: KAFKA_BROKERS/,
    )
    expect(line).not.toMatch(/123456|628120/)
    const again = operate(['dead-letters', '--replay'], {
      MIGRATION_DATABASE_URL: production.ownerUrl,
    })
    expect([await again.ended, again.lines]).toEqual([0, ['Jobs to be retried: 1.']])
  })

  test(
    'ends at SIGTERM, each service within ten seconds',
    async () => {
      for (const name of ['bff', 'crm', 'auth'] as const) {
        const { process: child, ended } = production.programs[name]
        const asked = performance.now()
        child.kill('SIGTERM')
        expect([name, await ended]).toEqual([name, 0])
        expect(performance.now() - asked).toBeLessThan(OUT_WITHIN_MS)
      }
    },
    MINUTES,
  )

  test('has written nothing but JSON lines, none of them of a failure but that of the SMS', () => {
    for (const [name, { lines }] of Object.entries(production.programs)) {
      const read = lines.map(
        (line) =>
          JSON.parse(line) as { level: string; time: string; service: string; msg?: string },
      )
      expect(read.length).toBeGreaterThan(1)
      for (const line of read)
        expect(line).toMatchObject({ service: `rmtools-api${name}`, time: expect.any(String) })
      const failures = read.filter(({ level }) => level === 'error' || level === 'fatal')
      expect(
        failures.filter((line) => !JSON.stringify(line).includes('no way to send sms')),
      ).toEqual([])
    }
  })
})
