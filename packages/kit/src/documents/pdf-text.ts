// Lays out text as lines: breaks them by script (UAX 14), chooses a typeface with a glyph for each
// letter, and orders right-to-left runs (UAX 9). PDFKit does none of these for text of several
// scripts.
import bidiFactory from 'bidi-js/dist/bidi.mjs'
import LineBreaker from 'linebreak'
import { faceFor, fontFile, type Face, type Weight } from './pdf-fonts.ts'

export type Pdf = PDFKit.PDFDocument
export type Style = { readonly size: number; readonly weight?: Weight; readonly colour?: string }
type Run = {
  readonly text: string
  readonly face: Face
  readonly level: number
  readonly isWhole: boolean
}
export type TextLine = { readonly runs: readonly Run[]; readonly width: number }

const bidi = bidiFactory()
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/
const ARABIC = /\p{Script=Arabic}/u
const STAYS = /[\p{M}\p{Zs}]/u
// Invisible characters that external text may contain. We add isolates ourselves: they keep a name
// from changing the direction of its neighbours.
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\ufeff]/g
const ISOLATES = /[\u2066-\u2069]/g
const ISOLATE = /[\u2066-\u2069]/
/**
 * Replaces a letter that no typeface has. Names never need it: the contract refuses such letters.
 */
const UNKNOWN = '\u25a1'

/** The lines of a text that fit into a width. */
export function linesOf(pdf: Pdf, text: string, width: number, style: Style): TextLine[] {
  const clean = text.toWellFormed().replaceAll('\t', ' ').replace(UNSEEN, '')
  return clean.split('\n').flatMap((paragraph) => paragraphLines(pdf, paragraph, width, style))
}

function paragraphLines(pdf: Pdf, written: string, width: number, style: Style): TextLine[] {
  const text = printable(written)
  const levels = RIGHT_TO_LEFT.test(text)
    ? bidi.getEmbeddingLevels(text, 'ltr').levels
    : new Uint8Array(text.length)
  const letters = lettersOf(text)
  const measure = (from: number, to: number) =>
    pieces(text, letters, levels, [from, to]).reduce(
      (sum, run) => sum + widthOf(pdf, run, style),
      0,
    )
  const places: TextRange[] =
    measure(0, text.length) <= width ? [[0, text.length]] : linePlaces(text, width, measure)
  return places.map(([from, to]) => {
    const end = from + text.slice(from, to).trimEnd().length
    const runs = reordered(pieces(text, letters, levels, [from, end]))
    return { runs, width: runs.reduce((sum, run) => sum + widthOf(pdf, run, style), 0) }
  })
}

/** The text with a replacement character for each letter that no typeface has. */
function printable(text: string): string {
  const isKnown = (letter: string) =>
    ISOLATE.test(letter) || faceFor(letter.codePointAt(0) ?? 0) !== undefined
  return [...text].map((letter) => (isKnown(letter) ? letter : UNKNOWN)).join('')
}

/** The typeface of each code unit. */
function lettersOf(text: string): Face[] {
  const faces: Face[] = []
  let last: Face = 'latin'
  for (const letter of text) {
    const own: Face = faceFor(letter.codePointAt(0) ?? 0) ?? last
    last = STAYS.test(letter) && faces.length > 0 && own !== 'han' ? last : own
    for (let unit = 0; unit < letter.length; unit++) faces.push(last)
  }
  return faces
}

type TextRange = readonly [from: number, to: number]

