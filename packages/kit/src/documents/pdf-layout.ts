// The layout of our documents: one for all, drawn from what pdf.ts describes, in a thread of its
// own (pdf-thread.ts). External content is only ever drawn as text or as a picture.
import { formatInstant } from '@rmtools/look/format'
import {
  FOOT,
  HAIRLINE,
  INK,
  makeRoom,
  MARGIN,
  MUTED,
  put,
  rule,
  widthOf,
  type Sheet,
} from './pdf-sheet.ts'
import { isolated } from '../files/pdf-isolated.ts'
import { drawLines, lineHeight, linesOf, type Style, type TextLine } from './pdf-text.ts'
import { writeCode } from './pdf-code.ts'
import { writeTable } from './pdf-table.ts'
import type { Block, DocumentInfo, Fact } from './pdf-document.ts'

const BRAND = '#0E5C4A'
const TEXT_HEIGHT = 9.25

const label = { size: 7.75, colour: MUTED } as const satisfies Style
const value = { size: TEXT_HEIGHT, colour: INK } as const satisfies Style

/** Draws a document on A4 pages. */
export async function drawDocument(
  info: DocumentInfo,
  blocks: readonly Block[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: info.language,
    displayTitle: true,
    info: {
      Title: `${info.title} ${info.number}`,
      Author: info.company.name,
      CreationDate: info.at,
    },
  })
  for (const { name, type, text } of info.attachments ?? [])
    pdf.file(Buffer.from(text), { name, type, creationDate: info.at, modifiedDate: info.at })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve) =>
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts)))),
  )
  const sheet = { pdf, language: info.language, brand: info.company.colour ?? BRAND, y: MARGIN }
  await writeHead(sheet, info)
  for (const block of blocks) writeBlock(sheet, block)
  writeFeet(sheet, info)
  pdf.end()
  return await done
}

function writeBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(sheet, block.text, block.follows)
    case 'text':
      return writeText(sheet, block.text)
    case 'note':
      return writeNote(sheet, block.text)
    case 'facts':
      return writeFacts(sheet, block.facts)
    case 'table':
      return writeTable(sheet, block)
    case 'code':
      return writeCode(sheet, block)
    case 'chart':
      return writeChart(sheet, block.values)
    case 'signature':
      return writeSignature(sheet, block)
  }
}

const LOGO = { height: 32, width: 110 }
const NAME = { size: 11, weight: 'strong', colour: INK } as const satisfies Style
const NUMBER_WIDTH = 150
const PICTURE = /^data:image\/(png|jpeg|webp);base64,(.+)$/

async function writeHead(
  sheet: Sheet,
  { company, title, number, at, language }: DocumentInfo,
): Promise<void> {
  const { pdf } = sheet
  const logo = await pictureOf(company.logo)
  const top = sheet.y
  let left = MARGIN
  if (logo !== undefined) {
    const { width, height } = logo.info
    const scale = Math.min(LOGO.width / width, LOGO.height / height)
    pdf.image(logo.data, MARGIN, top + (LOGO.height - height * scale) / 2, {
      width: width * scale,
      height: height * scale,
    })
    left += width * scale + 12
  }
  const right = { right: pdf.page.width - MARGIN, width: NUMBER_WIDTH }
  sheet.y += put(sheet, number, { size: 10, weight: 'strong', colour: INK }, right)
  put(sheet, formatInstant(at.toISOString(), language), label, right)
  const place = { x: left, width: pdf.page.width - MARGIN - NUMBER_WIDTH - left }
  const lines = company.lines ?? []
  // A name without further lines is centred on the logo.
  sheet.y =
    top + (logo !== undefined && lines.length === 0 ? (LOGO.height - lineHeight(NAME)) / 2 : 0)
  sheet.y += put(sheet, company.name, NAME, place)
  for (const line of lines) sheet.y += put(sheet, line, label, place)
  sheet.y = Math.max(sheet.y, top + (logo === undefined ? 26 : LOGO.height)) + 8
  rule(sheet, sheet.brand, 1)
  sheet.y += 12
  sheet.y += put(sheet, title, { size: 17, weight: 'strong', colour: sheet.brand }) + 2
}

