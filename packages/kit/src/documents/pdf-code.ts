// A QR code in a document, for a reader who has only the paper.
import { qrPicture } from '@rmtools/look/qr'
import type { Block } from './pdf-document.ts'
import { INK, makeRoom, MARGIN, MUTED, widthOf, type Sheet } from './pdf-sheet.ts'
import { drawLines, lineHeight, linesOf, type Style } from './pdf-text.ts'

const SIDE = 76
const GAP = 12
const note = { size: 7.75, colour: MUTED } as const satisfies Style

/** Draws a QR code, with the text to its right. */
export function writeCode(sheet: Sheet, { url, text }: Extract<Block, { kind: 'code' }>): void {
  const { pdf } = sheet
  const lines = linesOf(pdf, text, widthOf(sheet) - SIDE - GAP, note)
  const height = Math.max(SIDE, lines.length * lineHeight(note))
  makeRoom(sheet, height + GAP)
  const { size, path } = qrPicture(url)
  pdf.save()
  // The quiet zone may stand in the margin.
  pdf
    .translate(MARGIN, sheet.y)
    .scale(SIDE / size)
    .path(path)
    .fill(INK)
  pdf.restore()
  const top = sheet.y + (height - lines.length * lineHeight(note)) / 2
  drawLines(pdf, lines, { x: MARGIN + SIDE + GAP, y: top }, note)
  sheet.y += height + GAP
}