/** The start and end of each line. */
function linePlaces(
  text: string,
  width: number,
  measure: (from: number, to: number) => number,
): TextRange[] {
  const places: TextRange[] = []
  let [from, to] = [0, 0]
  const breaks = new LineBreaker(text)
  for (let next = breaks.nextBreak(); next; next = breaks.nextBreak()) {
    const end = to + text.slice(to, next.position).trimEnd().length
    if (to > from && measure(from, end) > width) {
      places.push([from, to])
      from = to
    }
    if (measure(from, end) > width) {
      const cut = cutWord(text, [from, end], width, measure)
      places.push(...cut.slice(0, -1))
      from = cut.at(-1)?.[0] ?? from
    }
    to = next.position
  }
  return [...places, [from, text.length]]
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Splits a word that is longer than a line, such as a hash. */
function cutWord(
  text: string,
  [from, end]: TextRange,
  width: number,
  measure: (from: number, to: number) => number,
): TextRange[] {
  const places: TextRange[] = []
  let [start, to] = [from, from]
  for (const { index, segment } of graphemes.segment(text.slice(from, end))) {
    const next = from + index + segment.length
    if (to > start && measure(start, next) > width) {
      places.push([start, to])
      start = to
    }
    to = next
  }
  return [...places, [start, to]]
}

/** Runs of one typeface and direction, in logical order. */
function pieces(
  text: string,
  faces: readonly Face[],
  levels: ArrayLike<number>,
  [from, to]: TextRange,
): Run[] {
  const runs: Run[] = []
  let start = from
  for (let at = from + 1; at <= to; at++) {
    if (at < to && faces[at] === faces[start] && levels[at] === levels[start]) continue
    const part = text.slice(start, at).replace(ISOLATES, '')
    if (part !== '') runs.push(runOf(part, faces[start] ?? 'latin', levels[start] ?? 0))
    start = at
  }
  return runs
}

/** The shaper goes by script and ignores levels: it reverses Arabic and nothing else. */
function runOf(part: string, face: Face, level: number): Run {
  const isTurned = level % 2 === 1
  const text = isTurned
    ? [...part].map((letter) => bidi.getMirroredCharacter(letter) ?? letter).join('')
    : part
  const isArabic = ARABIC.test(text)
  return {
    text: isTurned === isArabic ? text : [...text].toReversed().join(''),
    face,
    level,
    isWhole: isArabic,
  }
}

/** Runs in visual order (UAX 9, L2). */
function reordered(runs: Run[]): Run[] {
  const highest = Math.max(0, ...runs.map(({ level }) => level))
  for (let level = highest; level > 0; level--)
    for (let from = 0; from < runs.length; from++) {
      let to = from
      while (to < runs.length && (runs[to]?.level ?? 0) >= level) to++
      if (to > from) runs.splice(from, to - from, ...runs.slice(from, to).toReversed())
      from = to
    }
  return runs
}

// With features given, PDFKit shapes a run as a whole; otherwise it shapes word by word, which puts
// Arabic words in the wrong order. Amounts use tabular figures, which align in columns.
const WHOLE: PDFKit.Mixins.OpenTypeFeatures[] = []
const AMOUNT = /^[+-]?(?:\p{L}{2,3}\s)?[\d.,]+%?$/u
const FIGURES: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum']

function featuresOf({ isWhole, text, face }: Run): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  if (isWhole) return { features: WHOLE }
  return face === 'latin' && AMOUNT.test(text) ? { features: FIGURES } : {}
}

function widthOf(pdf: Pdf, run: Run, style: Style): number {
  return choose(pdf, run.face, style).widthOfString(run.text, featuresOf(run))
}

function choose(pdf: Pdf, face: Face, { size, weight = 'plain' }: Style): Pdf {
  return pdf.font(fontFile(face, weight)).fontSize(size)
}

const ASCENT = 0.96
const LEADING = 1.38

/** The distance from one line to the next. */
export function lineHeight({ size }: Style): number {
  return size * LEADING
}

/**
 * Draws lines below each other, from a corner; aligned at the right edge if a width is given.
 * Returns their height.
 */
export function drawLines(
  pdf: Pdf,
  lines: readonly TextLine[],
  { x, y, right }: { x: number; y: number; right?: number },
  style: Style,
): number {
  const height = lineHeight(style)
  for (const [index, line] of lines.entries()) {
    let left = right === undefined ? x : right - line.width
    // One baseline for all typefaces of a line.
    const baseline = y + index * height + (height - style.size) / 2 + style.size * ASCENT
    for (const run of line.runs) {
      choose(pdf, run.face, style)
        .fillColor(style.colour ?? 'black')
        .text(run.text, left, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...featuresOf(run),
        })
      left += widthOf(pdf, run, style)
    }
  }
  return lines.length * height
}
