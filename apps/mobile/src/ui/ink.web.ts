import { pathOf, type Ink } from './strokes.ts'

const SCALE = 2

/** In browsers the strokes are drawn again on a white canvas. */
export async function inkToPng(
  _drawing: unknown,
  { strokes, width, height, ink }: Ink,
): Promise<Uint8Array | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * SCALE))
  canvas.height = height * SCALE
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.fillStyle = '#FFFFFF'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(SCALE, SCALE)
  context.strokeStyle = ink
  context.lineWidth = 2.5
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const stroke of strokes) context.stroke(new Path2D(pathOf(stroke)))
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined
}
