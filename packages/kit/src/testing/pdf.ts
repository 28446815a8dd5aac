// The text of a PDF, as Mozilla's reader extracts it.
import { extractText, getDocumentProxy } from 'unpdf'

/** The text of each page, with every run of whitespace as one space. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  // A copy: the reader transfers the bytes.
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}

/** The text of all pages. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  return (await pdfPages(bytes)).join(' ')
}
