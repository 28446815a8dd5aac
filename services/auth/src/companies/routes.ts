import { companyPresets } from '@rmtools/contracts/auth/company-fields'
import { bibTenantFixed, companies, platformPerson } from '@rmtools/contracts/auth/companies'
import type { Input } from '@rmtools/contracts/endpoint'
import { phoneInvalid } from '@rmtools/contracts/auth/registration'
import { ownAccount, roleUnknown } from '@rmtools/contracts/auth/users'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '@rmtools/kit/db'
import { cursorId, pageOf } from '@rmtools/kit/paging'
import { toE164 } from '@rmtools/kit/phone'
import { identity, scopeOf, type Actor, type Scope } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { inviteAdministrator, projectCompany } from './tenants.ts'
import { askOffer, makeOffer } from './offers.ts'
import { drawnLogo } from './logo.ts'
import {
  activeCompany,
  closeCompany,
  companiesOf,
  insertCompany,
  membersOf,
  roleIn,
  switchCompany,
  tenantById,
  updateCompany,
  userByEmail,
  worksForPlatform,
} from './queries.ts'
import { checkColour } from './rules.ts'
import { askSettings } from './settings.ts'

/** Platform administrators see all companies; the permission was checked before. */
const acrossCompanies = (actor: Actor): Scope => ({ ...scopeOf(actor), realm: 'identity' })

function phoneOf(written: string | undefined): string | null {
  if (written === undefined) return null
  const phone = toE164(written)
  if (phone === undefined) throw new Problem(phoneInvalid)
  return phone
}

export const companiesRoutes = (ports: AuthPorts, inSystem: SystemTransaction) =>
  implement('companies', companies, {
    list: async ({ limit = 20, cursor, search = null, isActive = null }) =>
      pageOf(
        await inSystem(identity, (tx) =>
          companiesOf(tx, { before: cursorId(cursor), limit, search, isActive }),
        ),
        limit,
      ),

    get: async ({ id }) => await inSystem(identity, (tx) => found(tx, id)),

    create: async ({ code, name, logo = null, settings = {}, admin }, { db, actor }) => {
      checkColour(settings.brandColour)
      await db.enter(acrossCompanies(actor))
      const company = await insertCompany(db, {
        code,
        name,
        kind: 'tenant',
        logo,
        settings: { ...companyPresets(code), ...settings },
      })
      await projectCompany(db, company.id)
      if (admin)
        await inviteAdministrator(db, ports, {
          fullName: admin.fullName,
          email: admin.email.toLowerCase(),
          phone: phoneOf(admin.phone),
          createdBy: actor.userId,
          companyId: company.id,
          companyName: name,
          role: 'company-admin',
        })
      return company
    },

    update: async ({ id, version, changes }, { db, actor }) => {
      checkColour(changes.settings?.brandColour)
      await db.enter(acrossCompanies(actor))
      const seen = await found(db, id)
      const { now, waits } = await askSettings(db, ports, actor, {
        company: seen,
        settings: changes.settings ?? {},
      })
      const company = await updateCompany(db, { id, version, ...changes, settings: now })
      if (!company) throw new Problem(staleVersion)
      await projectCompany(db, id)
      return { ...company, waits }
    },

    activeOrDe: async (input, { db, actor }) => await activeOrDe(db, ports, actor, input),

    remove: async ({ id, version, reason }, { db, actor }) => {
      await db.enter(acrossCompanies(actor))
      await found(db, id)
      const decision = {
        id,
        version,
        reason,
        by: actor.userId,
        now: ports.clock.now().toISOString(),
      }
      if (!(await closeCompany(db, decision))) throw new Problem(staleVersion)
      await endSessions(db, ports, { memberOf: id }, 'company-closed')
      await projectCompany(db, id)
    },

    members: async ({ id, limit = 20, cursor, search = null }) => {
      const rows = await inSystem(identity, async (tx) => {
        await found(tx, id)
        return await membersOf(tx, { companyId: id, before: cursorId(cursor), limit, search })
      })
      const { items, nextCursor } = pageOf(
        rows.map(({ membershipId, ...member }) => ({ id: membershipId, member })),
        limit,
      )
      return { items: items.map(({ member }) => member), nextCursor }
    },

    addMember: async ({ id, email, role }, { db, actor }) =>
      await addMember(db, ports, actor, { id, email: email.toLowerCase(), role }),

    own: async (_, { db }) => {
      return existing(await activeCompany(db))
    },

    drawLogo: outside(async ({ bytes }) => ({ logo: await drawnLogo(bytes) })),

    updateOwn: async ({ version, settings, logo }, { db, actor }) => {
      checkColour(settings.brandColour)
      const own = await activeCompany(db)
      if (own?.version !== version) throw new Problem(staleVersion)
      // With another company's code, its book at Bib could be read.
      if (settings.bibTenant !== own.settings.bibTenant) throw new Problem(bibTenantFixed)
      const { now, waits } = await askSettings(db, ports, actor, { company: own, settings })
      const company = await updateCompany(db, { id: actor.companyId, version, settings: now, logo })
      if (!company) throw new Problem(staleVersion)
      await projectCompany(db, actor.companyId)
      return { ...company, waits }
    },
  })

async function found(db: Db, id: string) {
  return existing(await tenantById(db, id))
}

/** Activates or deactivates a company; deactivation ends its users' sessions. */
async function activeOrDe(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  input: Input<typeof companies.activeOrDe>,
) {
  const { id, decision, reason, version } = input
  const isActive = decision === 'activate'
  await db.enter(acrossCompanies(actor))
  const seen = await found(db, id)
  if (seen.version === version && seen.isActive === isActive) throw new Problem(wrongState)
  const company = await switchCompany(db, isActive, {
    id,
    version,
    reason,
    by: actor.userId,
    now: ports.clock.now().toISOString(),
  })
  if (!company) throw new Problem(staleVersion)
  if (!isActive) await endSessions(db, ports, { memberOf: id }, 'company-closed')
  await projectCompany(db, id)
  return company
}

/**
 * Offers membership in a further company. Only the platform's administrator may: a company must not
 * be able to search for people who work elsewhere.
 */
async function addMember(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { id, email, role }: { id: string; email: string; role: string },
) {
  await db.enter(acrossCompanies(actor))
  const company = await found(db, id)
  const userId = existing(await userByEmail(db, email))
  // Otherwise a platform administrator could, alone or with another, read a company's book
  // unnoticed.
  if (userId === actor.userId) throw new Problem(ownAccount)
  if (await worksForPlatform(db, userId)) throw new Problem(platformPerson)
  const given = role === 'platform-admin' ? undefined : await roleIn(db, id, role)
  if (!given) throw new Problem(roleUnknown)
  const offer = { userId, companyId: id, roleId: given.id, by: actor.userId }
  const waits = await askOffer(db, ports, actor, { offer, role: given, email })
  if (!waits) await makeOffer(db, ports, { offer, role, companyName: company.name })
  return { userId, waits }
}
