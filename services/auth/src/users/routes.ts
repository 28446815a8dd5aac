import { phoneInvalid } from '@rmtools/contracts/auth/registration'
import { userValues } from '@rmtools/contracts/auth/user-fields'
import { ownAccount, roleUnknown, users } from '@rmtools/contracts/auth/users'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { cursorId, pageOf } from '@rmtools/kit/paging'
import { toE164 } from '@rmtools/kit/phone'
import { scopeOf, type Actor, type Scope } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { sendInvitation } from '../passwords/credentials.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { approveOrReject, activeOrDe } from './decisions.ts'
import { projectUser } from './people.ts'
import { askInvitation, asWaiting, invite } from './invitations.ts'
import {
  activeCompanyName,
  deleteMembership,
  lockMember,
  retireUser,
  roleByCode,
  updateUser,
  userById,
  usersOf,
  userTotal,
  type Subject,
} from './queries.ts'
import { askRole, putRole } from './roles-given.ts'
import { checkDecision, checkPower, checkRole } from './rules.ts'

/**
 * The actor in the identity realm: for writes that the tenant's view of a user does not allow. Only
 * use it after finding the user in that view.
 */
const asIdentity = (actor: Actor): Scope => ({ ...scopeOf(actor), realm: 'identity' })

export const usersRoutes = (ports: AuthPorts) =>
  implement('users', users, {
    list: async ({ limit = 20, cursor, ...filter }, { db }) => {
      const [rows, total] = await Promise.all([
        usersOf(db, { ...filter, after: cursorId(cursor), limit }),
        userTotal(db, filter),
      ])
      // A user who works for two of the companies is listed twice: the cursor is the membership's.
      const { items, nextCursor } = pageOf(
        rows.map((user) => ({ id: user.membershipId, user })),
        limit,
      )
      return { items: items.map(({ user }) => user), nextCursor, ...total }
    },

    get: async ({ id }, { db }) => await found(db, id),

    create: async ({ phone, role, ...fields }, { db, actor }) => {
      const number = phone === undefined ? null : toE164(phone)
      if (number === undefined) throw new Problem(phoneInvalid)
      const given = await givable(db, actor, role)
      checkPower(actor, given.permissions)
      const person = userValues({ ...fields, email: fields.email.toLowerCase(), phone: number })
      const invitation = { ...person, roleId: given.id, createdBy: actor.userId }
      const waiting = await askInvitation(db, ports, actor, { invitation, role: given })
      if (waiting !== undefined) {
        const change = {
          id: waiting,
          companyId: actor.companyId,
          now: ports.clock.now().toISOString(),
        }
        return { ...asWaiting(change, invitation, given.code), waits: true }
      }
      return { ...(await found(db, await invite(db, ports, actor, invitation))), waits: false }
    },

    update: async ({ id, version, changes }, { db, actor }) => {
      const subject = existing(await lockMember(db, id))
      if (subject.version !== version) throw new Problem(staleVersion)
      const { role, ...fields } = changes
      const waits = role !== undefined && (await changeRole(db, ports, actor, { subject, role }))
      if (!waits || Object.keys(fields).length > 0) {
        await updateUser(db, id, fields)
        await projectUser(db, id)
      }
      return { ...(await found(db, id)), waits }
    },

    remove: async ({ id, version }, { db, actor }) => {
      const subject = existing(await lockMember(db, id))
      checkDecision(actor.userId, subject, version)
      await deleteMembership(db, subject.membershipId)
      await db.enter(asIdentity(actor))
      await endSessions(db, ports, { userId: id }, 'removed-from-company')
      await retireUser(db, id, ports.clock.now().toISOString())
      await projectUser(db, id)
    },

    approveOrReject: async (input, { db, actor }) => await approveOrReject(db, ports, actor, input),
    activeOrDe: async (input, { db, actor }) => await activeOrDe(db, ports, actor, input),

    reinvite: async ({ id }, { db, actor }) => {
      const subject = existing(await lockMember(db, id))
      const { email, language, fullName, hasPassword } = subject
      if (hasPassword || email === null) throw new Problem(wrongState)
      const companyName = await activeCompanyName(db)
      await db.enter(asIdentity(actor))
      await sendInvitation(db, ports, { userId: id, email, language, fullName, companyName })
    },
  })

async function found(db: Db, id: string) {
  return existing(await userById(db, id))
}

type RoleChange = { subject: Subject; role: string }

/**
 * Assigns another role, or submits it for approval; returns true if it waits. Nobody changes their
 * own.
 */
async function changeRole(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { subject, role: code }: RoleChange,
): Promise<boolean> {
  const role = await givable(db, actor, code)
  if (role.id === subject.roleId) return false
  if (subject.id === actor.userId) throw new Problem(ownAccount)
  checkPower(actor, [...role.permissions, ...subject.permissions])
  if (
    await askRole(db, ports, actor, { kind: 'user-role', subject, role, had: subject.permissions })
  )
    return true
  await putRole(db, ports, actor, { subject, roleId: role.id })
  return false
}

async function givable(db: Transaction, actor: Actor, code: string) {
  checkRole(actor.role, code)
  const role = await roleByCode(db, code)
  if (!role) throw new Problem(roleUnknown)
  return role
}
