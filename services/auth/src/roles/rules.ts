// The initial roles of a company, computed from the operations.
import { permissionUnknown } from '@rmtools/contracts/auth/roles'
import { systemRoles, type Grant, type SystemRole } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'

/** The permissions of a role, sorted. */
export function permissionsOf(role: SystemRole, grants: readonly Grant[]): string[] {
  return [
    ...new Set(
      grants.filter(({ roles }) => roles.includes(role)).map(({ permission }) => permission),
    ),
  ].sort()
}

/** The permissions that a company's own roles may hold: all but the platform's. */
export function assignablePermissions(grants: readonly Grant[]): string[] {
  const tenantRoles = systemRoles.filter((role) => role !== 'platform-admin')
  return [...new Set(tenantRoles.flatMap((role) => permissionsOf(role, grants)))].sort()
}

/** Throws if a role would hold a permission that a company cannot grant. */
export function checkPermissions(permissions: readonly string[], grants: readonly Grant[]): void {
  const known = new Set(assignablePermissions(grants))
  const strange = permissions.findIndex((permission) => !known.has(permission))
  if (strange >= 0)
    throw new Problem(permissionUnknown, {
      errors: [{ pointer: `/permissions/${strange}`, code: 'unknown' }],
    })
}

export const systemRoleNames: Readonly<Record<SystemRole, string>> = {
  rm: 'Relationship manager',
  reviewer: 'Back officer',
  'company-admin': 'Company administrator',
  auditor: 'Auditor',
  'platform-admin': 'Platform administrator',
}
