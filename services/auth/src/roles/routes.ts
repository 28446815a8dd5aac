import { roleCodeTaken, roles, systemRoleFixed } from '@rmtools/contracts/auth/roles'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { notFound, Problem, staleVersion } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { scopeOf } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/events.ts'
import { mayGive } from '../users/rules.ts'
import { deleteRole, insertRole, roleById, rolesHere, updateRole } from './queries.ts'
import { assignablePermissions, checkPermissions } from './rules.ts'

export const rolesRoutes = (ports: AuthPorts) => {
  const { grants } = ports.config
  return implement('roles', roles, {
    list: async (_, { db, actor }) => ({
      items: (await rolesHere(db)).filter(({ code }) => mayGive(actor.role, code)),
      permissions: assignablePermissions(grants),
    }),

    create: async ({ code, name, permissions }, { db }) => {
      // A namesake of a system role would be taken for it, the platform's above all.
      if (systemRoles.some((role) => role === code)) throw new Problem(roleCodeTaken)
      checkPermissions(permissions, grants)
      return await found(db, await insertRole(db, { code, name, permissions }))
    },

    update: async ({ id, version, changes }, { db, actor }) => {
      await own(db, id)
      if (changes.permissions) checkPermissions(changes.permissions, grants)
      if (!(await updateRole(db, { id, version, name: changes.name ?? null, permissions: changes.permissions ?? null })))
        throw new Problem(staleVersion)
      if (changes.permissions) {
        await db.enter({ ...scopeOf(actor), realm: 'identity' })
        await endSessions(db, ports, { roleId: id }, 'role-changed')
        await db.enter(scopeOf(actor))
      }
      return await found(db, id)
    },

    remove: async ({ id }, { db }) => {
      await own(db, id)
      if (!(await deleteRole(db, id))) throw new Problem(notFound)
    },
  })
}

async function found(db: Db, id: string) {
  const role = await roleById(db, id)
  if (!role) throw new Problem(notFound)
  return role
}

async function own(db: Db, id: string): Promise<void> {
  if ((await found(db, id)).isSystem) throw new Problem(systemRoleFixed)
}
