// crm keeps a projection of companies; a new installation gets its first administrator.
import type { Db, Transaction } from '@rmtools/kit/db'
import { addJob, type JobHandlers } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { sendInvitation } from '../passwords/events.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { addUser } from '../users/events.ts'
import { hasMembers, insertCompany, platformId, projectedCompany, systemRoleId } from './queries.ts'
import { defaultSettings } from './rules.ts'

/** Tells crm of a company, once this transaction has committed. */
export async function projectCompany(db: Db, companyId: string): Promise<void> {
  await addJob(db, 'projection.company', { companyId }, { key: `company:${companyId}` })
}

export function companyJobs({ crm }: AuthPorts, inSystem: SystemTransaction): JobHandlers {
  return {
    'projection.company': async ({ companyId }: { companyId: string }) => {
      const company = await inSystem(identity, (tx) => projectedCompany(tx, companyId))
      if (company) await crm.putCompany(company)
    },
  }
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
export async function inviteAdministrator(tx: Transaction, ports: AuthPorts, { companyName, role, ...person }: FirstUser): Promise<void> {
  const roleId = await systemRoleId(tx, role)
  if (!roleId) throw new Error(`there is no role ${role}`)
  const userId = await addUser(tx, { ...person, roleId, language: 'id', licenceNumber: null, licenceExpiresOn: null })
  await sendInvitation(tx, ports, { userId, email: person.email, language: 'id', fullName: person.fullName, companyName })
}

const PLATFORM_NAME = 'RMTools'

/** The platform's company, and an invitation to its first administrator: there is no default login (SECURITY.md 10). */
export async function ensurePlatform(tx: Transaction, ports: AuthPorts): Promise<void> {
  const email = ports.config.PLATFORM_ADMIN_EMAIL?.toLowerCase()
  if (email === undefined || email === '') return
  const code = 'platform'
  const companyId =
    (await platformId(tx)) ??
    (await insertCompany(tx, { code, name: PLATFORM_NAME, kind: 'platform', logo: null, settings: defaultSettings(code) })).id
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
