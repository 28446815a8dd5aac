// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'
import type { ClientKind } from './sessions.ts'

export type UserAccessSessionsInput = {
  id: Id
}

export type UserAccessEndSessionInput = {
  id: Id
  sessionId: Id
}

export type UserAccessDevicesInput = {
  id: Id
}

export type UserAccessRevokeDeviceInput = {
  id: Id
  deviceId: Id
}

export type UserAccessApi = {
  /**
   * A user's active sessions in the company
   *
   * Needs the permission `user-access.read`.
   */
  sessions: Method<UserAccessSessionsInput, {
    items: Array<{
      id: Id
      client: ClientKind
      deviceId: Id
      deviceName: string
      companyId: Id
      ip: string | null
      createdAt: Instant
      lastUsedAt: Instant
    }>
  }>
  /**
   * End a user's session in the company; the user is notified
   *
   * Needs the permission `user-access.end`.
   */
  endSession: Method<UserAccessEndSessionInput, void>
  /**
   * Trusted devices on which a user has worked for the company
   *
   * Needs the permission `user-access.read`.
   */
  devices: Method<UserAccessDevicesInput, {
    items: Array<{
      id: Id
      name: string
      platform: 'android' | 'ios' | 'web'
      trustedAt: Instant
      lastSeenAt: Instant
      lastIp: string | null
      hasPush: boolean
    }>
  }>
  /**
   * Stop trusting a user's device; its sessions end and the user is notified
   *
   * Needs the permission `user-access.end`.
   */
  revokeDevice: Method<UserAccessRevokeDeviceInput, void>
}

export const userAccess = {
  sessions: {"method":"GET","path":"/idty/users/{id}/sessions","reply":"json"},
  endSession: {"method":"DELETE","path":"/idty/users/{id}/sessions/{sessionId}"},
  devices: {"method":"GET","path":"/idty/users/{id}/devices","reply":"json"},
  revokeDevice: {"method":"DELETE","path":"/idty/users/{id}/devices/{deviceId}"},
} as const satisfies Operations[string]
