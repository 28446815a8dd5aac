import { roleCodeTaken, roles, systemRoleFixed } from '@rmtools/contracts/auth/roles'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { notFound, Problem, staleVersion } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import type { AuthPorts } from '../ports.ts'
import { mayGive } from '../users/rules.ts'
import { askRoleChange, changeRole } from './changes.ts'
import { deleteRole, insertRole, roleById, rolesHere } from './queries.ts'
import { assignablePermissions, checkPermissions } from './rules.ts'

export const rolesRoutes = (ports: AuthPorts) => {
  const { grants } = ports.config
  return implement('roles', roles, {
    list: async (_, { db, actor }) => ({
      items: (await rolesHere(db)).filter(({ code }) => mayGive(actor.role, code)),
      permissions: assignablePermissions(grants),
    }),

    create: async ({ code, name, permissions }, { db }) => {
      // A role with a system role's name would be mistaken for it, most dangerously for the
      // platform's.
      if (systemRoles.some((role) => role === code)) throw new Problem(roleCodeTaken)
      checkPermissions(permissions, grants)
      return await found(db, await insertRole(db, { code, name, permissions }))
    },

    update: async ({ id, version, changes }, { db, actor }) => {
      const role = await own(db, id)
      if (changes.permissions) checkPermissions(changes.permissions, grants)
      if (role.version !== version) throw new Problem(staleVersion)
      const waits = await askRoleChange(db, ports, actor, { role, changes })
      if (!waits && !(await changeRole(db, ports, actor, { id, version, changes })))
        throw new Problem(staleVersion)
      return { ...(await found(db, id)), waits }
    },

    remove: async ({ id }, { db }) => {
      await own(db, id)
      if (!(await deleteRole(db, id))) throw new Problem(notFound)
    },
  })
}

async function found(db: Db, id: string) {
  return existing(await roleById(db, id))
}

async function own(db: Db, id: string) {
  const role = await found(db, id)
  if (role.isSystem) throw new Problem(systemRoleFixed)
  return role
}
