// Tables in documents: they continue over pages, repeat their titles, align figures at the right
// and show sums below a line.
import { drawLines, lineHeight, linesOf, type Style, type TextLine } from './pdf-text.ts'
import {
  HAIRLINE,
  INK,
  makeRoom,
  MARGIN,
  MUTED,
  rule as drawRule,
  widthOf,
  type Sheet,
} from './pdf-sheet.ts'
import type { Block } from './pdf-document.ts'

type Table = Extract<Block, { kind: 'table' }>

const CELL_GAP = 8
const SMALLEST = 6
const plain: Style = { size: 8.5, colour: INK }
const strong: Style = { ...plain, weight: 'strong' }
const titles: Style = { size: 7.5, colour: MUTED, weight: 'strong' }

type Cell = { lines: readonly TextLine[]; style: Style }
type ColumnBox = { left: number; width: number; isNumber: boolean }

/** Draws a table, and its sums below. */
export function writeTable(sheet: Sheet, { columns, rows, sums = [] }: Table): void {
  const places = placesOf(sheet, columns)
  const cellsOf = (texts: readonly string[], style: Style) =>
    texts.map((text, index) => fitted(sheet, text, style, places[index]))
  const head = cellsOf(
    columns.map(({ title }) => title),
    titles,
  )
  writeRow(sheet, places, { cells: head, rule: 0.8 })
  const writeUnder = (cells: readonly Cell[], isLast: boolean) => {
    if (makeRoom(sheet, heightOf(cells))) writeRow(sheet, places, { cells: head, rule: 0.8 })
    writeRow(sheet, places, { cells, rule: isLast ? 0.8 : 0.3 })
  }
  for (const [index, texts] of rows.entries())
    writeUnder(cellsOf(texts, plain), index === rows.length - 1)
  for (const texts of sums) writeUnder(cellsOf(texts, strong), true)
  sheet.y += 4
}

function placesOf(sheet: Sheet, columns: Table['columns']): ColumnBox[] {
  const share = widthOf(sheet) / columns.reduce((sum, { width }) => sum + width, 0)
  let left = MARGIN
  return columns.map(({ width, isNumber = false }, index) => {
    const place = {
      left,
      width: width * share - (index === columns.length - 1 ? 0 : CELL_GAP),
      isNumber,
    }
    left += width * share
    return place
  })
}

/**
 * A cell's lines. A figure is never broken across lines: its type size is reduced until it fits.
 */
function fitted(
  sheet: Sheet,
  text: string,
  style: Style,
  { width, isNumber }: ColumnBox = { left: 0, width: 0, isNumber: false },
): Cell {
  const lines = linesOf(sheet.pdf, text, width, style)
  const isWhole =
    !isNumber ||
    style === titles ||
    lines.length <= text.split('\n').length ||
    style.size <= SMALLEST
  return isWhole
    ? { lines, style }
    : fitted(sheet, text, { ...style, size: style.size - 0.5 }, { left: 0, width, isNumber })
}

const PADDING = 3

const heightOf = (cells: readonly Cell[]) =>
  Math.max(...cells.map(({ lines, style }) => lines.length * lineHeight(style))) + 2 * PADDING

function writeRow(
  sheet: Sheet,
  places: readonly ColumnBox[],
  { cells, rule }: { cells: readonly Cell[]; rule: number },
): void {
  const { pdf } = sheet
  const height = heightOf(cells)
  for (const [index, { lines, style }] of cells.entries()) {
    const { left = 0, width = 0, isNumber = false } = places[index] ?? {}
    drawLines(
      pdf,
      lines,
      { x: left, y: sheet.y + PADDING, ...(isNumber ? { right: left + width } : {}) },
      style,
    )
  }
  sheet.y += height
  drawRule(sheet, HAIRLINE, rule)
}
