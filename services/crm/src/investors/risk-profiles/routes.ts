import { defaultQuestionnaire, isSoundQuestionnaire, questionnaireInvalid, riskProfiles } from '@rmtools/contracts/crm/risk-profiles'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { editAsRm } from '../editing.ts'
import { caseById } from '../queries.ts'
import { assessRisk } from './assessment.ts'
import { currentQuestionnaire, insertQuestionnaire, profilesOf, publishedVersions, questionnaireOf } from './queries.ts'

const MAX_PROFILES = 100
// One a month for sixteen years.
const MAX_VERSIONS = 200

export const riskProfileRoutes = (ports: CrmPorts) =>
  implement('riskProfiles', riskProfiles, {
    questionnaire: async (_, { db, actor }) => await currentQuestionnaire(db, actor.companyId),

    versions: async (_, { db, actor }) => {
      const { version, questions } = defaultQuestionnaire
      const builtIn = { version, publishedAt: null, publishedByName: null, questions: questions.length }
      return { items: [...(await publishedVersions(db, actor.companyId, MAX_VERSIONS)), builtIn] }
    },

    version: async ({ version }, { db, actor }) => {
      const found = await questionnaireOf(db, actor.companyId, version)
      if (!found) throw new Problem(notFound)
      return found
    },

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

    create: async ({ id, ...given }, { db, actor }) =>
      await assessRisk(db, await editAsRm(db, id, actor, { isMaintenance: true }), given, ports),
  })
