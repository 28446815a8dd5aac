// A document being drawn, from the top down, page after page.
import type { Language } from '@rmtools/look/words'
import { drawLines, linesOf, type Pdf, type Style } from './pdf-text.ts'

/** `y` is the position of the next element. */
export type Sheet = {
  readonly pdf: Pdf
  readonly language: Language
  readonly brand: string
  y: number
}

export const INK = '#1B1C1A'
export const MUTED = '#5C5D57'
export const HAIRLINE = '#D9D8D2'
export const MARGIN = 48
export const FOOT = 52

/** Width between the margins. */
export const widthOf = ({ pdf }: Sheet) => pdf.page.width - 2 * MARGIN

/** Starts a new page if the height does not fit on this one. Returns whether it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= sheet.pdf.page.height - FOOT) return false
  sheet.pdf.addPage()
  sheet.y = MARGIN
  return true
}

type Position = { readonly x?: number; readonly width?: number; readonly right?: number }

/** Draws a text at the current position and returns its height; the position does not move. */
export function put(
  sheet: Sheet,
  text: string,
  style: Style,
  { x = MARGIN, width = widthOf(sheet), right }: Position = {},
): number {
  return drawLines(
    sheet.pdf,
    linesOf(sheet.pdf, text, width, style),
    { x, y: sheet.y, ...(right === undefined ? {} : { right }) },
    style,
  )
}

/** A line over the whole width. */
export function rule({ pdf, y }: Sheet, colour: string, width: number): void {
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .lineWidth(width)
    .stroke(colour)
}
