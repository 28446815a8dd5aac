import {
  bandUnreachable,
  questionnaireInvalid,
  riskProfiles,
} from '@rmtools/contracts/crm/risk-profiles'
import {
  defaultQuestionnaire,
  isSoundQuestionnaire,
  unreachableBands,
  type RiskQuestionnaireContent,
} from '@rmtools/contracts/crm/risk-questionnaires'
import { Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { askSecond } from '../../pending-changes/asking.ts'
import { editAsRm } from '../case/editing.ts'
import { caseById } from '../queries.ts'
import { assessRisk } from './assessment.ts'
import {
  currentQuestionnaire,
  insertQuestionnaire,
  profilesOf,
  publishedVersions,
  questionnaireOf,
} from './queries.ts'

const MAX_PROFILES = 100
// One a month for sixteen years.
const MAX_VERSIONS = 200

export const riskProfileRoutes = (ports: CrmPorts) =>
  implement('riskProfiles', riskProfiles, {
    questionnaire: async (_, { db, actor }) => await currentQuestionnaire(db, actor.companyId),

    versions: async (_, { db, actor }) => {
      const { version, questions } = defaultQuestionnaire
      const builtIn = {
        version,
        publishedAt: null,
        publishedByName: null,
        questions: questions.length,
      }
      return { items: [...(await publishedVersions(db, actor.companyId, MAX_VERSIONS)), builtIn] }
    },

    version: async ({ version }, { db, actor }) => {
      return existing(await questionnaireOf(db, actor.companyId, version))
    },

    publish: async (content, { db, actor }) => {
      requireSound(content)
      const version = (await currentQuestionnaire(db, actor.companyId)).version + 1
      const waits = await askSecond(
        db,
        { kind: 'risk-questionnaire', subject: 'risk-questionnaire', payload: content },
        { ...ports, isGuest: actor.isGuest },
      )
      if (!waits) await insertQuestionnaire(db, version, content)
      return { version, ...content, waits }
    },

    list: async ({ id }, { db }) => {
      existing(await caseById(db, id))
      return { items: await profilesOf(db, id, MAX_PROFILES) }
    },

    create: async ({ id, ...given }, { db, actor }) =>
      await assessRisk(db, await editAsRm(db, id, actor, { isMaintenance: true }), given, ports),
  })

/**
 * Throws questionnaire-invalid, or band-unreachable with a pointer for each band that no answers
 * reach.
 */
function requireSound(content: RiskQuestionnaireContent): void {
  if (!isSoundQuestionnaire(content)) throw new Problem(questionnaireInvalid)
  const errors = unreachableBands(content).map((band) => ({
    pointer: `/bands/${band - 1}`,
    code: 'band-unreachable',
    detail: String(band),
  }))
  if (errors.length > 0) throw new Problem(bandUnreachable, { errors })
}
