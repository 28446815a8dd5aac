import {
  csvTooLarge,
  MAX_IMPORT_CHARACTERS,
  MAX_IMPORT_ROWS,
  sheetUnreadable,
} from '@rmtools/contracts/crm/lead-imports'
import { MAX_COLUMNS } from '@rmtools/contracts/delimited'
import { Problem } from '@rmtools/contracts/problem'
import { textOfSheet } from '@rmtools/kit/spreadsheets'

// Titles and empty rows may precede the leads and separate them.
const limits = {
  rows: MAX_IMPORT_ROWS * 2,
  columns: MAX_COLUMNS,
  unpackedBytes: 24 * 1024 * 1024,
  characters: MAX_IMPORT_CHARACTERS,
}

/**
 * The table in a file as text. Throws 422 if the file is not a table, has a password, or is too
 * large once unpacked.
 */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  const read = await textOfSheet(bytes, limits)
  if ('text' in read) return read.text
  if (read.fault === 'too-large') throw new Problem(csvTooLarge)
  throw new Problem(sheetUnreadable, { errors: [{ pointer: '/file', code: read.fault }] })
}
