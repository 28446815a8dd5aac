import type { InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'
import { sql, type Db } from '@rmtools/kit/db'
import { withNames, type KycCase } from '../queries.ts'

/**
 * Sends a case that Bib refused again, as a new version: for the old version's key Bib would repeat
 * its refusal.
 */
export async function restartSync(db: Db, id: string): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`
    update investor i set status = 'syncing', sync_error = null, version = version + 1, updated_at = now()
    where id = ${id} and status = 'sync-failed' returning ${withNames}`)
}

/**
 * Sets the id at Bib if the current one is as expected; a case being sent to Bib becomes
 * registered.
 */
export async function putExternalId(
  db: Db,
  id: string,
  { externalId, expected }: { externalId: string; expected: string | null },
): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`
    update investor i set external_id = ${externalId}, status = 'registered', sync_error = null, version = version + 1, updated_at = now()
    where id = ${id} and external_id is not distinct from ${expected}::text returning ${withNames}`)
}

/** KSEI's own city codes by Kemendagri's, where they exist. */
export async function kseiCityCodes(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await db.all(
    sql<{
      code: string
      kseiCityCode: string | null
    }>`select code, ksei_city_code from city where code = any(${codes}::text[])`,
  )
  return new Map(rows.map(({ code, kseiCityCode }) => [code, kseiCityCode]))
}

/** Sends an approved case to Bib. The version stays: it identifies what is sent. */
export async function startSync(db: Db, id: string): Promise<void> {
  await db.run(
    sql`update investor set status = 'syncing', sync_error = null, updated_at = now() where id = ${id} and status = 'approved'`,
  )
}

/** Bib refused this version of a case; a registered one stays registered. */
export async function failSync(
  db: Db,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<KycCase | undefined> {
  return await db.one(sql<KycCase>`
    update investor i set status = case when status = 'registered' then status else 'sync-failed' end, sync_error = ${reason}, version = version + 1, updated_at = now()
    where id = ${id} and version = ${version} and status in ('approved', 'syncing', 'registered') returning ${withNames}`)
}

export type AppliedState = {
  status: InvestorStatus
  externalId: string | null
  sid: string | null
  ifua: string | null
  isLinked: boolean
  syncError: string | null
  sequence: number
}

/**
 * Applies Bib's state of a case. A change of status raises the version, because a screen that shows
 * the case must reload it.
 */
export async function applyState(db: Db, id: string, state: AppliedState): Promise<void> {
  const { status, externalId, sid, ifua, isLinked, syncError, sequence } = state
  await db.run(sql`
    update investor set bib_sequence = ${sequence}, external_id = ${externalId}, sid = ${sid}, ifua = ${ifua}, is_linked = ${isLinked}, sync_error = ${syncError},
      version = version + case when status = ${status} then 0 else 1 end, status = ${status}, updated_at = now()
    where id = ${id}`)
}

/** Whether another investor of the company has this id at Bib. */
export async function isExternalIdElsewhere(
  db: Db,
  id: string,
  externalId: string,
): Promise<boolean> {
  const row = await db.one(
    sql<{
      taken: boolean
    }>`select exists (select from investor where external_id = ${externalId} and id <> ${id}) as taken`,
  )
  return row?.taken ?? false
}
