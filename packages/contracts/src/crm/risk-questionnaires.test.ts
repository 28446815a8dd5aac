import { describe, expect, test } from 'vitest'
import {
  assess,
  combinationsByBand,
  defaultQuestionnaire,
  isSoundQuestionnaire,
  limitingQuestions,
  unreachableBands,
} from './risk-questionnaires.ts'

describe('the risk questionnaire', () => {
  const all = (optionId: string) =>
    defaultQuestionnaire.questions.map(({ id }) => ({ questionId: id, optionId }))

  test.each([
    ['o1', 1],
    ['o2', 2],
    ['o3', 3],
    ['o4', 4],
    ['o5', 5],
  ])('answers %s throughout give band %i', (option, band) => {
    expect(assess(defaultQuestionnaire, all(option))?.band).toBe(band)
  })

  test('needs exactly one known answer to each question', () => {
    expect(assess(defaultQuestionnaire, all('o1').slice(1))).toBeUndefined()
    expect(
      assess(defaultQuestionnaire, [...all('o1').slice(1), { questionId: 'loss', optionId: 'o5' }]),
    ).toBeUndefined()
    expect(assess(defaultQuestionnaire, all('o9'))).toBeUndefined()
  })

  test('is sound only when ids differ and bands rise from the lowest score', () => {
    const { questions, bands } = defaultQuestionnaire
    expect(isSoundQuestionnaire(defaultQuestionnaire)).toBe(true)
    expect(isSoundQuestionnaire({ questions, bands: [6, 11, 11, 21, 26] })).toBe(false)
    expect(isSoundQuestionnaire({ questions, bands: [7, 11, 16, 21, 26] })).toBe(false)
    expect(
      isSoundQuestionnaire({ questions: [...questions, ...questions.slice(0, 1)], bands }),
    ).toBe(false)
  })
})

describe('a knock-out answer', () => {
  const highest = (changes: Record<string, string>) =>
    defaultQuestionnaire.questions.map(({ id }) => ({
      questionId: id,
      optionId: changes[id] ?? 'o5',
    }))
  const result = (changes: Record<string, string>) => {
    const answers = highest(changes)
    return [
      assess(defaultQuestionnaire, answers)?.band,
      limitingQuestions(defaultQuestionnaire, answers),
    ]
  }

  test.each<[string, Record<string, string>, string[]]>([
    ['a horizon under a year', { horizon: 'o1', experience: 'o1' }, ['horizon']],
    ['selling everything', { loss: 'o1' }, ['loss']],
    ['no knowledge', { knowledge: 'o1' }, ['knowledge']],
    [
      'all three of them',
      { horizon: 'o1', loss: 'o1', knowledge: 'o1' },
      ['horizon', 'loss', 'knowledge'],
    ],
  ])('%s allows no band above 2, whatever the other answers', (_, changes, limiting) => {
    expect(result(changes)).toEqual([2, limiting])
  })

  test('limits nothing if the score is low already, and other low answers limit nothing', () => {
    expect(result({ experience: 'o1', share: 'o1' })).toEqual([4, []])
    const low = Object.fromEntries(
      defaultQuestionnaire.questions.map(({ id }) => [id, 'o1'] as const),
    )
    expect(result(low)).toEqual([1, []])
  })

  test('every combination has a band, counted without trying all', () => {
    const { questions } = defaultQuestionnaire
    const counts = [0, 0, 0, 0, 0]
    const walk = (index: number, answers: { questionId: string; optionId: string }[]): void => {
      const question = questions[index]
      if (!question) {
        const band = assess(defaultQuestionnaire, answers)?.band ?? 0
        counts[band - 1] = (counts[band - 1] ?? 0) + 1
        return
      }
      for (const { id } of question.options)
        walk(index + 1, [...answers, { questionId: question.id, optionId: id }])
    }
    walk(0, [])
    expect(combinationsByBand(defaultQuestionnaire).map(Number)).toEqual(counts)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5 ** 6)
  })

  test('of every answer of a question makes the bands above unreachable', () => {
    const [first, ...rest] = defaultQuestionnaire.questions
    if (!first) throw new Error('no question')
    const capped = first.options.map((option) => ({ ...option, maxBand: 3 }))
    const questions = [{ ...first, options: capped }, ...rest]
    expect(unreachableBands({ ...defaultQuestionnaire, questions })).toEqual([4, 5])
  })

  test('thirty questions of ten answers are counted in a moment', () => {
    const questions = Array.from({ length: 30 }, (_, n) => ({
      id: `q${n}`,
      labelId: 'x',
      labelEn: 'x',
      options: Array.from({ length: 10 }, (__, m) => ({
        id: `o${m}`,
        labelId: 'x',
        labelEn: 'x',
        score: m * 11,
        ...(m === 0 ? { maxBand: 1 + (n % 4) } : {}),
      })),
    }))
    const counts = combinationsByBand({ questions, bands: [0, 500, 1000, 1500, 2000] })
    expect(counts.reduce((sum, count) => sum + count, 0n)).toBe(10n ** 30n)
  })
})
