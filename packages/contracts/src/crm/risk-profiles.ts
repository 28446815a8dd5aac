// The risk profile of an investor: a questionnaire, a score and one of five bands, renewed yearly.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, CalendarDate, Id, Instant } from '../fields.ts'
import { problemKind, wrongState } from '../problem.ts'
import { consentNotInForce } from './consents.ts'
import { Waits } from './four-eyes.ts'
import {
  content,
  RiskAnswer,
  RiskQuestionnaire,
  defaultQuestionnaire,
} from './risk-questionnaires.ts'

export const answersInvalid = problemKind(
  'answers-invalid',
  422,
  'Every question needs exactly one of its answers',
)

export const questionnaireChanged = problemKind(
  'questionnaire-changed',
  409,
  'There is a newer questionnaire; load it again',
)

export const questionnaireInvalid = problemKind(
  'questionnaire-invalid',
  422,
  'Ids must differ, and the bands must rise from the lowest score',
)

export const bandUnreachable = problemKind(
  'band-unreachable',
  422,
  'Some bands cannot be reached by any answers',
)

export const riskProfileNotOpen = problemKind(
  'risk-profile-not-open',
  422,
  'The risk profile was not returned for change',
)

export const questionnaireVersionTaken = problemKind(
  'questionnaire-version-taken',
  409,
  'Somebody has just published a questionnaire',
)

export const RiskProfile = Named(
  'RiskProfile',
  Shape({
    id: Id,
    questionnaireVersion: Type.Integer(),
    score: Type.Integer(),
    band: Type.Integer({ minimum: 1, maximum: 5 }),
    by: OneOf(['user', 'investor']),
    profiledOn: CalendarDate,
    expiresOn: CalendarDate,
    createdAt: Instant,
  }),
)

export type RiskProfile = Static<typeof RiskProfile>

export const AnswersOfVersion = {
  questionnaireVersion: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  answers: Type.Array(RiskAnswer, { minItems: 1, maxItems: 30 }),
}

export const profileProblems = [
  wrongState,
  answersInvalid,
  questionnaireChanged,
  riskProfileNotOpen,
  consentNotInForce,
]

/** A version, without its questions. The built-in one has no publication date or author. */
export const QuestionnaireVersion = Named(
  'QuestionnaireVersion',
  Shape({
    version: Type.Integer({ minimum: 1 }),
    publishedAt: Nullable(Instant),
    publishedByName: Nullable(Type.String()),
    questions: Type.Integer({ minimum: 1, description: 'How many' }),
  }),
)

export type QuestionnaireVersion = Static<typeof QuestionnaireVersion>

const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')

export const riskProfiles = {
  questionnaire: endpoint({
    method: 'GET',
    path: '/crm/risk-questionnaire',
    summary: 'The questionnaire that the company uses now',
    access: 'session',
    reply: RiskQuestionnaire,
  }),
  versions: endpoint({
    method: 'GET',
    path: '/crm/risk-questionnaire/versions',
    summary:
      'Questionnaires that the company has used, newest first, the built-in questionnaire last',
    access: readers,
    reply: Shape({ items: Type.Array(QuestionnaireVersion) }),
  }),
  version: endpoint({
    method: 'GET',
    path: '/crm/risk-questionnaire/versions/{version}',
    summary: 'A questionnaire as it was published',
    description: 'The questions of all profiles made with this version.',
    access: readers,
    params: Shape({ version: Type.Integer({ minimum: 1, maximum: 2147483647 }) }),
    reply: RiskQuestionnaire,
  }),
  publish: endpoint({
    method: 'POST',
    path: '/crm/risk-questionnaire',
    summary: 'Publish a questionnaire, once a second person approves it',
    description:
      'The current questionnaire is used until then. Profiles made with earlier versions stay valid until they expire.',
    access: can('master-data.write', 'company-admin'),
    body: Shape(content, {
      examples: [{ questions: defaultQuestionnaire.questions, bands: defaultQuestionnaire.bands }],
    }),
    reply: Shape({ ...RiskQuestionnaire.properties, waits: Waits }),
    status: 201,
    idempotent: true,
    problems: [questionnaireInvalid, bandUnreachable, questionnaireVersionTaken],
  }),
  list: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/risk-profiles',
    summary: 'Risk profiles of an investor, newest first',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(RiskProfile) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/risk-profiles',
    summary: 'Assess the risk profile from the answers; it is valid for a year',
    description:
      'For a registered investor, a higher band takes effect and goes to Bib once a reviewer approves it.',
    access: can('investor.write', 'rm'),
    params: ById,
    body: Shape(AnswersOfVersion),
    reply: Shape({ ...RiskProfile.properties, waits: Waits }),
    status: 201,
    idempotent: true,
    problems: profileProblems,
  }),
}
