// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant } from './fields.ts'

export type PlatformAccess = {
  id: Id
  companyId: Id
  userId: Id
  fullName: string
  reason: string
  openedAt: Instant
  endsAt: Instant
  /** An administrator of the company granted the rights of a company administrator */
  mayWrite: boolean
}

export type PlatformAccesses = {
  items: Array<PlatformAccess>
  maxHours: number
}

export type PlatformAccessListInput = {
  id: Id
}

export type PlatformAccessOpenInput = {
  id: Id
  reason: string
  hours: number
}

export type PlatformAccessCloseInput = {
  id: Id
}

export type PlatformAccessOwnInput = {
}

export type PlatformAccessAgreeInput = {
  id: Id
}

export type PlatformAccessEndInput = {
  id: Id
}

export type PlatformAccessApi = {
  /**
   * Platform users with access to a company, and how long access may last
   *
   * Needs the permission `company.manage`.
   */
  list: Method<PlatformAccessListInput, PlatformAccesses>
  /**
   * Open access to a company for oneself; its administrators are notified at once
   *
   * Grants the view of an auditor, without exports and without revealing masked data, for a limited time. The company can end it at once, or extend its rights.
   *
   * Needs the permission `company.manage`.
   *
   * Needs a password entered within the last ten minutes.
   */
  open: Method<PlatformAccessOpenInput, PlatformAccess>
  /**
   * End one's own access to a company
   *
   * Needs the permission `company.manage`.
   */
  close: Method<PlatformAccessCloseInput, void>
  /**
   * Platform users with access to the active company
   *
   * Needs the permission `user.read`.
   */
  own: Method<PlatformAccessOwnInput, PlatformAccesses>
  /**
   * Let a platform user act as a company administrator until the access ends
   *
   * Needs the permission `user.update`.
   *
   * Needs a password entered within the last ten minutes.
   */
  agree: Method<PlatformAccessAgreeInput, void>
  /**
   * End a platform user's access to the active company at once
   *
   * Needs the permission `user.update`.
   */
  end: Method<PlatformAccessEndInput, void>
}

export const platformAccess = {
  list: {"method":"GET","path":"/auth/admin/companies/{id}/platform-access","reply":"json"},
  open: {"method":"POST","path":"/auth/admin/companies/{id}/platform-access","body":["reason","hours"],"reply":"json"},
  close: {"method":"POST","path":"/auth/admin/platform-access/{id}/close"},
  own: {"method":"GET","path":"/auth/company/platform-access","reply":"json"},
  agree: {"method":"POST","path":"/auth/company/platform-access/{id}/agree"},
  end: {"method":"POST","path":"/auth/company/platform-access/{id}/end"},
} as const satisfies Operations[string]
