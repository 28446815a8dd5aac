// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Version } from './fields.ts'
import type { Waits } from './four-eyes.ts'

export type Role = {
  id: Id
  companyId: Id | null
  code: string
  name: string
  permissions: Array<string>
  isSystem: boolean
  userCount: number
  version: Version
}

export type RolesListInput = {
}

export type RolesCreateInput = {
  code: string
  name: string
  permissions: Array<string>
}

export type RolesUpdateInput = {
  id: Id
  version: Version
  changes: {
    name?: string
    permissions?: Array<string>
  }
}

export type RolesRemoveInput = {
  id: Id
}

export type RolesApi = {
  /**
   * Roles that can be assigned, and the permissions they may contain
   *
   * Needs the permission `role.read`.
   */
  list: Method<RolesListInput, {
    items: Array<Role>
    permissions: Array<string>
  }>
  /**
   * Add a role of the company
   *
   * Needs the permission `role.manage`.
   *
   * Needs a password entered within the last ten minutes.
   */
  create: Method<RolesCreateInput, Role>
  /**
   * Change a role of the company; sessions of those who hold it end
   *
   * A change that adds power over people, roles, messages or settings waits for a second approval.
   *
   * Needs the permission `role.manage`.
   *
   * Needs a password entered within the last ten minutes.
   */
  update: Method<RolesUpdateInput, {
    id: Id
    companyId: Id | null
    code: string
    name: string
    permissions: Array<string>
    isSystem: boolean
    userCount: number
    version: Version
    waits: Waits
  }>
  /**
   * Remove a role that nobody holds
   *
   * Needs the permission `role.manage`.
   *
   * Needs a password entered within the last ten minutes.
   */
  remove: Method<RolesRemoveInput, void>
}

export const roles = {
  list: {"method":"GET","path":"/idty/roles","reply":"json"},
  create: {"method":"POST","path":"/idty/roles","body":["code","name","permissions"],"reply":"json","needsKey":true},
  update: {"method":"PATCH","path":"/idty/roles/{id}","body":["version","changes"],"reply":"json"},
  remove: {"method":"DELETE","path":"/idty/roles/{id}"},
} as const satisfies Operations[string]
