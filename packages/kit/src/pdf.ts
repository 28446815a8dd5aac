// PDF files: what all of ours have in common. Nothing that is read from outside is drawn but as text.
export type Pdf = PDFKit.PDFDocument
export type Line = readonly [label: string, value: string]

export const BRAND = '#0E5C4A'
export const MUTED = '#5C5D57'
const MARGIN = 56
const FOOT = 40

/** Draws a document on A4. */
export async function renderPdf(info: { title: string; author: string }, draw: (pdf: Pdf) => void): Promise<Uint8Array> {
  // Loaded when the first PDF is asked for: with its fonts it takes 27 MB that most processes never need.
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({ size: 'A4', margin: MARGIN, info: { Title: info.title, Author: info.author } })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Uint8Array>((resolve) => pdf.on('end', () => resolve(Buffer.concat(parts))))
  draw(pdf)
  pdf.end()
  return await done
}

/** Who speaks, above what it is. */
export function writeTitle(pdf: Pdf, author: string, title: string): void {
  pdf.fillColor(MUTED).fontSize(10).text(author)
  pdf.fillColor(BRAND).fontSize(20).text(title).moveDown()
}

/** Labels, each with its value below. */
export function writeLines(pdf: Pdf, lines: readonly Line[]): void {
  for (const [label, value] of lines) {
    pdf.fillColor(MUTED).fontSize(9).text(label)
    pdf.fillColor('black').fontSize(11).text(value).moveDown(0.4)
  }
}

export type PdfColumn<Row> = { title: string; width: number; of: (row: Row) => string; isNumber?: boolean }

/** A table over as many pages as it takes; its titles stand on each. Widths are shares of the page's. */
export function writeTable<Row>(pdf: Pdf, columns: readonly PdfColumn<Row>[], rows: readonly Row[]): void {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const places = columns.map(({ width }) => (width / whole) * (pdf.page.width - 2 * MARGIN))
  const write = (texts: readonly string[], colour: string, font: string) => {
    pdf.font(font).fontSize(8)
    const height = Math.max(...texts.map((text, index) => pdf.heightOfString(text || ' ', { width: (places[index] ?? 0) - 6 }))) + 5
    if (pdf.y + height > pdf.page.height - MARGIN - FOOT) {
      pdf.addPage()
      if (font !== BOLD) heads()
      pdf.font(font).fontSize(8)
    }
    const top = pdf.y
    let left = MARGIN
    for (const [index, text] of texts.entries()) {
      const width = places[index] ?? 0
      pdf.fillColor(colour).text(text, left, top, { width: width - 6, align: columns[index]?.isNumber ? 'right' : 'left' })
      left += width
    }
    pdf.x = MARGIN
    pdf.y = top + height
    pdf
      .moveTo(MARGIN, pdf.y - 3)
      .lineTo(pdf.page.width - MARGIN, pdf.y - 3)
      .lineWidth(0.3)
      .stroke('#D9D8D2')
  }
  const heads = () =>
    write(
      columns.map(({ title }) => title),
      MUTED,
      BOLD,
    )
  heads()
  for (const row of rows)
    write(
      columns.map(({ of }) => of(row)),
      'black',
      PLAIN,
    )
  pdf.font(PLAIN).moveDown()
}

const PLAIN = 'Helvetica'
const BOLD = 'Helvetica-Bold'

/** `Rp 1.500.000` for rupiah, `USD 1,500.00` otherwise, from a decimal string and never through a float. */
export function moneyText(currency: string, amount: string | null): string {
  const [signed = '0', cents = '00'] = (amount ?? '0').split('.')
  const [sign, whole] = signed.startsWith('-') ? ['-', signed.slice(1)] : ['', signed]
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, currency === 'IDR' ? '.' : ',')
  if (currency === 'IDR') return `${sign}Rp ${grouped}${/^0*$/.test(cents) ? '' : `,${cents}`}`
  return `${sign}${currency} ${grouped}.${cents.padEnd(2, '0')}`
}