/** A logo in a format that PDFKit accepts; undefined if there is no readable logo. */
async function pictureOf(
  logo: string | null | undefined,
): Promise<{ data: Buffer; info: { width: number; height: number } } | undefined> {
  const [, , base64] = PICTURE.exec(logo ?? '') ?? []
  if (base64 === undefined) return undefined
  const { default: sharp } = await import('sharp')
  return await sharp(Buffer.from(base64, 'base64'), { limitInputPixels: 4_000_000 })
    .resize({
      width: LOGO.width * 4,
      height: LOGO.height * 4,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .png()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
}

const SHORT_HASH = 16

function writeFeet(sheet: Sheet, { number, company, hash, language }: DocumentInfo): void {
  const { pdf } = sheet
  const { count } = pdf.bufferedPageRange()
  const shown = hash.slice(0, SHORT_HASH).replace(/(.{4})(?=.)/g, '$1 ')
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    sheet.y = pdf.page.height - FOOT + 14
    rule(sheet, HAIRLINE, 0.5)
    sheet.y += 7
    const place =
      language === 'id' ? `Halaman ${page + 1} dari ${count}` : `Page ${page + 1} of ${count}`
    put(
      sheet,
      `${isolated(company.name)} · ${number} · SHA-256 ${shown}`,
      { size: 7.5, colour: MUTED },
      { width: widthOf(sheet) - 90 },
    )
    put(sheet, place, { size: 7.5, colour: MUTED }, { right: pdf.page.width - MARGIN })
  }
}

const SECTION = { size: 11, weight: 'strong' } as const satisfies Style

/** A heading; `follows` is the height of the content that must be on the same page. */
function writeHeading(sheet: Sheet, text: string, follows = 40): void {
  makeRoom(sheet, lineHeight(SECTION) + 14 + follows)
  sheet.y += 10
  sheet.y += put(sheet, text, { ...SECTION, colour: sheet.brand }) + 3
}

/** Running text. */
function writeText(sheet: Sheet, text: string, style: Style = value): void {
  const lines = linesOf(sheet.pdf, text, widthOf(sheet), style)
  for (const line of lines) {
    makeRoom(sheet, lineHeight(style))
    sheet.y += drawLines(sheet.pdf, [line], { x: MARGIN, y: sheet.y }, style)
  }
  sheet.y += 4
}

/** Small print: required content that the reader does not look for. */
function writeNote(sheet: Sheet, text: string): void {
  sheet.y += 6
  writeText(sheet, text, label)
}

const GAP = 20
const ROW_GAP = 4
type Cell = { readonly label: string; readonly lines: readonly TextLine[] }
type Room = { readonly x: number; readonly width: number; readonly columns: number }

/** Facts in columns, each a label with its value below; a long fact spans all columns. */
function writeFacts(
  sheet: Sheet,
  facts: readonly Fact[],
  { x, width, columns }: Room = { x: MARGIN, width: widthOf(sheet), columns: 2 },
): void {
  const column = (width - (columns - 1) * GAP) / columns
  let row: Cell[] = []
  const end = () => {
    if (row.length > 0) writeCells(sheet, row, { x, step: column + GAP })
    row = []
  }
  for (const [name, text, extent] of facts) {
    if (text === null || text === undefined) continue
    const isWide = extent === 'wide'
    if (isWide) end()
    row.push({ label: name, lines: linesOf(sheet.pdf, text, isWide ? width : column, value) })
    if (isWide || row.length === columns) end()
  }
  end()
}

function writeCells(
  sheet: Sheet,
  cells: readonly Cell[],
  { x, step }: { x: number; step: number },
): void {
  const height =
    lineHeight(label) +
    Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight(value) +
    ROW_GAP
  makeRoom(sheet, height)
  for (const [index, cell] of cells.entries()) {
    const left = x + index * step
    const below = put(sheet, cell.label, label, { x: left })
    drawLines(sheet.pdf, cell.lines, { x: left, y: sheet.y + below }, value)
  }
  sheet.y += height
}

const SIGNATURE = { width: 200, height: 62 }

/**
 * A signature with the signatory's name, capacity and time below the line, and the evidence of
 * identity beside it.
 */
function writeSignature(
  sheet: Sheet,
  { image, name, capacity, at, beside = [] }: Extract<Block, { kind: 'signature' }>,
): void {
  const column = (widthOf(sheet) - GAP) / 2
  const strong = { ...value, weight: 'strong' } as const
  const names = linesOf(sheet.pdf, name, column, strong)
  const below = names.length * lineHeight(strong) + 2 * lineHeight(label)
  makeRoom(
    sheet,
    Math.max(
      SIGNATURE.height + 10 + below,
      beside.length * (lineHeight(label) + lineHeight(value) + ROW_GAP),
    ),
  )
  const top = sheet.y
  sheet.pdf.image(Buffer.from(image), MARGIN, top, {
    fit: [SIGNATURE.width, SIGNATURE.height],
    align: 'center',
    valign: 'bottom',
  })
  sheet.y += SIGNATURE.height + 3
  sheet.pdf
    .moveTo(MARGIN, sheet.y)
    .lineTo(MARGIN + SIGNATURE.width, sheet.y)
    .lineWidth(0.7)
    .stroke(INK)
  sheet.y += 3
  sheet.y += drawLines(sheet.pdf, names, { x: MARGIN, y: sheet.y }, strong)
  for (const text of [capacity, at]) sheet.y += put(sheet, text, label)
  const bottom = sheet.y
  sheet.y = top
  writeFacts(sheet, beside, { x: MARGIN + column + GAP, width: column, columns: 1 })
  sheet.y = Math.max(sheet.y, bottom) + 4
}

const CHART_HEIGHT = 130

/** Values as a line chart, the first at the left. */
function writeChart(sheet: Sheet, values: readonly number[]): void {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  makeRoom(sheet, CHART_HEIGHT + 16)
  for (const [index, value] of values.entries()) {
    const x = MARGIN + (index / Math.max(1, values.length - 1)) * widthOf(sheet)
    const y =
      sheet.y + CHART_HEIGHT - ((value - low) / Math.max(high - low, Number.EPSILON)) * CHART_HEIGHT
    if (index === 0) sheet.pdf.moveTo(x, y)
    else sheet.pdf.lineTo(x, y)
  }
  if (values.length > 1) sheet.pdf.lineWidth(1.2).stroke(sheet.brand)
  sheet.y += CHART_HEIGHT + 16
}
