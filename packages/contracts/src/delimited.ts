// Text with cells separated by a delimiter: CSV (RFC 4180), and tables copied from spreadsheets. It
// is read record by record, so that a reader may stop early or pause, and each record has a size
// limit.

export type Delimiter = ',' | ';' | '\t'
export const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** `row` is the number in a spreadsheet, `line` that in a text editor; both start at 1. */
export type TextRecord = {
  readonly cells: readonly string[]
  readonly row: number
  readonly line: number
}

export const MAX_COLUMNS = 100
export const MAX_CELL_CHARACTERS = 5000

export type TableFault = 'too-many-columns' | 'cell-too-long' | 'quote-open'
/** Why a text is not a table, and on which line. */
export class TableError extends Error {
  readonly code: TableFault
  readonly line: number

  constructor(code: TableFault, line: number) {
    super(`${code} at line ${line}`)
    this.code = code
    this.line = line
  }
}

type Cell = { text: string; end: number; lines: number }

/** The records of a text, including empty ones. Throws a `TableError` where it cannot continue. */
export function* recordsOf(text: string, delimiter: Delimiter): Generator<TextRecord, void, void> {
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (let row = 1, line = 1; at < text.length; row++) {
    const cells: string[] = []
    const first = line
    for (;;) {
      if (cells.length >= MAX_COLUMNS) throw new TableError('too-many-columns', line)
      const cell = cellAt(text, { at, delimiter, line })
      cells.push(cell.text)
      line += cell.lines
      at = cell.end
      if (text[at] !== delimiter) break
      at += 1
    }
    yield { cells, row, line: first }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
  }
}

type Cursor = { at: number; delimiter: Delimiter; line: number }

function cellAt(text: string, place: Cursor): Cell {
  return (text[place.at] === '"' ? quotedAt(text, place) : undefined) ?? plainAt(text, place)
}

function plainAt(text: string, { at, delimiter, line }: Cursor): Cell {
  let end = at
  while (end < text.length && text[end] !== delimiter && !isBreak(text[end])) {
    if (end - at >= MAX_CELL_CHARACTERS) throw new TableError('cell-too-long', line)
    end += 1
  }
  return { text: text.slice(at, end), end, lines: 0 }
}

/** A quoted cell; undefined if the quote is part of the text, as in `"Memet" Hidayat`. */
function quotedAt(text: string, { at, delimiter, line }: Cursor): Cell | undefined {
  const end = closingQuote(text, at)
  if (end === undefined) {
    if (delimiter === '\t') return undefined
    throw new TableError(
      text.length - at > MAX_CELL_CHARACTERS ? 'cell-too-long' : 'quote-open',
      line,
    )
  }
  const after = text[end + 1]
  if (after !== undefined && after !== delimiter && !isBreak(after)) return undefined
  const inner = text.slice(at + 1, end)
  // Spreadsheets only quote copied cells that contain a tab or a line break: other quotes are the
  // author's own.
  if (delimiter === '\t' && !/[\t\r\n]|""/.test(inner)) return undefined
  return {
    text: inner.replaceAll('""', '"'),
    end: end + 1,
    lines: inner.split(/\r\n|\r|\n/).length - 1,
  }
}

function closingQuote(text: string, opening: number): number | undefined {
  let at = text.indexOf('"', opening + 1)
  while (at >= 0 && text[at + 1] === '"' && at - opening <= MAX_CELL_CHARACTERS)
    at = text.indexOf('"', at + 2)
  return at < 0 || at - opening > MAX_CELL_CHARACTERS ? undefined : at
}

const isBreak = (character: string | undefined) => character === '\n' || character === '\r'
