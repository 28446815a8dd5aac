import type { QuestionnaireVersion, RiskProfile } from '@rmtools/contracts/crm/risk-profiles'
import {
  defaultQuestionnaire,
  type RiskAnswer,
  type RiskQuestionnaire,
  type RiskQuestionnaireContent,
} from '@rmtools/contracts/crm/risk-questionnaires'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'

const build = statements<CrmDb>()

/** The company's current questionnaire: its latest, or the built-in one. */
export async function currentQuestionnaire(db: Db, companyId: string): Promise<RiskQuestionnaire> {
  const row = await db.one(
    sql<RiskQuestionnaire>`select version, questions, bands from risk_questionnaire where company_id = ${companyId} order by version desc limit 1`,
  )
  return row ?? defaultQuestionnaire
}

/** A published questionnaire of the company, or the built-in one. */
export async function questionnaireOf(
  db: Db,
  companyId: string,
  version: number,
): Promise<RiskQuestionnaire | undefined> {
  if (version === defaultQuestionnaire.version) return defaultQuestionnaire
  return await db.one(
    sql<RiskQuestionnaire>`select version, questions, bands from risk_questionnaire where company_id = ${companyId} and version = ${version}`,
  )
}

/** The company's published questionnaires, newest first. */
export async function publishedVersions(
  db: Db,
  companyId: string,
  limit: number,
): Promise<QuestionnaireVersion[]> {
  return await db.all(sql<QuestionnaireVersion>`
    select q.version, q.published_at, jsonb_array_length(q.questions) as questions,
      (select u.full_name from known_user u where u.id = q.published_by) as published_by_name
    from risk_questionnaire q where q.company_id = ${companyId} order by q.version desc limit ${sql.lit(limit)}`)
}

/** Stores the next questionnaire of a company. */
export async function insertQuestionnaire(
  db: Db,
  version: number,
  { questions, bands }: RiskQuestionnaireContent,
): Promise<void> {
  await db.run(
    build
      .insertInto('riskQuestionnaire')
      .values({ version, questions: JSON.stringify(questions), bands: JSON.stringify(bands) }),
  )
}

const columns = sql`p.id, p.questionnaire_version, p.score, p.band, p.by, p.profiled_on, p.expires_on, p.created_at`

/** The risk profiles of an investor within the caller's reach, newest first; one a year. */
export async function profilesOf(
  db: Db,
  investorId: string,
  limit: number,
): Promise<RiskProfile[]> {
  return await db.all(sql<RiskProfile>`
    select ${columns} from investor_risk_profile p join investor i on i.id = p.investor_id
    where p.investor_id = ${investorId} order by p.id desc limit ${sql.lit(limit)}`)
}

/** A profile before it is stored. */
export type NewProfile = Omit<RiskProfile, 'id' | 'createdAt'> & {
  investorId: string
  answers: readonly RiskAnswer[]
}

/** Stores a profile and makes it the current one. */
export async function insertProfile(db: Db, profile: NewProfile): Promise<RiskProfile> {
  const { investorId, questionnaireVersion, score, band, by, profiledOn, expiresOn } = profile
  const answers = JSON.stringify(profile.answers)
  const stored = await db.one(sql<RiskProfile>`
    insert into investor_risk_profile as p (investor_id, questionnaire_version, answers, score, band, by, profiled_on, expires_on)
    values (${investorId}, ${questionnaireVersion}, ${answers}, ${score}, ${band}, ${by}, ${profiledOn}, ${expiresOn})
    returning ${columns}`)
  await db.run(
    build
      .updateTable('investor')
      .set({ riskBand: profile.band, riskExpiresOn: profile.expiresOn, updatedAt: sql`now()` })
      .where('id', '=', profile.investorId),
  )
  if (!stored) throw new Error('insert returned no row')
  return stored
}

/** A registered investor whose risk profile ends soon. */
export type EndingProfile = {
  id: string
  riskBand: number | null
  riskExpiresOn: string
  daysLeft: number
}
type Ending = { today: string; within: number; after: EndingProfile | undefined; limit: number }

/** A page of the company's investors whose profile ends within so many days, by its last day. */
export async function endingProfiles(
  db: Db,
  { today, within, after, limit }: Ending,
): Promise<EndingProfile[]> {
  const [date, id] = [after?.riskExpiresOn ?? null, after?.id ?? null]
  return await db.all(sql<EndingProfile>`
    select id, risk_band, risk_expires_on, risk_expires_on - ${today}::date as days_left from investor
    where status = 'registered' and risk_expires_on is not null and risk_expires_on between ${today}::date and ${today}::date + ${within}::int
      and (${date}::date is null or (risk_expires_on, id) > (${date}::date, ${id}::uuid))
    order by risk_expires_on, id limit ${sql.lit(limit)}`)
}
