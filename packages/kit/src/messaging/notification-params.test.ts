import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { readParams, requireTold } from './notification-params.ts'

const kinds = {
  'lead.moved': {
    params: Type.Object({ leadName: Type.String(), stages: Type.Array(Type.String()) }),
    before: {
      params: Type.Object({ name: Type.String(), stage: Type.String() }),
      convert: ({ name, stage }: { name: string; stage: string }) => ({
        leadName: name,
        stages: [stage],
      }),
    },
  },
}

describe('news of this program', () => {
  test.each([
    ['a name is missing', { stages: [] }, '/params/leadName required'],
    [
      'a name is misspelt',
      { leadname: 'Dewi', stages: [] },
      '/params/leadName required, /params/leadname unknown',
    ],
    ['a value is of another type', { leadName: 1, stages: [] }, '/params/leadName type'],
    ['more is told', { leadName: 'Dewi', stages: [], phone: '+62' }, '/params/phone unknown'],
  ])('are refused where %s', (_, params, fault) => {
    expect(() => requireTold('lead.moved', params, kinds)).toThrow(
      `a notification lead.moved has wrong parameters: ${fault}`,
    )
  })

  test('are refused where there is no such kind', () => {
    expect(() => requireTold('lead.mvoed', {}, kinds)).toThrow(
      'there is no notification of the kind lead.mvoed',
    )
  })

  test('pass as they must be', () => {
    requireTold('lead.moved', { leadName: 'Dewi', stages: ['won'] }, kinds)
  })
})

describe('news of another release', () => {
  test('of the version before are converted', () => {
    expect(readParams('lead.moved', { name: 'Dewi', stage: 'won' }, kinds)).toEqual({
      params: { leadName: 'Dewi', stages: ['won'] },
      faults: [],
    })
  })

  test('may contain more, and be of an unknown kind', () => {
    for (const [kind, params] of [
      ['lead.moved', { leadName: 'Dewi', stages: [], by: 'Budi' }],
      ['lead.split', { anything: true }],
    ] as const)
      expect(readParams(kind, params, kinds)).toEqual({ params, faults: [] })
  })

  test('are reported with their faults', () => {
    expect(readParams('lead.moved', { leadName: 'Dewi' }, kinds).faults).toMatchObject([
      { pointer: '/params/stages', code: 'required' },
    ])
  })
})
