// Validation of a questionnaire before it is published, and its possible scores.
import {
  isSoundQuestionnaire,
  unreachableBands,
  type RiskQuestionnaireContent,
} from '@rmtools/contracts/crm/risk-questionnaires'
import { formatPercent } from '@rmtools/look/format'
import type { Bilingual, Language } from '@rmtools/look/words'
import { questionnaireWords as words } from './questionnaire-words.ts'

export type Content = RiskQuestionnaireContent
export type Question = Content['questions'][number]

/** The lowest and the highest possible total score. */
export function scoresOf({ questions }: Content): { lowest: number; highest: number } {
  const sum = (pick: (...scores: number[]) => number) =>
    questions.reduce((total, { options }) => total + pick(...options.map(({ score }) => score)), 0)
  return { lowest: sum(Math.min), highest: sum(Math.max) }
}

/** The limit of an answer that allows every band. */
export const NO_LIMIT = 5
/** The limits that an answer can have: none first, then the strictest. */
export const limits = [NO_LIMIT, 1, 2, 3, 4] as const

/** An answer with another limit. */
export function limited(
  { maxBand: _, ...option }: Question['options'][number],
  limit: number,
): Question['options'][number] {
  return limit === NO_LIMIT ? option : { ...option, maxBand: limit }
}

/** A number from 1 to 5 as a band. */
export function bandAt(band: number): 1 | 2 | 3 | 4 | 5 {
  return ([1, 2, 3, 4, 5] as const).find((one) => one === band) ?? 1
}

/** The share of one count in all, in per cent. */
export function shareOf(count: bigint, counts: readonly bigint[], language: Language): string {
  const all = counts.reduce((sum, one) => sum + one, 0n)
  const hundredths = all === 0n ? 0 : Number((count * 10_000n + all / 2n) / all)
  return formatPercent((hundredths / 100).toFixed(2), language)
}

type Fault = { text: Bilingual; values?: Record<string, number> }

/** The faults in words; empty if it can be published. */
export function questionnaireFaults(content: Content): Fault[] {
  const { questions, bands } = content
  const { lowest, highest } = scoresOf(content)
  const labelled = [...questions, ...questions.flatMap(({ options }) => options)]
  const scores = questions.flatMap(({ options }) => options.map(({ score }) => score))
  const areScores = scores.every((score) => Number.isInteger(score) && score >= 0 && score <= 100)
  const last = bands.at(-1) ?? 0
  // Reported only if nothing simpler is wrong.
  const isReachable =
    areScores && bands.every(Number.isInteger) && isSoundQuestionnaire(content) && last <= highest
  return [
    ...(labelled.every(({ labelId, labelEn }) => labelId.trim() && labelEn.trim())
      ? []
      : [{ text: words.faultLabels }]),
    ...(areScores ? [] : [{ text: words.faultScores }]),
    ...(areScores && !(bands.every(Number.isInteger) && isSoundQuestionnaire(content))
      ? [{ text: words.faultBands, values: { lowest } }]
      : []),
    ...(areScores && last > highest
      ? [{ text: words.faultUnreachable, values: { from: last, highest } }]
      : []),
    ...(isReachable
      ? unreachableBands(content)
          .slice(0, 1)
          .map((band) => ({ text: words.faultBand, values: { band } }))
      : []),
  ]
}

/** An id that is not in use yet. */
export function freshKey(prefix: string, taken: readonly { id: string }[]): string {
  for (let number = taken.length + 1; ; number++)
    if (!taken.some(({ id }) => id === `${prefix}${number}`)) return `${prefix}${number}`
}

/** The list with one item moved by a step. */
export function moved<T>(list: readonly T[], from: number, step: number): T[] {
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(from + step, 0, item)
  return next
}
