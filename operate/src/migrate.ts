import { AUTH_JOBS_SCHEMA, authMigrations } from '@rmtools/auth/app'
import { CRM_JOBS_SCHEMA, crmMigrations } from '@rmtools/crm/app'
import { loadReference } from '@rmtools/crm/reference'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'

/**
 * Migrates an installation's database and loads its master data, as the services do when they have
 * the owner's address. Safe to run from several processes at once, and while the services run.
 * Returns the migrations that it applied.
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  for (const queue of [AUTH_JOBS_SCHEMA, CRM_JOBS_SCHEMA]) await migrateJobs(ownerUrl, queue)
  const applied = await migrate(ownerUrl, [authMigrations, crmMigrations])
  await loadReference(ownerUrl)
  return applied
}
