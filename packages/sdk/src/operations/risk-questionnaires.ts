// Generated from the contracts by `npm run generate`. Do not edit.

export type RiskAnswer = {
  questionId: string
  optionId: string
}

export type RiskOption = {
  id: string
  labelId: string
  labelEn: string
  score: number
  /** The highest band that this answer allows, whatever the score */
  maxBand?: number
}

export type RiskQuestion = {
  id: string
  labelId: string
  labelEn: string
  options: Array<RiskOption>
}

export type RiskQuestionnaire = {
  version: number
  questions: Array<RiskQuestion>
  /** The lowest score of band 1 to 5 */
  bands: Array<number>
}
