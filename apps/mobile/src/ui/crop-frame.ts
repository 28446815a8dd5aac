// The crop frame and its dragging, in fractions of the picture. Pure.
import type { Box } from './frames.ts'
import type { Crop } from './photos.ts'

export const corners = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const
export type Corner = (typeof corners)[number]
/** The part that is dragged: a corner, or the whole frame by its middle. */
export type Grip = Corner | 'middle'

export const wholePicture: Crop = { x: 0, y: 0, width: 1, height: 1 }
/** A smaller part would not be legible. */
export const LEAST_SHARE = 0.15

/** Where a picture is in a view that shows all of it. */
export function pictureIn(view: Box, picture: Box): Crop {
  const scale = Math.min(view.width / picture.width, view.height / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  return { x: (view.width - width) / 2, y: (view.height - height) / 2, width, height }
}

/**
 * The frame after a drag by fractions of the picture; it stays inside the picture and large enough.
 */
export function dragged(frame: Crop, grip: Grip, across: number, down: number): Crop {
  if (grip === 'middle')
    return {
      ...frame,
      x: within(frame.x + across, 0, 1 - frame.width),
      y: within(frame.y + down, 0, 1 - frame.height),
    }
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height]
  const isLeft = grip === 'topLeft' || grip === 'bottomLeft'
  const isTop = grip === 'topLeft' || grip === 'topRight'
  const x = isLeft ? within(frame.x + across, 0, right - LEAST_SHARE) : frame.x
  const y = isTop ? within(frame.y + down, 0, bottom - LEAST_SHARE) : frame.y
  const end = isLeft ? right : within(right + across, frame.x + LEAST_SHARE, 1)
  const foot = isTop ? bottom : within(bottom + down, frame.y + LEAST_SHARE, 1)
  return { x, y, width: end - x, height: foot - y }
}

const within = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most)
