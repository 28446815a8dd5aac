// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Id, Instant } from './fields.ts'
import type { Waits } from './four-eyes.ts'
import type { RiskAnswer, RiskQuestion, RiskQuestionnaire } from './risk-questionnaires.ts'

export type QuestionnaireVersion = {
  version: number
  publishedAt: Instant | null
  publishedByName: string | null
  /** How many */
  questions: number
}

export type RiskProfile = {
  id: Id
  questionnaireVersion: number
  score: number
  band: number
  by: 'user' | 'investor'
  profiledOn: CalendarDate
  expiresOn: CalendarDate
  createdAt: Instant
}

export type RiskProfilesQuestionnaireInput = {
}

export type RiskProfilesVersionsInput = {
}

export type RiskProfilesVersionInput = {
  version: number
}

export type RiskProfilesPublishInput = {
  questions: Array<RiskQuestion>
  /** The lowest score of band 1 to 5 */
  bands: Array<number>
}

export type RiskProfilesListInput = {
  id: Id
}

export type RiskProfilesCreateInput = {
  id: Id
  questionnaireVersion: number
  answers: Array<RiskAnswer>
}

export type RiskProfilesApi = {
  /** The questionnaire that the company uses now */
  questionnaire: Method<RiskProfilesQuestionnaireInput, RiskQuestionnaire>
  /**
   * Questionnaires that the company has used, newest first, the built-in questionnaire last
   *
   * Needs the permission `investor.read`.
   */
  versions: Method<RiskProfilesVersionsInput, {
    items: Array<QuestionnaireVersion>
  }>
  /**
   * A questionnaire as it was published
   *
   * The questions of all profiles made with this version.
   *
   * Needs the permission `investor.read`.
   */
  version: Method<RiskProfilesVersionInput, RiskQuestionnaire>
  /**
   * Publish a questionnaire, once a second person approves it
   *
   * The current questionnaire is used until then. Profiles made with earlier versions stay valid until they expire.
   *
   * Needs the permission `master-data.write`.
   */
  publish: Method<RiskProfilesPublishInput, {
    version: number
    questions: Array<RiskQuestion>
    /** The lowest score of band 1 to 5 */
    bands: Array<number>
    waits: Waits
  }>
  /**
   * Risk profiles of an investor, newest first
   *
   * Needs the permission `investor.read`.
   */
  list: Method<RiskProfilesListInput, {
    items: Array<RiskProfile>
  }>
  /**
   * Assess the risk profile from the answers; it is valid for a year
   *
   * For a registered investor, a higher band takes effect and goes to Bib once a reviewer approves it.
   *
   * Needs the permission `investor.write`.
   */
  create: Method<RiskProfilesCreateInput, {
    id: Id
    questionnaireVersion: number
    score: number
    band: number
    by: 'user' | 'investor'
    profiledOn: CalendarDate
    expiresOn: CalendarDate
    createdAt: Instant
    waits: Waits
  }>
}

export const riskProfiles = {
  questionnaire: {"method":"GET","path":"/crm/risk-questionnaire","reply":"json"},
  versions: {"method":"GET","path":"/crm/risk-questionnaire/versions","reply":"json"},
  version: {"method":"GET","path":"/crm/risk-questionnaire/versions/{version}","reply":"json"},
  publish: {"method":"POST","path":"/crm/risk-questionnaire","body":["questions","bands"],"reply":"json","needsKey":true},
  list: {"method":"GET","path":"/crm/investors/{id}/risk-profiles","reply":"json"},
  create: {"method":"POST","path":"/crm/investors/{id}/risk-profiles","body":["questionnaireVersion","answers"],"reply":"json","needsKey":true},
} as const satisfies Operations[string]
