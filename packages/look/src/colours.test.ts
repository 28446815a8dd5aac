import { describe, expect, test } from 'vitest'
import { contrast, coloursOf, seriesOf, type Scheme } from './colours.ts'

describe.each<Scheme>(['light', 'dark'])('the %s scheme', (scheme) => {
  const brands = [null, '#1F4E8C', '#FFD400', '#B42318', '#101010']

  test.each(brands)('can be read in the brand %s', (brand) => {
    const colours = coloursOf(scheme, brand)
    for (const text of [
      'text',
      'textSecond',
      'textFaint',
      'brand',
      'danger',
      'warning',
      'success',
      'information',
    ] as const)
      for (const under of ['background', 'surface', 'raised'] as const)
        expect([text, under, contrast(colours[text], colours[under]) >= 4.3]).toEqual([
          text,
          under,
          true,
        ])
    for (const under of ['background', 'surface'] as const)
      expect(contrast(colours.textFaint, colours[under])).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.onBrand, colours.brand)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.outline, colours.surface)).toBeGreaterThanOrEqual(3)
  })

  test.each(['danger', 'warning', 'success', 'information'] as const)(
    'reads %s on its soft ground',
    (tone) => {
      const colours = coloursOf(scheme)
      expect(contrast(colours[tone], colours[`${tone}Soft`])).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('draws series that stand out from the surface', () => {
    for (const colour of seriesOf(scheme))
      expect(contrast(colour, coloursOf(scheme).surface)).toBeGreaterThanOrEqual(3)
  })
})
