// Settings that concern money wait for a second person of the company, even if the platform changes
// them.
import { keysOf } from '@rmtools/contracts/keys'
import type { Company, CompanySettings } from '@rmtools/contracts/auth/companies'
import { moneySettings } from '@rmtools/contracts/auth/company-fields'
import { Problem } from '@rmtools/contracts/problem'
import { changeOvertaken } from '@rmtools/contracts/second-person'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import type { Changes } from '@rmtools/kit/second-person'
import { askSecond } from '../pending-changes/asking.ts'
import type { AuthPorts } from '../ports.ts'
import { projectCompany } from './tenants.ts'
import { lockActiveCompany, updateCompany } from './queries.ts'
import { changedMoney } from './rules.ts'

type Settings = Partial<CompanySettings>
type Asked = { company: Company; settings: Settings }

/**
 * Submits changes of money settings for approval, and returns the settings to write now. Leaves the
 * scope unchanged.
 */
export async function askSettings(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { company, settings }: Asked,
): Promise<{ now: Settings; waits: boolean }> {
  const will = changedMoney(company.settings, settings)
  if (Object.keys(will).length === 0) return { now: settings, waits: false }
  const was = Object.fromEntries(keysOf(will).map((name) => [name, company.settings[name]]))
  const { scope } = db
  await db.enter({ ...scopeOf(actor), companyId: company.id, ownerId: null })
  const waiting = await askSecond(db, ports, actor, {
    kind: 'company-settings',
    subject: company.id,
    payload: { settings: will, was },
  })
  await db.enter(scope)
  if (waiting === undefined) return { now: settings, waits: false }
  const now = Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in will)))
  return { now, waits: true }
}

/**
 * The effect of a second person's approval: other settings may have changed meanwhile, these may
 * not.
 */
export const settingsChanges: Changes = {
  'company-settings': async (db, { settings, was }: { settings: Settings; was: Settings }) => {
    const company = await lockActiveCompany(db)
    const isAsSeen =
      company &&
      moneySettings.every((name) => !(name in was) || company.settings[name] === was[name])
    if (!isAsSeen) throw new Problem(changeOvertaken)
    if (!(await updateCompany(db, { id: company.id, version: company.version, settings })))
      throw new Problem(changeOvertaken)
    await projectCompany(db, company.id)
  },
}
