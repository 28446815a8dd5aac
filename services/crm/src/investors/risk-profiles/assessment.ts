// Assessing the risk profile of an investor, by the RM or by the investor through a link.
import {
  answersInvalid,
  questionnaireChanged,
  riskProfileNotOpen,
  type RiskProfile,
} from '@rmtools/contracts/crm/risk-profiles'
import { assess, type RiskAnswer } from '@rmtools/contracts/crm/risk-questionnaires'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { dropWaiting } from '@rmtools/kit/second-person'
import { askSecond } from '../../pending-changes/asking.ts'
import { requestUpdate, requireOpen, type Editing } from '../case/editing.ts'
import { tellOfRisk } from '../news/telling.ts'
import { currentQuestionnaire, insertProfile } from './queries.ts'

export type Assessed = RiskProfile & { waits: boolean }
type Given = { questionnaireVersion: number; answers: readonly RiskAnswer[] }

/**
 * Scores the answers; the profile is valid for a year from today (WIB), because OJK requires a
 * yearly renewal.
 */
export async function assessRisk(
  db: Transaction,
  editing: Editing,
  { questionnaireVersion, answers }: Given,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<Assessed> {
  const { investor, by } = editing
  requireOpen(editing, '/riskProfile', riskProfileNotOpen)
  const questionnaire = await currentQuestionnaire(db, investor.companyId)
  if (questionnaire.version !== questionnaireVersion) throw new Problem(questionnaireChanged)
  const result = assess(questionnaire, answers)
  if (!result)
    throw new Problem(answersInvalid, { errors: [{ pointer: '/answers', code: 'incomplete' }] })
  const profiledOn = jakarta(clock.now()).date
  const expiresOn = yearAfter(profiledOn)
  const profile = {
    investorId: investor.id,
    questionnaireVersion,
    answers,
    ...result,
    by,
    profiledOn,
    expiresOn,
  }
  const subject = { kind: 'risk-rise', subject: investor.id } as const
  // A seller alone must not make riskier products available: somebody else approves a higher band
  // of a registered investor.
  const isRise =
    by === 'user' && investor.status === 'registered' && result.band > (investor.riskBand ?? 0)
  if (isRise) {
    const payload = { ...profile, was: investor.riskBand, investorName: investor.displayName }
    const waits = await askSecond(db, { ...subject, payload }, { clock })
    if (waits)
      return { ...profile, id: crypto.randomUUID(), createdAt: clock.now().toISOString(), waits }
  } else await dropWaiting(db, subject, clock.now())
  const stored = await insertProfile(db, profile)
  await tellOfRisk(db, investor, stored)
  await requestUpdate(db, investor)
  return { ...stored, waits: false }
}

/** The same date a year later; 28 February for 29 February. */
export function yearAfter(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`
  return next.endsWith('-02-29') ? next.replace(/29$/, '28') : next
}
