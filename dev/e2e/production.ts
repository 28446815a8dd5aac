// An installation as an operator sets it up: its own secrets, roles and database from an
// administrator's script, migrations by the owner, each service a process with only its own
// environment. Bib is the simulator; e-mails go to a real SMTP server, auth's SMS to a Kafka
// broker.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseEnv } from 'node:util'
import { freePort, removeLocalPostgres, startLocalPostgres } from '@rmtools/kit/local-postgres'
import { runStatements } from '@rmtools/kit/roles'
import { startTestBroker, type TestBroker } from '@rmtools/kit/testing-kafka'
import { startTestMailServer, type Mail } from '@rmtools/kit/testing-smtp'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import { buildPages, pagesOf } from '@rmtools/operate/pages'
import { makeSecrets } from '@rmtools/operate/secrets'

const ROOT = join(import.meta.dirname, '../..')
export const PUBLIC_URL = 'https://rmtools.example'
export const PLATFORM_ADMIN = 'ayu.pratiwi@rmtools.example'
export type Service = 'auth' | 'crm' | 'bff'
type Environment = Record<string, string>

export type Program = {
  readonly process: ChildProcess
  readonly lines: string[]
  readonly ended: Promise<number | null>
}
export type Production = AsyncDisposable & {
  readonly url: string
  readonly ownerUrl: string
  readonly environments: Record<Service, Environment>
  readonly mails: readonly Mail[]
  readonly broker: TestBroker
  readonly programs: Record<Service, Program>
}

/**
 * Runs a program of the product as an image does: from an empty folder, with only this environment.
 */
export function operate(args: readonly string[], env: Environment, cwd = tmpdir()): Program {
  const child = spawn(process.execPath, [join(ROOT, 'operate/src/main.ts'), ...args], {
    cwd,
    env: { NODE_ENV: 'production', ...env },
  })
  const lines: string[] = []
  let rest = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    })
  return {
    process: child,
    lines,
    ended: once(child, 'close').then(([status]) => status as number | null),
  }
}

