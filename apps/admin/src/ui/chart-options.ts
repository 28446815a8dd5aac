// Options of our charts: calm, labelled directly. Figures are decimal strings up to here; a drawn
// point needs no more than a double.
import type { EChartsCoreOption } from 'echarts/core'
import { formatDate } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'

export type Series = {
  readonly name: string
  readonly points: readonly (readonly [at: string, value: string | number])[]
}
export type FigureFormat = (value: number) => string

type LineInput = {
  series: readonly Series[]
  format: FigureFormat
  language: Language
  area?: boolean
}

// Drawn as text: an HTML tooltip would have styles that the content security policy blocks.
const tooltip = { trigger: 'axis', renderMode: 'richText', confine: true } as const
const LABEL_ROOM = 190

/** Lines over time, labelled at their ends if there are several. */
export function linesOver({
  series,
  format,
  language,
  area = false,
}: LineInput): EChartsCoreOption {
  const isNamed = series.length > 1
  return {
    grid: {
      left: 8,
      right: isNamed ? LABEL_ROOM : 16,
      top: 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: { ...tooltip, formatter: pointsText(format, language) },
    xAxis: {
      type: 'time',
      splitNumber: 6,
      axisLabel: { hideOverlap: true, formatter: (at: number) => dayText(at, language) },
    },
    yAxis: { type: 'value', scale: true, splitNumber: 4, axisLabel: { formatter: format } },
    series: series.map(({ name, points }) => ({
      type: 'line',
      name,
      data: points.map(([at, value]) => [at, Number(value)]),
      showSymbol: points.length === 1,
      lineStyle: { width: 1.5 },
      ...(area ? { areaStyle: { opacity: 0.08 } } : {}),
      ...(isNamed
        ? {
            endLabel: {
              show: true,
              formatter: '{a}',
              color: 'inherit',
              width: LABEL_ROOM - 16,
              overflow: 'truncate',
            },
            labelLayout: { moveOverlap: 'shiftY' },
          }
        : {}),
    })),
  }
}

type BarInput = {
  categories: readonly string[]
  series: readonly { readonly name: string; readonly values: readonly (string | number)[] }[]
  format: FigureFormat
  /** Long names are easier to read beside horizontal bars. */
  isHorizontal?: boolean
  isStacked?: boolean
}

/**
 * Bars: vertical for months and days, horizontal for names; with a legend only for several series.
 */
export function barsOf({
  categories,
  series,
  format,
  isHorizontal = false,
  isStacked = false,
}: BarInput): EChartsCoreOption {
  const names = {
    type: 'category',
    data: [...categories],
    ...(isHorizontal ? { inverse: true, axisLabel: { width: 220, overflow: 'truncate' } } : {}),
  }
  const figures = {
    type: 'value',
    splitNumber: 4,
    axisLabel: { formatter: format, hideOverlap: true },
  }
  const isNamed = series.length > 1
  return {
    grid: {
      left: 8,
      right: 16,
      top: isNamed ? 36 : 12,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: { ...tooltip, axisPointer: { type: 'none' }, formatter: pointsText(format) },
    ...(isNamed
      ? { legend: { top: 0, left: 0, icon: 'circle', itemWidth: 8, itemHeight: 8 } }
      : {}),
    xAxis: isHorizontal ? figures : names,
    yAxis: isHorizontal ? names : figures,
    series: series.map(({ name, values }) => ({
      type: 'bar',
      name,
      data: values.map(Number),
      barMaxWidth: 28,
      ...(isStacked ? { stack: 'all' } : {}),
    })),
  }
}

type Point = {
  axisValueLabel: string
  axisValue: string | number
  seriesName: string
  value: number | [string, number]
}

function pointsText(format: FigureFormat, language?: Language) {
  return (given: Point | Point[]) => {
    const points = Array.isArray(given) ? given : [given]
    const [first] = points
    const head =
      language && typeof first?.axisValue === 'number'
        ? formatDate(new Date(first.axisValue).toISOString(), language)
        : first?.axisValueLabel
    const lines = points.map(
      ({ seriesName, value }) =>
        `${points.length > 1 ? `${seriesName}  ` : ''}${format(Array.isArray(value) ? value[1] : value)}`,
    )
    return [head, ...lines].join('\n')
  }
}

function dayText(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: '2-digit',
    timeZone: 'UTC',
  }).format(at)
}
