// What the camera captures, and where it belongs in the picture.
import type { Crop } from './photos.ts'

export type FrameKind = 'card' | 'face' | 'page'
export type Box = { width: number; height: number }

/**
 * Width divided by height: an identity card (ISO/IEC 7810 ID-1), a face with the card beside it, a
 * sheet of A4.
 */
const ratios: Record<FrameKind, number> = { card: 85.6 / 53.98, face: 0.8, page: 210 / 297 }
const MARGIN = 0.08

/** The largest frame that fits, in the middle of the view. */
export function frameIn(view: Box, kind: FrameKind): Crop {
  const ratio = ratios[kind]
  const [most, high] = [view.width * (1 - 2 * MARGIN), view.height * (1 - 2 * MARGIN)]
  const width = Math.min(most, high * ratio)
  const height = width / ratio
  return { x: (view.width - width) / 2, y: (view.height - height) / 2, width, height }
}

/**
 * The part of the picture within the frame, plus a small margin, in fractions of the picture. The
 * picture covers the view; what does not fit is cut off on two sides.
 */
export function cropOf(view: Box, picture: Box, kind: FrameKind): Crop | undefined {
  if (kind === 'face') return undefined
  const frame = frameIn(view, kind)
  const scale = Math.max(view.width / picture.width, view.height / picture.height)
  const [left, top] = [
    (picture.width * scale - view.width) / 2,
    (picture.height * scale - view.height) / 2,
  ]
  const around = frame.width * 0.03
  const x = Math.max(0, (left + frame.x - around) / scale)
  const y = Math.max(0, (top + frame.y - around) / scale)
  const width = Math.min(picture.width - x, (frame.width + 2 * around) / scale)
  const height = Math.min(picture.height - y, (frame.height + 2 * around) / scale)
  return {
    x: x / picture.width,
    y: y / picture.height,
    width: width / picture.width,
    height: height / picture.height,
  }
}
