// Roles are named sets of permissions: the system roles of every company, and its own.
import Type, { type Static } from 'typebox'
import { can, Changes, endpoint, Nullable, Shape, Named } from '../endpoint.ts'
import { Waits } from '../crm/four-eyes.ts'
import { ById, Id, Text, Version } from '../fields.ts'
import { notFound, problemKind, staleVersion, wrongState } from '../problem.ts'

export const roleCodeTaken = problemKind('role-code-taken', 409, 'Another role has this code')
export const roleInUse = problemKind('role-in-use', 409, 'Users hold this role')
export const permissionUnknown = problemKind(
  'permission-unknown',
  422,
  'There is no such permission',
)
export const systemRoleFixed = problemKind(
  'system-role-fixed',
  409,
  'The roles every company starts with cannot be changed',
)

const Permissions = Type.Array(
  Type.String({ pattern: '^[a-z-]+\\.[a-z-]+$', maxLength: 60, examples: ['lead.read'] }),
  {
    maxItems: 200,
    uniqueItems: true,
  },
)
const RoleName = Text(80)

export const Role = Named(
  'Role',
  Shape({
    id: Id,
    companyId: Nullable(Id),
    code: Type.String(),
    name: Type.String(),
    permissions: Type.Array(Type.String()),
    isSystem: Type.Boolean(),
    userCount: Type.Integer(),
    version: Version,
  }),
)
export type Role = Static<typeof Role>

export const roles = {
  list: endpoint({
    method: 'GET',
    path: '/idty/roles',
    summary: 'Roles that can be assigned, and the permissions they may contain',
    access: can('role.read', 'company-admin', 'reviewer', 'auditor', 'platform-admin'),
    reply: Shape({ items: Type.Array(Role), permissions: Type.Array(Type.String()) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/idty/roles',
    summary: 'Add a role of the company',
    fresh: true,
    access: can('role.manage', 'company-admin'),
    body: Shape({
      code: Type.String({ pattern: '^[a-z][a-z0-9-]{1,48}$', examples: ['lead-reader'] }),
      name: RoleName,
      permissions: Permissions,
    }),
    reply: Role,
    status: 201,
    idempotent: true,
    problems: [roleCodeTaken, permissionUnknown],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/idty/roles/{id}',
    summary: 'Change a role of the company; sessions of those who hold it end',
    description:
      'A change that adds power over people, roles, messages or settings waits for a second approval.',
    fresh: true,
    access: can('role.manage', 'company-admin'),
    params: ById,
    body: Shape({
      version: Version,
      changes: Changes({ name: RoleName, permissions: Permissions }),
    }),
    reply: Shape({ ...Role.properties, waits: Waits }),
    problems: [notFound, staleVersion, permissionUnknown, systemRoleFixed],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/idty/roles/{id}',
    summary: 'Remove a role that nobody holds',
    fresh: true,
    access: can('role.manage', 'company-admin'),
    params: ById,
    problems: [notFound, roleInUse, systemRoleFixed, wrongState],
  }),
}