/** Starts the installation; resolves when the public gateway is ready. */
export async function startProduction(): Promise<Production> {
  const directory = await mkdtemp(join(tmpdir(), 'rmtools-production-'))
  const postgres = await startLocalPostgres({
    directory: join(directory, 'postgres'),
    password: 'of the administrator',
  })
  const mail = await startTestMailServer({ username: 'rmtools', password: 'of the mail server' })
  const broker = await startTestBroker({ topics: { 'messaging.sms': 3 } })
  const secrets = join(directory, 'secrets')
  const host = `127.0.0.1:${postgres.port}`
  await makeSecrets({
    folder: secrets,
    host,
    database: 'rmtools',
    organisation: 'PT Uji Sekuritas',
  })
  // As psql does.
  const [onServer = '', inDatabase = ''] = (
    await readFile(join(secrets, 'database.sql'), 'utf8')
  ).split('\\connect rmtools\n')
  const statements = (text: string) => text.split(';\n').filter(Boolean)
  await runStatements(postgres.url('postgres'), statements(onServer))
  await runStatements(postgres.url('rmtools'), statements(inDatabase))
  const read = async (file: string) =>
    parseEnv(await readFile(join(secrets, file), 'utf8')) as Environment
  const owner = await read('migrate.env')
  const migrated = operate(['migrate'], owner)
  if ((await migrated.ended) !== 0) throw new Error(migrated.lines.join('\n'))
  const [authPort, crmPort, bffPort, bibPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const bibKey = 'a-key-that-bib-gave'
  const bib = startBib({ PORT: String(bibPort), BIB_API_KEY: bibKey, TICK_MS: '50' })
  const ports = { auth: authPort, crm: crmPort, bff: bffPort, bib: bibPort }
  const made = {
    auth: await read('auth.env'),
    crm: await read('crm.env'),
    bff: await read('bff.env'),
  }
  const environments = environmentsOf({
    directory,
    secrets,
    made,
    ports,
    bibKey,
    smtpUrl: mail.url,
    broker,
    pages: await pages(directory),
  })
  const empty = join(directory, 'empty')
  await mkdir(empty)
  const start = (name: Service) => operate(['run', name], environments[name], empty)
  const programs = { auth: start('auth'), crm: start('crm'), bff: start('bff') }
  await untilReady(at(ports.bff), () =>
    Object.values(programs)
      .flatMap(({ lines }) => lines.slice(-3))
      .join('\n'),
  )
  return {
    url: at(ports.bff),
    ownerUrl: owner['MIGRATION_DATABASE_URL'] ?? '',
    environments,
    mails: mail.mails,
    broker,
    programs,
    async [Symbol.asyncDispose]() {
      const children = [...Object.values(programs).map(({ process: child }) => child), bib]
      await Promise.all(children.map(async (child) => await end(child)))
      await mail[Symbol.asyncDispose]()
      await broker[Symbol.asyncDispose]()
      await postgres[Symbol.asyncDispose]()
      await removeLocalPostgres(join(directory, 'postgres'))
      await removeLocalPostgres(directory)
    },
  }
}

type Parts = {
  directory: string
  secrets: string
  made: Record<Service, Environment>
  ports: Record<Service | 'bib', number>
  bibKey: string
  smtpUrl: string
  broker: TestBroker
  pages: Environment
}

const at = (port: number) => `http://127.0.0.1:${port}`

/** The settings that an operator adds to the generated secrets. */
function environmentsOf({
  directory,
  secrets,
  made,
  ports,
  bibKey,
  smtpUrl,
  broker,
  pages,
}: Parts): Record<Service, Environment> {
  const common = { PUBLIC_URL }
  const toBib = { BIB_URL: at(ports.bib), BIB_API_KEY: bibKey }
  const mail = { SMTP_URL: smtpUrl, SMTP_FROM: 'RMTools <no-reply@rmtools.example>' }
  return {
    auth: {
      ...made.auth,
      ...common,
      ...mail,
      KAFKA_BROKERS: `127.0.0.1:${broker.port}`,
      PORT: String(ports.auth),
      CRM_URL: at(ports.crm),
      SIGNING_KEYS: join(secrets, 'signing-keys.json'),
      AUDIT_HEAD_FILE: join(directory, 'heads', 'audit-heads.jsonl'),
      PLATFORM_ADMIN_EMAIL: PLATFORM_ADMIN,
    },
    crm: {
      ...made.crm,
      ...common,
      ...mail,
      ...toBib,
      PORT: String(ports.crm),
      AUTH_URL: at(ports.auth),
      FILES_FOLDER: join(directory, 'files'),
      PUSH_EMAIL: 'bib-events@bib.example',
    },
    bff: {
      ...made.bff,
      ...common,
      ...toBib,
      ...pages,
      PORT: String(ports.bff),
      AUTH_URL: at(ports.auth),
      CRM_URL: at(ports.crm),
    },
  }
}

const READY_WITHIN_MS = 60_000

/** Throws with the programs' last output. */
async function untilReady(url: string, said: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    if (Date.now() > deadline) throw new Error(`The services did not get ready:\n${said()}`)
    await pause(100)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Not part of the product: it refuses to run in production. */
function startBib(env: Environment): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'packages/bib/src/simulator/main.ts')], {
    env,
    stdio: 'ignore',
  })
}

/** Copies of the builds, without sources or bundler. */
async function pages(directory: string): Promise<Environment> {
  await Promise.all([buildPages('admin'), buildPages('investor')])
  await buildMobile()
  const copy = async (app: 'admin' | 'investor' | 'mobile') => {
    await cp(pagesOf(app), join(directory, 'pages', app), { recursive: true })
    return join(directory, 'pages', app)
  }
  return {
    ADMIN_PAGES: await copy('admin'),
    INVESTOR_PAGES: await copy('investor'),
    MOBILE_PAGES: await copy('mobile'),
  }
}
