// Submitting a case for review, by the RM or by the investor through a link.
import { kycIncomplete } from '@rmtools/contracts/crm/investor-problems'
import { Problem, staleVersion } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { contactsIn } from '../contacts/rules.ts'
import { refuseStaffContacts } from '../contacts/staff.ts'
import { faultsOf } from './detail.ts'
import { partsOf } from './parts.ts'
import { type Editing } from './editing.ts'
import { notifyOfCase } from '../../notifications/notify.ts'
import { markSubmitted, noteEvent, type KycCase } from '../queries.ts'
import { reviewersOf } from '../company/queries.ts'
import { resolveReasons } from '../review/queries.ts'

type Submission = { version: number; userId: string | null }

/**
 * Submits a locked case. Throws kyc-incomplete with a pointer for each missing item,
 * contact-of-staff, stale-version.
 */
export async function submitCase(
  db: Transaction,
  { investor, by }: Editing,
  { version, userId: submitter }: Submission,
  ports: Pick<CrmPorts, 'clock' | 'sealer'>,
): Promise<KycCase> {
  if (investor.version !== version) throw new Problem(staleVersion)
  // After a registration by link nobody has met the investor yet: the approver verifies them (POJK
  // 8/2023 art. 21).
  const current: KycCase =
    by === 'investor' ? { ...investor, verificationMethod: 'non-face-to-face' } : investor
  const parts = await partsOf(db, current, ports)
  const errors = faultsOf(current, parts)
  if (errors.length > 0) throw new Problem(kycIncomplete, { errors })
  await refuseStaffContacts(db, contactsIn(investor.kind, parts.form))
  const at = ports.clock.now().toISOString()
  const submitted = await markSubmitted(db, current, { at, userId: submitter })
  if (!submitted) throw new Problem(staleVersion)
  await resolveReasons(db, investor.id, at)
  await noteEvent(db, { investorId: investor.id, kind: 'submitted', status: 'submitted', by })
  // A resubmission notifies the reviewer who returned the case; a new case notifies all reviewers.
  const kind = investor.reviewedBy === null ? 'investor.submitted' : 'investor.resubmitted'
  const waiting =
    investor.reviewedBy === null ? await reviewersOf(db, investor.companyId) : [investor.reviewedBy]
  for (const userId of waiting)
    await notifyOfCase(db, userId, investor.id, {
      kind,
      params: { investorName: investor.displayName },
    })
  return submitted
}
