import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLocalPostgres, startLocalPostgres } from '@rmtools/kit/local-postgres'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import { createDatabase, createRoles } from '@rmtools/kit/roles'
import { apiList } from './api-list.ts'
import { licencesList } from './licences.ts'
import { migrationFolders } from './migrations.ts'
import { rowTypes } from './row-types.ts'
import { sdkSources } from './sdk/source.ts'
import { securityList } from './security-tests.ts'
import { settingsList } from './settings-list.ts'
import { whatsappTemplatesPage } from './whatsapp-templates.ts'

const ROOT = join(import.meta.dirname, '..')
const SDK = join(ROOT, 'packages/sdk/src')

/** The folder that holds generated files only; which ones there are follows from the contracts. */
export const generatedFolder = join(SDK, 'operations')

/**
 * The expected content of every derived file that is committed; from `url`, or from a throw-away
 * database.
 */
export async function generatedFiles(url?: string): Promise<{ path: string; text: string }[]> {
  if (url !== undefined) return await from(url)
  const directory = await mkdtemp(join(tmpdir(), 'rmtools-generate-'))
  try {
    await using postgres = await startLocalPostgres({
      directory,
      password: 'generate',
      settings: ['fsync=off'],
    })
    await createRoles(postgres.url('postgres'), {
      auth_app: 'x',
      crm_app: 'x',
      auth_jobs: 'x',
      crm_jobs: 'x',
    })
    await createDatabase((name) => postgres.url(name), 'rmtools')
    for (const name of ['auth_jobs', 'crm_jobs']) await migrateJobs(postgres.url('rmtools'), name)
    await migrate(postgres.url('rmtools'), migrationFolders)
    return await from(postgres.url('rmtools'))
  } finally {
    await removeLocalPostgres(directory)
  }
}

async function from(url: string): Promise<{ path: string; text: string }[]> {
  return [
    { path: join(ROOT, 'services/crm/src/db.ts'), text: await rowTypes(url, 'crm_bib', 'CrmDb') },
    { path: join(ROOT, 'docs/api.txt'), text: apiList() },
    { path: join(ROOT, 'docs/settings.txt'), text: settingsList() },
    { path: join(ROOT, 'docs/whatsapp-templates.md'), text: whatsappTemplatesPage() },
    { path: join(ROOT, 'docs/security-tests.txt'), text: securityList() },
    { path: join(ROOT, 'docs/licences.txt'), text: licencesList() },
    ...(await sdkSources()).map(({ path, text }) => ({
      path: join(SDK, path),
      text,
    })),
  ]
}
