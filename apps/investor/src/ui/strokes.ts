// A drawn signature as data: it survives a new canvas, a rotated phone, and a step back.

/** A point in fractions of the pad's width, so that a wider pad shows the same drawing. */
export type Point = { readonly x: number; readonly y: number }
export type Strokes = readonly (readonly Point[])[]

/** Less ink than this, in widths of the pad, is a slip of the finger. */
const LEAST_INK = 0.35
const PEN = 0.0075
const EXPORT_WIDTH = 720
const EXPORT_HEIGHT = 400
const INK = '#14233a'

/** Whether enough was drawn to be a signature. */
export function isDrawn(strokes: Strokes): boolean {
  return inkOf(strokes) >= LEAST_INK
}

function inkOf(strokes: Strokes): number {
  const lengths = strokes.map((points) =>
    points.reduce((sum, { x, y }, index) => {
      const before = points[index - 1]
      return before ? sum + Math.hypot(x - before.x, y - before.y) : sum
    }, 0),
  )
  return lengths.reduce((sum, one) => sum + one, 0)
}

/**
 * Draws smooth curves through the midpoints between the points, with the points as control points.
 */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: Strokes,
  { width, ink }: { width: number; ink: string },
): void {
  Object.assign(context, {
    strokeStyle: ink,
    fillStyle: ink,
    lineWidth: Math.max(1.5, width * PEN),
    lineCap: 'round',
    lineJoin: 'round',
  })
  for (const points of strokes) {
    const [first, ...rest] = points.map(({ x, y }) => ({ x: x * width, y: y * width }))
    if (!first) continue
    context.beginPath()
    if (rest.length === 0) {
      context.arc(first.x, first.y, context.lineWidth / 2, 0, Math.PI * 2)
      context.fill()
      continue
    }
    context.moveTo(first.x, first.y)
    for (const [index, point] of rest.entries()) {
      const next = rest[index + 1]
      if (next)
        context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
      else context.lineTo(point.x, point.y)
    }
    context.stroke()
  }
}

/** The drawing as a PNG, dark on white in either colour scheme, cropped to a margin. */
export async function pngOf(strokes: Strokes): Promise<Blob> {
  const points = strokes.flat()
  const [left, right] = [
    Math.min(...points.map(({ x }) => x)),
    Math.max(...points.map(({ x }) => x)),
  ]
  const [top, bottom] = [
    Math.min(...points.map(({ y }) => y)),
    Math.max(...points.map(({ y }) => y)),
  ]
  const scale = Math.min(
    (EXPORT_WIDTH * 0.9) / Math.max(right - left, 0.01),
    (EXPORT_HEIGHT * 0.86) / Math.max(bottom - top, 0.01),
    EXPORT_WIDTH * 1.6,
  )
  const canvas = Object.assign(document.createElement('canvas'), {
    width: EXPORT_WIDTH,
    height: EXPORT_HEIGHT,
  })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser offers no 2D canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, EXPORT_WIDTH, EXPORT_HEIGHT)
  const shift = {
    x: (EXPORT_WIDTH / scale - (left + right)) / 2,
    y: (EXPORT_HEIGHT / scale - (top + bottom)) / 2,
  }
  const placed = strokes.map((line) =>
    line.map(({ x, y }) => ({
      x: ((x + shift.x) * scale) / EXPORT_WIDTH,
      y: ((y + shift.y) * scale) / EXPORT_WIDTH,
    })),
  )
  drawStrokes(context, placed, { width: EXPORT_WIDTH, ink: INK })
  return await new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error('the canvas gave no image'))),
      'image/png',
    ),
  )
}

/** A blob's content in base64. */
export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
