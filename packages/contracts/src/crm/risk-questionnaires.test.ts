import { describe, expect, test } from 'vitest'
import { assess, defaultQuestionnaire, isSoundQuestionnaire } from './risk-questionnaires.ts'

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
