// The geometry of charts: converts figures to paths. Nothing is drawn here.

export type Point = { readonly x: number; readonly y: number }
type Frame = { width: number; height: number; pad: number }

/**
 * Values from left to right as points within a frame; a constant series runs through the middle.
 */
export function pointsOf(values: readonly number[], { width, height, pad }: Frame): Point[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const spread = high - low
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values.map((value, index) => ({
    x: index * step,
    y: spread === 0 ? height / 2 : pad + (1 - (value - low) / spread) * (height - 2 * pad),
  }))
}

const coordinates = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** A line through the points. */
export const linePath = (points: readonly Point[]): string =>
  points.map((point, index) => `${index === 0 ? 'M' : 'L'}${coordinates(point)}`).join('')

/** The area between the line and the bottom. */
export function areaPath(points: readonly Point[], height: number): string {
  const [first, last] = [points[0], points.at(-1)]
  return first && last
    ? `${linePath(points)}L${last.x.toFixed(1)} ${height}L${first.x.toFixed(1)} ${height}Z`
    : ''
}

/** The index of the point nearest to an x coordinate. */
export function nearest(count: number, width: number, x: number): number {
  if (count < 2 || width <= 0) return 0
  return Math.max(0, Math.min(count - 1, Math.round((x / width) * (count - 1))))
}

export type Arc = { readonly path: string; readonly share: number }

/** Arcs of a doughnut, clockwise from the top, each sized by its share and separated by a gap. */
export function arcsOf(
  values: readonly number[],
  { radius, thickness, gap }: { radius: number; thickness: number; gap: number },
): Arc[] {
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  if (whole <= 0) return values.map(() => ({ path: '', share: 0 }))
  const inner = radius - thickness
  let angle = -Math.PI / 2
  return values.map((value) => {
    const share = Math.max(0, value) / whole
    // A full circle has identical end points, so an arc between them would not be drawn.
    const sweep = Math.min(share * 2 * Math.PI, 2 * Math.PI - 0.0001)
    const from = angle + Math.min(gap, sweep / 3)
    const to = angle + sweep
    angle = to
    const at = (turn: number, length: number) =>
      `${(radius + Math.cos(turn) * length).toFixed(2)} ${(radius + Math.sin(turn) * length).toFixed(2)}`
    const large = to - from > Math.PI ? 1 : 0
    const path = `M${at(from, radius)}A${radius} ${radius} 0 ${large} 1 ${at(to, radius)}L${at(to, inner)}A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}Z`
    return { path, share }
  })
}
