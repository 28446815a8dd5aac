// The product's colours: calm, and readable on both backgrounds (ratios in colours.test.ts).

export type Scheme = 'light' | 'dark'

/** The colours of a scheme. `onBrand` is for text on a filled brand surface. */
export type Colours = {
  readonly background: string
  readonly surface: string
  /** Surfaces that float above others, and rows under the pointer. */
  readonly raised: string
  readonly hairline: string
  /** The outline of an input: 3:1 against the surface (WCAG 2.2, 1.4.11). */
  readonly outline: string
  readonly text: string
  readonly textSecond: string
  readonly textFaint: string
  readonly brand: string
  readonly onBrand: string
  readonly brandSoft: string
  readonly danger: string
  readonly dangerSoft: string
  readonly warning: string
  readonly warningSoft: string
  readonly success: string
  readonly successSoft: string
  readonly information: string
  readonly informationSoft: string
}

const light: Colours = {
  background: '#F7F6F3',
  surface: '#FFFFFF',
  raised: '#F1F0EB',
  hairline: '#E6E4DD',
  outline: '#8E8F88',
  text: '#1B1C1A',
  textSecond: '#5C5D57',
  textFaint: '#6A6B65',
  brand: '#0E5C4A',
  onBrand: '#FFFFFF',
  brandSoft: '#E4EFEB',
  danger: '#B42318',
  dangerSoft: '#FBEAE8',
  warning: '#8F5400',
  warningSoft: '#FAF0DF',
  success: '#1A7048',
  successSoft: '#E5F2EB',
  information: '#1F56A8',
  informationSoft: '#E7EEF8',
}

const dark: Colours = {
  background: '#121311',
  surface: '#1A1C19',
  raised: '#232622',
  hairline: '#2D302B',
  outline: '#747670',
  text: '#ECECE7',
  textSecond: '#A6A79F',
  textFaint: '#94958D',
  brand: '#5CC0A3',
  onBrand: '#0B120F',
  brandSoft: '#1B2E28',
  danger: '#F2867B',
  dangerSoft: '#33201D',
  warning: '#E5A94B',
  warningSoft: '#302617',
  success: '#63C492',
  successSoft: '#1B2D23',
  information: '#7FB0F5',
  informationSoft: '#1C2735',
}

/** Colours of chart series, in order of use; at most six. */
const series = ['#0E5C4A', '#C77B2E', '#3E6FB0', '#8A4F9E', '#B0413E', '#6B7A2A'] as const

/** The colours of a scheme, with the company's brand colour if it has set one (#rrggbb). */
export function coloursOf(scheme: Scheme, brand?: string | null): Colours {
  const base = scheme === 'light' ? light : dark
  if (!brand || brand.toUpperCase() === light.brand) return base
  const own = legible(brand, base.raised)
  return {
    ...base,
    brand: own,
    onBrand: contrast(own, '#FFFFFF') >= 4.5 ? '#FFFFFF' : '#0B120F',
    brandSoft: mix(own, base.surface, 0.12),
  }
}

/** Colours of a chart's series: the first is the brand's, the others keep their order. */
export function seriesOf(scheme: Scheme, brand?: string | null): readonly string[] {
  const own = brand ? [brand, ...series.slice(1)] : series
  return scheme === 'light' ? own : own.map((colour) => mix('#FFFFFF', colour, 1 / 3))
}

/** The contrast of two colours (WCAG 2.2, relative luminance), 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Mixes `share` (0 to 1) of one colour over another. */
export function mix(over: string, under: string, share: number): string {
  const [a, b] = [channels(over), channels(under)]
  return `#${a.map((value, index) => hex(value * share + (b[index] ?? 0) * (1 - share))).join('')}`
}

/** Moves a brand colour towards white or black until it is readable on a surface (4.5:1). */
function legible(colour: string, surface: string): string {
  const towards = luminance(surface) > 0.5 ? '#000000' : '#FFFFFF'
  for (let share = 0; share < 1; share += 0.04) {
    const tried = mix(towards, colour, share)
    if (contrast(tried, surface) >= 4.5) return tried
  }
  return towards
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const channels = (colour: string) =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0').toUpperCase()
