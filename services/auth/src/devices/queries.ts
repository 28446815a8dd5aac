import { sql, type Db } from '@rmtools/kit/db'

export type DeviceRow = {
  id: string
  name: string
  platform: 'android' | 'ios' | 'web'
  trustedAt: string
  lastSeenAt: string
  lastIp: string | null
  hasPush: boolean
}

export async function trustedDevices(db: Db, userId: string): Promise<DeviceRow[]> {
  return await db.all(sql<DeviceRow>`
    select id, name, platform, trusted_at, last_seen_at, last_ip, push_token is not null as has_push
    from device_info where user_id = ${userId} and revoked_at is null order by last_seen_at desc limit 100`)
}

export async function renameDevice(
  db: Db,
  id: string,
  name: string,
): Promise<{ id: string; name: string } | undefined> {
  return await db.one(
    sql`update device_info set name = ${name} where id = ${id} and revoked_at is null returning id, name`,
  )
}

/** False if the user has no such trusted device. */
export async function distrustDevice(
  db: Db,
  device: { id: string; userId: string; now: string },
): Promise<boolean> {
  return (
    (await db.run(sql`update device_info set revoked_at = ${device.now}, push_token = null
      where id = ${device.id} and user_id = ${device.userId} and revoked_at is null`)) === 1
  )
}
