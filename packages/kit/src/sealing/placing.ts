// Making place for a seal in a PDF: an incremental update with a signature field, and a gap for the
// signature, which covers every other byte of the file.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Gap } from './finding.ts'

/** As wide as the numbers that replace it; larger than any file. */
const UNKNOWN = 9_999_999_999
/** Flags of the field; without a size it is not seen. */
const PRINTED_AND_LOCKED = 132
const SIGNED_APPEND_ONLY = 3

export type Placing = {
  readonly pdf: Uint8Array
  readonly at: Date
  readonly reason: string
  /** How many bytes the signature may take. */
  readonly room: number
}

export type WithGap = { readonly bytes: Uint8Array<ArrayBuffer>; readonly gap: Gap }

/** The PDF with an empty signature of the room at its end, and the gap. */
export async function withGap({ pdf, at, reason, room }: Placing): Promise<WithGap> {
  const document = await PDFDocument.load(pdf, {
    forIncrementalUpdate: true,
    updateMetadata: false,
  })
  const { context } = document
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
      Contents: PDFHexString.of('0'.repeat(room * 2)),
      Reason: PDFHexString.fromText(reason),
      M: PDFString.fromDate(at),
    }),
  )
  const page = document.getPage(0)
  const name = PDFName.of('AcroForm')
  const form = document.catalog.lookupMaybe(name, PDFDict) ?? context.obj({})
  const fields = form.lookupMaybe(PDFName.of('Fields'), PDFArray) ?? context.obj([])
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFString.of(`Seal${fields.size() + 1}`),
      Rect: [0, 0, 0, 0],
      F: PRINTED_AND_LOCKED,
      V: signature,
      P: page.ref,
    }),
  )
  page.node.addAnnot(field)
  fields.push(field)
  form.set(PDFName.of('Fields'), fields)
  form.set(PDFName.of('SigFlags'), PDFNumber.of(SIGNED_APPEND_ONLY))
  document.catalog.set(name, form)
  return measured(await document.commit({ useObjectStreams: false }), pdf.length, room)
}

/** Writes the covered range of the one empty signature after `start`. */
function measured(saved: Uint8Array<ArrayBuffer>, start: number, room: number): WithGap {
  const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength)
  const zeros = bytes.indexOf(`<${'0'.repeat(room * 2)}>`, start, 'latin1')
  const numbers = bytes.indexOf(`0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}`, start, 'latin1')
  if (zeros === -1 || numbers === -1) throw new Error('The place of the seal was not found')
  const gap = { from: zeros, to: zeros + room * 2 + 2 }
  const range = [gap.from, gap.to, bytes.length - gap.to]
  const width = String(UNKNOWN).length
  bytes.write(`0 ${range.map((one) => String(one).padEnd(width)).join(' ')}`, numbers, 'latin1')
  return { bytes: saved, gap }
}
