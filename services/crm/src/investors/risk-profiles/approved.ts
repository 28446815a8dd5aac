// The effect of a second person's approval of a questionnaire or of a higher band.
import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isMaker } from '@rmtools/contracts/crm/investor-review'
import type { RiskQuestionnaireContent } from '@rmtools/contracts/crm/risk-questionnaires'
import { Problem } from '@rmtools/contracts/problem'
import { changeOvertaken } from '@rmtools/contracts/second-person'
import type { Changes } from '@rmtools/kit/second-person'
import { requireConsents } from '../consents/giving.ts'
import { notifyRmOfCase } from '../../notifications/notify.ts'
import { lockedCase, requestUpdate } from '../case/editing.ts'
import { tellOfRisk } from '../news/telling.ts'
import { noteEvent } from '../queries.ts'
import {
  currentQuestionnaire,
  insertProfile,
  insertQuestionnaire,
  type NewProfile,
} from './queries.ts'

export const riskChanges: Changes = {
  'risk-questionnaire': async (db, { questions, bands }: RiskQuestionnaireContent, { companyId }) =>
    await insertQuestionnaire(db, (await currentQuestionnaire(db, companyId)).version + 1, {
      questions,
      bands,
    }),
  'risk-rise': async (
    db,
    { was, investorName: _, ...profile }: NewProfile & { was: number | null; investorName: string },
    { userId },
  ) => {
    const investor = await lockedCase(db, profile.investorId)
    if (isMaker(investor, userId)) throw new Problem(fourEyes)
    if (investor.status !== 'registered' || investor.riskBand !== was)
      throw new Problem(changeOvertaken)
    await requireConsents(db, investor.id)
    await tellOfRisk(db, investor, await insertProfile(db, profile))
    const detail = `${was ?? '-'} → ${profile.band}`
    await noteEvent(db, {
      investorId: investor.id,
      kind: 'risk-raised',
      status: investor.status,
      by: 'user',
      detail,
    })
    await requestUpdate(db, investor)
    await notifyRmOfCase(db, investor, {
      kind: 'investor.risk-raised',
      params: { investorName: investor.displayName },
    })
  },
}
