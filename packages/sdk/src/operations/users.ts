// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { CalendarDate, Email, FullName, Id, Instant, Phone, Search, Version } from './fields.ts'
import type { Waits } from './four-eyes.ts'
import type { Total } from './lists.ts'
import type { Language } from './registration.ts'

export type ChangedUser = {
  id: Id
  companyId: Id
  email: string | null
  phone: string | null
  /**
   * Verified by a code, or entered by an administrator; otherwise only claimed at registration
   */
  isEmailProved: boolean
  isPhoneProved: boolean
  status: UserStatus
  fullName: string
  role: string
  language: 'id' | 'en'
  licenceNumber: string | null
  licenceExpiresOn: string | null
  roleId: Id
  /** Has not set a password yet */
  isInvited: boolean
  decisionReason: string | null
  lastLoginAt: Instant | null
  createdAt: Instant
  version: Version
  waits: Waits
}

export type User = {
  id: Id
  companyId: Id
  email: string | null
  phone: string | null
  /**
   * Verified by a code, or entered by an administrator; otherwise only claimed at registration
   */
  isEmailProved: boolean
  isPhoneProved: boolean
  status: UserStatus
  fullName: string
  role: string
  language: 'id' | 'en'
  licenceNumber: string | null
  licenceExpiresOn: string | null
  roleId: Id
  /** Has not set a password yet */
  isInvited: boolean
  decisionReason: string | null
  lastLoginAt: Instant | null
  createdAt: Instant
  version: Version
}

export type UserCountedPage = {
  items: Array<User>
  nextCursor: string | null
  total?: Total
}

export type UserStatus = 'registered' | 'pending' | 'active' | 'rejected' | 'inactive'

export type UsersListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Count the items, up to 10000 */
  count?: boolean
  status?: UserStatus
  /** Any of these, separated by commas */
  statuses?: string
  /** Code of a role */
  role?: string
  search?: Search
  licenceExpiresBefore?: CalendarDate
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type UsersGetInput = {
  id: Id
}

export type UsersCreateInput = {
  fullName: FullName
  role: string
  language?: Language
  licenceNumber?: string | null
  licenceExpiresOn?: CalendarDate | null
  email: Email
  phone?: Phone
}

export type UsersUpdateInput = {
  id: Id
  version: Version
  changes: {
    fullName?: FullName
    role?: string
    language?: Language
    licenceNumber?: string | null
    licenceExpiresOn?: CalendarDate | null
  }
}

export type UsersRemoveInput = {
  id: Id
  version: Version
}

export type UsersApproveOrRejectInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
  version: Version
}

export type UsersActiveOrDeInput = {
  id: Id
  decision: 'activate' | 'deactivate'
  reason: string
  version: Version
}

export type UsersReinviteInput = {
  id: Id
}

export type UsersApi = {
  /**
   * Users of the company, newest or oldest first
   *
   * Needs the permission `user.read`.
   */
  list: ListMethod<UsersListInput, UserCountedPage>
  /**
   * One user
   *
   * Needs the permission `user.read`.
   */
  get: Method<UsersGetInput, User>
  /**
   * Invite a user; an e-mail with a link to set a password goes out
   *
   * An invitation to a role with power over people, roles, messages or settings waits for a second approval: until then there is no user, nothing is sent, and the id is that of the pending change.
   *
   * Needs the permission `user.create`.
   */
  create: Method<UsersCreateInput, ChangedUser>
  /**
   * Change a user; changing the role ends the sessions
   *
   * A role with power over people, roles, messages or settings waits for a second approval. All other changes apply at once.
   *
   * Needs the permission `user.update`.
   */
  update: Method<UsersUpdateInput, ChangedUser>
  /**
   * Remove a user from the company; the record is kept for the trail
   *
   * Needs the permission `user.delete`.
   */
  remove: Method<UsersRemoveInput, void>
  /**
   * Decide on a registration
   *
   * Approving a user whose role has power over people, roles, messages or settings waits for a second approval.
   *
   * Needs the permission `user.approve`.
   */
  approveOrReject: Method<UsersApproveOrRejectInput, {
    id: Id
    status: UserStatus
    version: Version
    waits: Waits
  }>
  /**
   * Activate or deactivate; deactivating ends the sessions
   *
   * Reactivating a user whose role has power over people, roles, messages or settings waits for a second approval. Deactivating never does.
   *
   * Needs the permission `user.activate`.
   */
  activeOrDe: Method<UsersActiveOrDeInput, {
    id: Id
    status: UserStatus
    version: Version
    waits: Waits
  }>
  /**
   * Resend the invitation; the earlier link becomes void
   *
   * Needs the permission `user.create`.
   */
  reinvite: Method<UsersReinviteInput, void>
}

export const users = {
  list: {"method":"GET","path":"/idty/users","query":["limit","cursor","count","status","statuses","role","search","licenceExpiresBefore","from","to","order"],"reply":"json"},
  get: {"method":"GET","path":"/idty/users/{id}","reply":"json"},
  create: {"method":"POST","path":"/idty/users","body":["fullName","role","language","licenceNumber","licenceExpiresOn","email","phone"],"reply":"json","needsKey":true},
  update: {"method":"PATCH","path":"/idty/users/{id}","body":["version","changes"],"reply":"json"},
  remove: {"method":"DELETE","path":"/idty/users/{id}","query":["version"]},
  approveOrReject: {"method":"PATCH","path":"/idty/users/{id}/approveOrReject","body":["decision","reason","version"],"reply":"json"},
  activeOrDe: {"method":"PATCH","path":"/idty/users/{id}/activeOrDe","body":["decision","reason","version"],"reply":"json"},
  reinvite: {"method":"POST","path":"/idty/users/{id}/invitation"},
} as const satisfies Operations[string]
