// Runs in the identity realm, which shows every person's sessions: each statement therefore names
// the company.
import type { Reply } from '@rmtools/contracts/endpoint'
import type { userAccess } from '@rmtools/contracts/auth/user-access'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db } from '@rmtools/kit/db'

export type SessionHere = Reply<typeof userAccess.sessions>['items'][number]
export type DeviceHere = Reply<typeof userAccess.devices>['items'][number]

/** Live sessions of a user in the active company. */
export async function sessionsHere(db: Db, userId: string, now: string): Promise<SessionHere[]> {
  return await db.all(sql<SessionHere>`
    select s.id, s.client, s.device_id, d.name as device_name, s.company_id, s.ip, s.created_at, s.last_used_at
    from auth_session s join device_info d on d.id = s.device_id
    where s.user_id = ${userId} and s.company_id = auth_bib.active_company() and s.revoked_at is null and s.expires_at > ${now}
    order by s.last_used_at desc limit 100`)
}

/**
 * Trusted devices on which a user signed in to the active company; devices used for other companies
 * stay hidden.
 */
export async function devicesHere(db: Db, userId: string): Promise<DeviceHere[]> {
  return await db.all(sql<DeviceHere>`
    select d.id, d.name, d.platform, d.trusted_at, d.last_seen_at, d.last_ip, d.push_token is not null as has_push
    from device_info d
    where d.user_id = ${userId} and d.revoked_at is null
      and exists (select from auth_session s where s.device_id = d.id and s.company_id = auth_bib.active_company())
    order by d.last_seen_at desc limit 100`)
}

/** Records in the trail that somebody else ended a session: sessions are not audited. */
export async function noteEnded(db: Db, sessionId: string, userId: string): Promise<void> {
  await noteAct(db, {
    action: 'end',
    entity: 'auth_session',
    id: sessionId,
    after: { user_id: userId },
  })
}
