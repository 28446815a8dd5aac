import { isSoundQuestionnaire, questionnaireInvalid, riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { editAsRm } from '../editing.ts'
import { caseById } from '../queries.ts'
import { assessRisk } from './assessment.ts'
import { currentQuestionnaire, insertQuestionnaire, profilesOf } from './queries.ts'

const MAX_PROFILES = 100

export const riskProfileRoutes = (ports: CrmPorts) =>
  implement('riskProfiles', riskProfiles, {
    questionnaire: async (_, { db, actor }) => await currentQuestionnaire(db, actor.companyId),

    publish: async (content, { db, actor }) => {
      if (!isSoundQuestionnaire(content)) throw new Problem(questionnaireInvalid)
      const version = (await currentQuestionnaire(db, actor.companyId)).version + 1
      await insertQuestionnaire(db, version, content)
      return { version, ...content }
    },

    list: async ({ id }, { db }) => {
      if (!(await caseById(db, id))) throw new Problem(notFound)
      return { items: await profilesOf(db, id, MAX_PROFILES) }
    },

    create: async ({ id, ...given }, { db, actor }) => await assessRisk(db, await editAsRm(db, id, actor, true), given, ports),
  })
