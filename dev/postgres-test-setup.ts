// Once per test run: a throw-away server with a migrated template database, which each test file
// copies.
import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  removeLocalPostgres,
  startLocalPostgres,
  type LocalPostgres,
} from '@rmtools/kit/local-postgres'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import {
  databaseStatements,
  installationStatements,
  OWNER,
  runStatements,
} from '@rmtools/kit/roles'
import type { TestProject } from 'vitest/node'
import { migrationFolders } from './migrations.ts'
import { keepServer, layKeptServer } from './kept-server.ts'

const TEMPLATE = 'template_rmtools'
const passwords = {
  auth_app: 'auth',
  crm_app: 'crm',
  auth_jobs: 'jobs',
  crm_jobs: 'jobs',
  [OWNER]: 'owner',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = await mkdtemp(join(tmpdir(), 'rmtools-test-'))
  // PostgreSQL must be able to enter the folder (it runs as another user when we run as root);
  // otherwise its data would be stored elsewhere.
  await chmod(place, 0o711)
  const directory = join(place, 'postgres')
  if (!(await layKeptServer(directory))) await makeServer(directory)
  const postgres = await startServer(directory)
  const role = roleOf(postgres)
  project.provide('postgres', {
    admin: postgres.url('DATABASE'),
    authApp: role('auth_app'),
    crmApp: role('crm_app'),
    authJobs: role('auth_jobs'),
    crmJobs: role('crm_jobs'),
    template: TEMPLATE,
  })
  return async () => {
    await postgres[Symbol.asyncDispose]()
    await removeLocalPostgres(directory)
    await removeLocalPostgres(place)
  }
}

async function startServer(directory: string): Promise<LocalPostgres> {
  // The data need not survive a power cut.
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return await startLocalPostgres({ directory, password: 'test', settings })
}

const roleOf =
  (postgres: LocalPostgres) =>
  (name: keyof typeof passwords, database = 'DATABASE') =>
    postgres.url(database, { name, password: passwords[name] })

/**
 * Creates the server with its roles and its migrated template, and caches a copy for later runs.
 */
async function makeServer(directory: string): Promise<void> {
  {
    await using postgres = await startServer(directory)
    const role = roleOf(postgres)
    await runStatements(postgres.url('postgres'), installationStatements(TEMPLATE, passwords))
    await runStatements(postgres.url(TEMPLATE), databaseStatements(TEMPLATE))
    // Migrated by an owner without rights beyond its database, as in production: functions of the
    // database run with their owner's rights.
    for (const queue of ['auth_jobs', 'crm_jobs']) await migrateJobs(role(OWNER, TEMPLATE), queue)
    await migrate(role(OWNER, TEMPLATE), migrationFolders)
  }
  await keepServer(directory)
}
