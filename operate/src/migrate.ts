import { AUTH_JOBS_SCHEMA, authMigrations } from '@rmtools/auth/app'
import { CRM_JOBS_SCHEMA, crmMigrations } from '@rmtools/crm/app'
import { loadReference } from '@rmtools/crm/reference'
import { migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'

/**
 * Migrates the database of an installation and loads its master data: what the services do themselves when they are given the
 * owner's address. Safe to run from several processes at once, and while the services run. Gives the migrations that were applied.
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  for (const queue of [AUTH_JOBS_SCHEMA, CRM_JOBS_SCHEMA]) await migrateJobs(ownerUrl, queue)
  const applied = await migrate(ownerUrl, [authMigrations, crmMigrations])
  await loadReference(ownerUrl)
  return applied
}
