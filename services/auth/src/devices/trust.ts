// Revokes the trust in devices, for other features.
import type { Db } from '@rmtools/kit/db'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { distrustDevice } from './queries.ts'

/**
 * Revokes the trust in a device and ends its sessions; false if the user has no such trusted
 * device.
 */
export async function distrust(
  db: Db,
  ports: AuthPorts,
  { id, userId }: { id: string; userId: string },
  reason: string,
): Promise<boolean> {
  if (!(await distrustDevice(db, { id, userId, now: ports.clock.now().toISOString() })))
    return false
  await endSessions(db, ports, { deviceId: id, userId }, reason)
  return true
}
