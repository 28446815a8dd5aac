// What the import page must know of a file before the server reads it: its headings.
import { delimiterOf } from '@rmtools/contracts/crm/lead-imports'

/** The headings of a CSV file (RFC 4180, with the delimiter that it uses), without empty ones. */
export function headingsOf(csv: string): string[] {
  const text = csv.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(text)
  const headings: string[] = []
  let heading = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (isQuoted && character === '"' && text[at + 1] === '"') {
      heading += '"'
      at++
    } else if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character === delimiter) {
      headings.push(heading)
      heading = ''
    } else if (!isQuoted && (character === '\n' || character === '\r')) break
    else heading += character
  }
  return [...headings, heading].map((name) => name.trim()).filter((name) => name !== '')
}
