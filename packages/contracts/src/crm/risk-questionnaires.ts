// The questionnaire of a risk profile: its questions, the scores of answers, and the bands of sums.
import Type, { type Static } from 'typebox'
import { Shape, Named } from '../endpoint.ts'
import { Text } from '../fields.ts'

const Labels = { labelId: Text(500), labelEn: Text(500) }

const Key = Type.String({ pattern: '^[a-z0-9-]{1,40}$' })

const Option = Named(
  'RiskOption',
  Shape({
    id: Key,
    ...Labels,
    score: Type.Integer({ minimum: 0, maximum: 100 }),
    maxBand: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 4,
        description: 'The highest band that this answer allows, whatever the score',
      }),
    ),
  }),
)

const Question = Named(
  'RiskQuestion',
  Shape({
    id: Key,
    ...Labels,
    options: Type.Array(Option, { minItems: 2, maxItems: 10 }),
  }),
)

const Bands = Type.Array(Type.Integer({ minimum: 0, maximum: 3000 }), {
  minItems: 5,
  maxItems: 5,
  description: 'The lowest score of band 1 to 5',
})

export const content = {
  questions: Type.Array(Question, { minItems: 1, maxItems: 30 }),
  bands: Bands,
}

export const RiskQuestionnaire = Named(
  'RiskQuestionnaire',
  Shape({ version: Type.Integer({ minimum: 1 }), ...content }),
)

export type RiskQuestionnaire = Static<typeof RiskQuestionnaire>

export type RiskQuestionnaireContent = Omit<RiskQuestionnaire, 'version'>

export const RiskAnswer = Named('RiskAnswer', Shape({ questionId: Key, optionId: Key }))

export type RiskAnswer = Static<typeof RiskAnswer>

type Choice = readonly [labelId: string, labelEn: string]

/**
 * Who needs the money within a year, would sell everything at a loss, or knows nothing of the
 * market must not be brought to risky products by other answers.
 */
const KNOCK_OUT = 2

/** A question; `firstCaps`: the first answer allows no band above a conservative one. */
function question(
  id: string,
  [labelId, labelEn]: Choice,
  choices: readonly Choice[],
  { firstCaps = false } = {},
): Static<typeof Question> {
  return {
    id,
    labelId,
    labelEn,
    options: choices.map(([optionId, optionEn], index) => ({
      id: `o${index + 1}`,
      labelId: optionId,
      labelEn: optionEn,
      score: index + 1,
      ...(firstCaps && index === 0 ? { maxBand: KNOCK_OUT } : {}),
    })),
  }
}

/** The built-in questionnaire, version 1: used until a company publishes its own. */
export const defaultQuestionnaire: RiskQuestionnaire = {
  version: 1,
  questions: [
    question(
      'horizon',
      ['Berapa lama dana ini akan Anda investasikan?', 'For how long will you invest this money?'],
      [
        ['Kurang dari 1 tahun', 'Less than a year'],
        ['1-2 tahun', '1-2 years'],
        ['2-3 tahun', '2-3 years'],
        ['3-5 tahun', '3-5 years'],
        ['Lebih dari 5 tahun', 'More than 5 years'],
      ],
      { firstCaps: true },
    ),
    question(
      'purpose',
      ['Apa tujuan investasi Anda?', 'What is the purpose of your investment?'],
      [
        ['Menjaga nilai pokok', 'Keep the capital'],
        ['Pendapatan rutin', 'Regular income'],
        ['Pendapatan dan pertumbuhan', 'Income and growth'],
        ['Pertumbuhan', 'Growth'],
        ['Pertumbuhan setinggi mungkin', 'The highest growth possible'],
      ],
    ),
    question(
      'experience',
      ['Produk apa yang pernah Anda miliki?', 'Which products have you held?'],
      [
        ['Tabungan dan deposito', 'Savings and deposits'],
        ['Reksa dana pasar uang', 'Money market funds'],
        ['Reksa dana pendapatan tetap atau obligasi', 'Bond funds or bonds'],
        ['Reksa dana campuran', 'Mixed funds'],
        ['Saham atau reksa dana saham', 'Shares or equity funds'],
      ],
    ),
    question(
      'loss',
      [
        'Jika nilai investasi Anda turun 20% dalam setahun, apa yang Anda lakukan?',
        'If your investment fell by 20% in a year, what would you do?',
      ],
      [
        ['Menjual semuanya', 'Sell everything'],
        ['Menjual sebagian', 'Sell a part'],
        ['Menunggu', 'Wait'],
        ['Menambah sedikit', 'Buy a little'],
        ['Menambah banyak', 'Buy a lot'],
      ],
      { firstCaps: true },
    ),
    question(
      'share',
      [
        'Berapa bagian kekayaan Anda yang akan diinvestasikan?',
        'What part of your wealth will you invest?',
      ],
      [
        ['Lebih dari 75%', 'More than 75%'],
        ['50-75%', '50-75%'],
        ['25-50%', '25-50%'],
        ['10-25%', '10-25%'],
        ['Kurang dari 10%', 'Less than 10%'],
      ],
    ),
    question(
      'knowledge',
      ['Seberapa paham Anda tentang pasar modal?', 'How well do you know the capital market?'],
      [
        ['Tidak paham', 'Not at all'],
        ['Sedikit', 'A little'],
        ['Cukup', 'Fairly'],
        ['Baik', 'Well'],
        ['Sangat baik', 'Very well'],
      ],
      { firstCaps: true },
    ),
  ],
  bands: [6, 11, 16, 21, 26],
}

