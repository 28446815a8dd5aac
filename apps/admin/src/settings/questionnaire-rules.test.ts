import { expect, test } from 'vitest'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import {
  freshKey,
  limited,
  moved,
  NO_LIMIT,
  questionnaireFaults,
  scoresOf,
  shareOf,
} from './questionnaire-rules.ts'
import { questionnaireWords as words } from './questionnaire-words.ts'

const { version: _, ...content } = defaultQuestionnaire
const textsOf = (bands: number[]) =>
  questionnaireFaults({ ...content, bands }).map(({ text }) => text)

test('the built-in questionnaire is sound, and its scores are known', () => {
  expect(questionnaireFaults(content)).toEqual([])
  expect(scoresOf(content)).toEqual({ lowest: 6, highest: 30 })
})

test('bands that do not rise, begin too high or cannot be reached are faults', () => {
  expect(textsOf([6, 11, 11, 21, 26])).toEqual([words.faultBands])
  expect(textsOf([7, 11, 16, 21, 26])).toEqual([words.faultBands])
  expect(textsOf([6, 11, 16, 21, 31])).toEqual([words.faultUnreachable])
})

test('a label in one language only is a fault, and so is a score that is no whole number', () => {
  const [first, ...rest] = content.questions
  if (!first) throw new Error('no question')
  expect(
    questionnaireFaults({ ...content, questions: [{ ...first, labelEn: ' ' }, ...rest] }).map(
      ({ text }) => text,
    ),
  ).toEqual([words.faultLabels])
  const odd = { ...first, options: first.options.map((option) => ({ ...option, score: 1.5 })) }
  expect(
    questionnaireFaults({ ...content, questions: [odd, ...rest] }).map(({ text }) => text),
  ).toEqual([words.faultScores])
})

test('new keys are free, and moving keeps all', () => {
  expect(freshKey('o', [{ id: 'o1' }, { id: 'o3' }])).toBe('o4')
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
})

test('an answer is limited and freed, and limits can leave a band out of reach', () => {
  const option = { id: 'o1', labelId: 'a', labelEn: 'a', score: 1 }
  expect(limited(option, 2)).toEqual({ ...option, maxBand: 2 })
  expect(limited({ ...option, maxBand: 2 }, NO_LIMIT)).toEqual(option)
  const [first, ...rest] = content.questions
  if (!first) throw new Error('no question')
  const options = first.options.map((one) => limited(one, 4))
  expect(questionnaireFaults({ ...content, questions: [{ ...first, options }, ...rest] })).toEqual([
    { text: words.faultBand, values: { band: 5 } },
  ])
})

test('shares of combinations too many for a float are right', () => {
  const counts = [1n * 10n ** 29n, 3n * 10n ** 29n, 6n * 10n ** 29n]
  expect(counts.map((count) => shareOf(count, counts, 'en'))).toEqual([
    '10.00%',
    '30.00%',
    '60.00%',
  ])
})
