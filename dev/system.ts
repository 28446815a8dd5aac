// Starts a whole installation on this machine: PostgreSQL, the Bib simulator, and the services in
// one process or in one each.
import type { ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createLog, type Logger } from '@rmtools/kit/log'
import { freePort, startLocalPostgres, type LocalPostgres } from '@rmtools/kit/local-postgres'
import { createDatabase, createRoles } from '@rmtools/kit/roles'
import { migrateDatabase } from '@rmtools/operate/migrate'
import { environmentsOf, type Environments, type Ports } from './environment.ts'
import { openInbox } from './inbox.ts'
import { Programs, stopLeftovers } from './programs.ts'
import type { Running } from './running.ts'
import { developmentSecrets, type Secrets } from './secrets.ts'
import { startDemo } from './seed/demo/demo.ts'
import { seed } from './seed/seed.ts'
import { startWorld } from './world.ts'

export type SystemOptions = {
  directory: string
  /**
   * The services in this process, in one process each, or in one shared process that is restarted
   * (`npm run dev`).
   */
  arrangement: 'one' | 'split' | 'watched'
  /** The port of the public gateway; 0 for any free one. */
  port: number
  /** Minimum level of the services' logs on stdout. */
  logLevel: string
  /** Receives the services' output instead of our own stdout and stderr. */
  logFile?: string
  /**
   * Demo data: `people` and their leads (the default), or `full`, whose investors and instructions are written in the background
   * after the system is ready.
   */
  demo?: 'none' | 'people' | 'full'
  overrides?: Record<string, string>
  /** Variables of the watched process, besides its settings. */
  servicesEnvironment?: Record<string, string>
  /** Settings of the database server. */
  postgresSettings?: readonly string[]
  onStep?: (step: string) => void
}

export type System = AsyncDisposable & {
  readonly url: string
  readonly directory: string
  readonly secrets: Secrets
  readonly postgres: LocalPostgres
  readonly ownerUrl: string
  /** Resolves when the background part of the demo data is written, or was abandoned. */
  readonly demoWritten: Promise<void>
  /** What other commands need to reach it. */
  readonly note: Running
  /** The programs by name, for tests that kill them. */
  readonly programs: ReadonlyMap<string, ChildProcess>
  /** Restarts a program that has ended. */
  restart(name: string): Promise<void>
}

const DATABASE = 'rmtools'

