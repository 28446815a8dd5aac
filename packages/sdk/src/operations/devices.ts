// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type Device = {
  id: Id
  name: string
  platform: 'android' | 'ios' | 'web'
  trustedAt: Instant
  lastSeenAt: Instant
  lastIp: string | null
  hasPush: boolean
  isCurrent: boolean
}

export type DevicesListInput = {
}

export type DevicesRenameInput = {
  name: string
}

export type DevicesRevokeInput = {
  id: Id
}

export type DevicesApi = {
  /** Own trusted devices */
  list: Method<DevicesListInput, {
    items: Array<Device>
  }>
  /** Name the device of this session */
  rename: Method<DevicesRenameInput, {
    id: Id
    name: string
  }>
  /** Stop trusting a device; its sessions end */
  revoke: Method<DevicesRevokeInput, void>
}

export const devices = {
  list: {"method":"GET","path":"/auth/devices","reply":"json"},
  rename: {"method":"POST","path":"/auth/devices","body":["name"],"reply":"json"},
  revoke: {"method":"DELETE","path":"/auth/devices/{id}"},
} as const satisfies Operations[string]
