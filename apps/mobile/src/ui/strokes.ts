// Lines drawn by a finger.
export type Point = { x: number; y: number }
export type Stroke = readonly Point[]
export type Ink = { strokes: readonly Stroke[]; width: number; height: number; ink: string }

/**
 * A line through the midpoints between points, which smooths out jitter; a single touch is a dot.
 */
export function pathOf([first, ...rest]: Stroke): string {
  if (!first) return ''
  const start = `M${round(first.x)} ${round(first.y)}`
  if (rest.length === 0) return `${start}l0.1 0.1`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point
    return `Q${round(point.x)} ${round(point.y)} ${round((point.x + next.x) / 2)} ${round((point.y + next.y) / 2)}`
  })
  const last = rest.at(-1) ?? first
  return `${start}${curves.join('')}L${round(last.x)} ${round(last.y)}`
}

const round = (value: number) => Math.round(value * 10) / 10