/** The given option of each question; undefined when there is not exactly one for each. */
function optionsOf(
  { questions }: Pick<RiskQuestionnaireContent, 'questions'>,
  answers: readonly RiskAnswer[],
): Static<typeof Option>[] | undefined {
  if (answers.length !== questions.length) return undefined
  const given = questions.map(({ id, options }) => {
    const answer = answers.find(({ questionId }) => questionId === id)
    return options.find((one) => one.id === answer?.optionId)
  })
  return given.every((option) => option !== undefined) ? given : undefined
}

const ALL_BANDS = 5
const capOf = ({ maxBand = ALL_BANDS }: Static<typeof Option>) => maxBand

/**
 * Score and band (1 lowest risk to 5) of the answers; undefined when they are not exactly one
 * answer to each question. The band is that of the score, unless an answer allows less.
 */
export function assess(
  questionnaire: RiskQuestionnaireContent,
  answers: readonly RiskAnswer[],
): { score: number; band: number } | undefined {
  const given = optionsOf(questionnaire, answers)
  if (!given) return undefined
  const score = given.reduce((sum, option) => sum + option.score, 0)
  return { score, band: Math.min(bandOf(questionnaire, score), ...given.map(capOf)) }
}

/** The ids of the questions whose answers hold the band below that of the score. */
export function limitingQuestions(
  questionnaire: RiskQuestionnaireContent,
  answers: readonly RiskAnswer[],
): string[] {
  const given = optionsOf(questionnaire, answers)
  if (!given) return []
  const unlimited = bandOf(
    questionnaire,
    given.reduce((sum, { score }) => sum + score, 0),
  )
  return questionnaire.questions.flatMap(({ id }, index) => {
    const option = given[index]
    return option && capOf(option) < unlimited ? [id] : []
  })
}

/** For each limit (1 to 5) the sums of scores that answers reach under it, with their number. */
function waysBySum({ questions }: RiskQuestionnaireContent): ReadonlyMap<number, bigint>[] {
  const none = () => Array.from({ length: ALL_BANDS + 1 }, () => new Map<number, bigint>())
  const start = none()
  start[ALL_BANDS]?.set(0, 1n)
  return questions.reduce((before, { options }) => {
    const after = none()
    for (const option of options)
      for (const [limit, ways] of before.entries())
        for (const [sum, count] of ways) {
          const under = after[Math.min(limit, capOf(option))]
          const next = sum + option.score
          under?.set(next, (under.get(next) ?? 0n) + count)
        }
    return after
  }, start)
}

/** How many combinations of answers lead to each band, band 1 first. */
export function combinationsByBand(content: RiskQuestionnaireContent): bigint[] {
  const counts = Array.from({ length: ALL_BANDS }, () => 0n)
  for (const [limit, ways] of waysBySum(content).entries())
    for (const [sum, count] of ways) {
      const band = Math.min(limit, bandOf(content, sum))
      counts[band - 1] = (counts[band - 1] ?? 0n) + count
    }
  return counts
}

/** The bands (1 to 5) that no answers reach: a questionnaire must be able to assign every band. */
export function unreachableBands(content: RiskQuestionnaireContent): number[] {
  return combinationsByBand(content).flatMap((count, index) => (count === 0n ? [index + 1] : []))
}

const bandOf = ({ bands }: Pick<RiskQuestionnaireContent, 'bands'>, score: number) =>
  Math.max(1, bands.filter((lowest) => score >= lowest).length)

/** Whether ids differ and the bands are distinct; the lowest possible score falls into band 1. */
export function isSoundQuestionnaire({ questions, bands }: RiskQuestionnaireContent): boolean {
  const differ = (ids: string[]) => new Set(ids).size === ids.length
  const lowest = questions.reduce(
    (sum, { options }) => sum + Math.min(...options.map(({ score }) => score)),
    0,
  )
  const rises = bands.every((from, index) => index === 0 || from > (bands[index - 1] ?? 0))
  return (
    differ(questions.map(({ id }) => id)) &&
    questions.every(({ options }) => differ(options.map(({ id }) => id))) &&
    rises &&
    (bands[0] ?? 0) <= lowest
  )
}
