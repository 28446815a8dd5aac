// Once a test run: a throw-away server and a migrated template database, which each test file copies.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLocalPostgres, startLocalPostgres } from '@rmtools/kit/local-postgres'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import { databaseStatements, installationStatements, OWNER, runStatements } from '@rmtools/kit/roles'
import type { TestProject } from 'vitest/node'
import { migrationFolders } from './migrations.ts'

const TEMPLATE = 'template_rmtools'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = join(await mkdtemp(join(tmpdir(), 'rmtools-test-')), 'postgres')
  const passwords = { auth_app: 'auth', crm_app: 'crm', auth_jobs: 'jobs', crm_jobs: 'jobs', [OWNER]: 'owner' }
  // Nobody will miss these data after a power cut.
  const postgres = await startLocalPostgres({
    directory,
    password: 'test',
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  })
  await runStatements(postgres.url('postgres'), installationStatements(TEMPLATE, passwords))
  await runStatements(postgres.url(TEMPLATE), databaseStatements(TEMPLATE))
  const role = (name: keyof typeof passwords, database = 'DATABASE') => postgres.url(database, { name, password: passwords[name] })
  // By an owner without rights beyond its database, as in production: what functions of the database do, they do as their owner.
  for (const queue of ['auth_jobs', 'crm_jobs']) await migrateJobs(role(OWNER, TEMPLATE), queue)
  await migrate(role(OWNER, TEMPLATE), migrationFolders)
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
    await removeLocalPostgres(join(directory, '..'))
    await removeLocalPostgres(directory)
  }
}
