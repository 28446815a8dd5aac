// Keeps crm's projection of companies up to date; invites the first administrator of a new
// installation.
import { companyPresets } from '@rmtools/contracts/auth/company-fields'
import type { Db, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { authJobs, type AuthHandlers } from '../jobs.ts'
import { notify, type OwnNotification } from '../notifications/notify.ts'
import { sendInvitation } from '../passwords/credentials.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { addUser } from '../users/people.ts'
import {
  administratorsOf,
  companyName,
  hasMembers,
  insertCompany,
  nameOf,
  platformId,
  projectedCompany,
  systemRoleId,
  tenantById,
  worksForPlatform,
} from './queries.ts'

/** Sends a company to crm once this transaction has committed. */
export async function projectCompany(db: Db, companyId: string): Promise<void> {
  await addJob(db, authJobs.projectionCompany, { companyId })
}

export function companyJobs(
  { crm }: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'projectionCompany'> {
  return {
    projectionCompany: async ({ companyId }) => {
      const company = await inSystem(identity, (tx) => projectedCompany(tx, companyId))
      if (company) await crm.putCompany(company)
    },
  }
}

/** Throws 404 unless the company exists. In the identity realm. */
export async function requireTenant(db: Db, companyId: string): Promise<void> {
  existing(await tenantById(db, companyId))
}

/** The company's name, even if it was closed. In the identity realm. */
export async function companyNamed(db: Db, companyId: string): Promise<string> {
  return await companyName(db, companyId)
}

export async function personNamed(db: Db, userId: string): Promise<string> {
  return await nameOf(db, userId)
}

/** Whether a user belongs to the platform. In the identity realm. */
export async function isOfPlatform(db: Db, userId: string): Promise<boolean> {
  return await worksForPlatform(db, userId)
}

export type CompanyNews = OwnNotification & { companyId: string; link?: string; except?: string }

/** Notifies a company's administrators, also by e-mail. In the identity realm. */
export async function notifyAdministrators(
  db: Db,
  ports: AuthPorts,
  { except, ...news }: CompanyNews,
): Promise<void> {
  for (const userId of await administratorsOf(db, news.companyId))
    if (userId !== except) await notify(db, ports, { ...news, userId, email: true })
}

export type FirstUser = {
  companyId: string
  companyName: string
  role: string
  fullName: string
  email: string
  phone: string | null
  createdBy: string | null
}

/** Invites somebody to administer a company. In the identity realm. */
export async function inviteAdministrator(
  tx: Transaction,
  ports: AuthPorts,
  { companyName, role, ...person }: FirstUser,
): Promise<void> {
  const roleId = await systemRoleId(tx, role)
  if (!roleId) throw new Error(`there is no role ${role}`)
  const userId = await addUser(tx, {
    ...person,
    roleId,
  })
  await sendInvitation(tx, ports, {
    userId,
    email: person.email,
    language: 'id',
    fullName: person.fullName,
    companyName,
  })
}

const PLATFORM_NAME = 'RMTools'

/**
 * Creates the platform's company and invites its first administrator: there is no default login
 * (SECURITY.md 10).
 */
export async function ensurePlatform(tx: Transaction, ports: AuthPorts): Promise<void> {
  const email = ports.config.PLATFORM_ADMIN_EMAIL?.toLowerCase()
  if (email === undefined || email === '') return
  const code = 'platform'
  const companyId =
    (await platformId(tx)) ??
    (
      await insertCompany(tx, {
        code,
        name: PLATFORM_NAME,
        kind: 'platform',
        logo: null,
        settings: companyPresets(code),
      })
    ).id
  if (await hasMembers(tx, companyId)) return
  await tx.enter({ ...identity, companyId })
  await inviteAdministrator(tx, ports, {
    companyId,
    companyName: PLATFORM_NAME,
    role: 'platform-admin',
    fullName: email,
    email,
    phone: null,
    createdBy: null,
  })
}