/**
 * Starts everything and waits until it is ready. Throws with a readable message if something
 * prevents it.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { directory, arrangement, onStep = () => undefined } = options
  const secrets = await developmentSecrets(directory)
  const ports = await portsFor(options.port)
  await stopLeftovers(directory)
  onStep('PostgreSQL')
  const postgres = await startLocalPostgres({
    directory: join(directory, 'postgres'),
    password: secrets.POSTGRES_PASSWORD,
    settings: options.postgresSettings ?? [],
  })
  const open: (() => Promise<unknown>)[] = [async () => await postgres[Symbol.asyncDispose]()]
  const close = async () => {
    for (const end of open.toReversed()) await end()
  }
  try {
    await createRoles(postgres.url('postgres'), secrets)
    await createDatabase((name) => postgres.url(name), DATABASE)
    const environments = environmentsOf({
      directory,
      database: DATABASE,
      ports,
      postgres,
      secrets,
      ...(options.overrides ? { overrides: options.overrides } : {}),
    })
    const programs = new Programs(environments, options)
    open.push(async () => await programs.stop())
    onStep('Bib simulator')
    programs.start('bib', 'packages/bib/src/simulator/main.ts')
    onStep(
      arrangement === 'split'
        ? 'auth, crm and bff in a process each'
        : 'auth, crm and bff in one process',
    )
    // Services that run as separate processes migrate on start, as they do in production.
    if (arrangement !== 'split') await migrateDatabase(postgres.url(DATABASE))
    if (arrangement === 'one')
      open.push(await startInProcess(environments, directory, logOf(options)))
    if (arrangement === 'split') startSplit(programs, directory)
    if (arrangement === 'watched') startWatched(programs, environments, options)
    const url = `http://127.0.0.1:${ports.bff}`
    await untilReady(url)
    await untilReady(`http://127.0.0.1:${ports.bib}`, '/healthz')
    const { demo = 'people' } = options
    const note = noteOf(url, environments, secrets)
    const ownerUrl = postgres.url(DATABASE)
    if (demo !== 'none' && (await seed(ownerUrl))) onStep('people and leads of the demo written')
    const bib = { url: note.bibUrl, apiKey: note.bibApiKey }
    const writing =
      demo === 'full'
        ? startDemo({ url, directory, ownerUrl, signingKeys: secrets.SIGNING_KEYS, bib, onStep })
        : undefined
    if (writing) open.push(async () => await writing[Symbol.asyncDispose]())
    return {
      url,
      directory,
      secrets,
      postgres,
      ownerUrl,
      note,
      demoWritten: writing?.done ?? Promise.resolve(),
      programs: programs.running,
      restart: async (name) => {
        programs.restart(name)
        await untilReady(url)
      },
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function noteOf(
  url: string,
  { auth, bff }: Environments,
  { BIB_API_KEY, SIGNING_KEYS }: Secrets,
): Running {
  const publicKeys = (JSON.parse(SIGNING_KEYS) as { kid: string; publicKey: string }[]).map(
    ({ kid, publicKey }) => ({ kid, publicKey }),
  )
  const text = (value: string | undefined) => value ?? ''
  return {
    url,
    bibUrl: text(bff['BIB_URL']),
    bibApiKey: BIB_API_KEY,
    authDatabaseUrl: text(auth['DATABASE_URL']),
    auditHeadFile: text(auth['AUDIT_HEAD_FILE']),
    publicKeys,
  }
}

async function startInProcess(
  environments: Environments,
  directory: string,
  log: Logger,
): Promise<() => Promise<void>> {
  const inbox = openInbox(join(directory, 'inbox.sqlite'), environments.bff)
  const world = await startWorld({ environments, log, extend: (app) => inbox.mount(app) })
  return async () => {
    await world[Symbol.asyncDispose]()
    inbox[Symbol.dispose]()
  }
}

function logOf({ logLevel, logFile }: SystemOptions): Logger {
  return createLog(
    'rmtools',
    logLevel,
    logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a' }),
  )
}

function startSplit(programs: Programs, directory: string): void {
  programs.start('auth', 'services/auth/src/main.ts')
  programs.start('crm', 'services/crm/src/main.ts')
  // bff with the inbox; the inbox must not be in the deployed program.
  programs.start('bff', 'dev/bff.ts', { INBOX_FILE: join(directory, 'inbox.sqlite') })
}

/**
 * All three services in one process, named after the gateway. Without the flags that save memory,
 * which cost a third of the start time.
 */
function startWatched(
  programs: Programs,
  environments: Environments,
  { directory, servicesEnvironment }: SystemOptions,
): void {
  const extra = {
    ENVIRONMENTS: JSON.stringify(environments),
    INBOX_FILE: join(directory, 'inbox.sqlite'),
    ...servicesEnvironment,
  }
  programs.start('bff', 'dev/develop/services.ts', extra, [])
}

async function portsFor(wanted: number): Promise<Ports> {
  const bff = wanted === 0 ? await freePort() : wanted
  if (wanted !== 0 && !(await isFree(wanted)))
    throw new Error(
      `Port ${wanted} is taken, perhaps by RMTools in another terminal. Stop that, or choose another: PORT=${wanted + 1} npm start`,
    )
  return { bff, auth: await freePort(), crm: await freePort(), bib: await freePort() }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const result = await new Promise<boolean>((done) => {
    server.once('error', () => done(false))
    server.listen(port, '127.0.0.1', () => done(true))
  })
  await new Promise((closed) => server.close(closed))
  return result
}

const READY_WITHIN_MS = 60_000

async function untilReady(url: string, path = '/health/ready'): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const isReady = await fetch(url + path).then(
      (reply) => reply.ok,
      () => false,
    )
    if (isReady) return
    if (Date.now() > deadline)
      throw new Error(`${url} did not get ready within a minute; see the log above`)
    await new Promise((next) => setTimeout(next, 25))
  }
}
