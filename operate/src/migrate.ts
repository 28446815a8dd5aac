import { AUTH_JOBS_SCHEMA, authMigrations } from '@rmtools/auth/app'
import { CRM_JOBS_SCHEMA, crmMigrations } from '@rmtools/crm/app'
import { loadReference } from '@rmtools/crm/reference'
import { migrate, migrateJobs } from '@rmtools/kit/migrate'
import type { Environments } from './environment.ts'

/** Migrates the database of an installation and loads its master data: what the services do themselves when each starts alone. */
export async function prepareDatabase({ auth, crm }: Pick<Environments, 'auth' | 'crm'>): Promise<void> {
  const owner = auth['MIGRATION_DATABASE_URL'] ?? ''
  await Promise.all([
    migrateJobs(auth['JOBS_DATABASE_URL'] ?? '', AUTH_JOBS_SCHEMA),
    migrateJobs(crm['JOBS_DATABASE_URL'] ?? '', CRM_JOBS_SCHEMA),
  ])
  await migrate(owner, [authMigrations, crmMigrations])
  await loadReference(owner)
}
