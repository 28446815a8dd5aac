// The parts of a case, read together.
import type { Db } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { accountsOf } from '../bank-accounts/queries.ts'
import { consentsOf } from '../consents/queries.ts'
import { documentsOf } from '../documents/queries.ts'
import { openForm, ruleContext } from '../kyc/save.ts'
import type { KycCase } from '../queries.ts'
import { ownCompany } from '../company/queries.ts'
import { profilesOf } from '../risk-profiles/queries.ts'

type Ports = Pick<CrmPorts, 'clock' | 'sealer'>

/** All parts of a case; the form has its secrets opened, for rules only. */
export async function partsOf(db: Db, investor: KycCase, ports: Ports) {
  const { id, companyId } = investor
  const [form, company, bankAccounts, documents, [riskProfile = null], consents] =
    await Promise.all([
      openForm(db, investor, ports),
      ownCompany(db, companyId),
      accountsOf(db, id),
      documentsOf(db, id),
      profilesOf(db, id, 1),
      consentsOf(db, id),
    ])
  const context = await ruleContext(db, form, ports)
  return {
    form,
    context,
    settings: company?.settings ?? {},
    bankAccounts,
    documents,
    riskProfile,
    consents,
  }
}
export type CaseParts = Awaited<ReturnType<typeof partsOf>>
