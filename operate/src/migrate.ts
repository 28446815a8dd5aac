import { AUTH_JOBS_SCHEMA, authMigrations } from '@rmtools/auth/app'
import { CRM_JOBS_SCHEMA, crmMigrations } from '@rmtools/crm/app'
import { loadReference } from '@rmtools/crm/reference'
import { migrate, migrateJobs } from '@rmtools/kit/migrate'

/**
 * Migrates the database of an installation and loads its master data: what the services do themselves when they are given the
 * owner's address. Safe to run from several processes at once, and while the services run. Gives the migrations that were applied.
 */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  // Each queue belongs to the role that works it; the owner may act as both.
  const queues = [AUTH_JOBS_SCHEMA, CRM_JOBS_SCHEMA]
  await Promise.all(queues.map(async (role) => await migrateJobs(actingAs(ownerUrl, role), role)))
  const applied = await migrate(ownerUrl, [authMigrations, crmMigrations])
  await loadReference(ownerUrl)
  return applied
}

function actingAs(ownerUrl: string, role: string): string {
  const url = new URL(ownerUrl)
  url.searchParams.set('options', `-c role=${role}`)
  return url.href
}
