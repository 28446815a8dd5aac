import { devices } from '@rmtools/contracts/auth/devices'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import type { AuthPorts } from '../ports.ts'
import { distrust } from './trust.ts'
import { renameDevice, trustedDevices } from './queries.ts'

export const devicesRoutes = (ports: AuthPorts) =>
  implement('devices', devices, {
    list: async (_, { db, actor }) => {
      const items = await trustedDevices(db, actor.userId)
      return { items: items.map((item) => ({ ...item, isCurrent: item.id === actor.deviceId })) }
    },

    rename: async ({ name }, { db, actor }) => {
      const device =
        actor.deviceId === null ? undefined : await renameDevice(db, actor.deviceId, name)
      if (!device) throw new Problem(notFound)
      return device
    },

    revoke: async ({ id }, { db, actor }) => {
      if (!(await distrust(db, ports, { id, userId: actor.userId }, 'device-revoked')))
        throw new Problem(notFound)
    },
  })
