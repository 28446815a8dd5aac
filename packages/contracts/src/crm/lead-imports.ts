// Leads from a spreadsheet, into the own book.
import Type, { type Static } from 'typebox'
import { can, endpoint, Shape } from '../endpoint.ts'
import { Text } from '../fields.ts'
import { problemKind } from '../problem.ts'
import { Duplicate } from './leads.ts'

export const MAX_IMPORT_ROWS = 5000
/** How many faults and duplicates are listed; the counts are of all. */
export const MAX_IMPORT_FAULTS = 500

export const csvMalformed = problemKind('csv-malformed', 422, 'This is not a well-formed CSV file')
export const csvColumnsMissing = problemKind('csv-columns-missing', 422, 'The file has no column for the name or the phone number')
export const csvTooLarge = problemKind('csv-too-large', 422, `A file holds at most ${MAX_IMPORT_ROWS} leads`)

const Row = Type.Integer({ minimum: 1, description: 'Of the file; the header is row 1' })
export const ImportFault = Shape({ row: Row, field: Type.String(), code: Type.String() })
export type ImportFault = Static<typeof ImportFault>

/** The fields of a lead that a file may bring. */
export const importFields = ['fullName', 'phone', 'email', 'interest', 'source', 'tags', 'nextFollowUpAt'] as const
export type ImportField = (typeof importFields)[number]

/** A file may have a megabyte. */
export const MAX_IMPORT_CHARACTERS = 1_048_576

/** What people call the columns, in Indonesian and English, without spaces and signs. */
const headings: Record<ImportField, readonly string[]> = {
  fullName: ['fullname', 'name', 'nama', 'namalengkap'],
  phone: ['phone', 'phonenumber', 'mobile', 'telepon', 'nomortelepon', 'hp', 'nohp', 'nomorhp', 'handphone', 'whatsapp'],
  email: ['email', 'emailaddress', 'surel'],
  interest: ['interest', 'minat'],
  source: ['source', 'sumber'],
  tags: ['tags', 'tag', 'label'],
  nextFollowUpAt: ['nextfollowupat', 'nextfollowup', 'followup', 'tindaklanjut', 'tindaklanjutberikutnya'],
}
const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Which of a file's columns holds a field by its usual names; -1 when none does. */
export function usualColumn(field: ImportField, columns: readonly string[]): number {
  return columns.findIndex((name) => headings[field].includes(plain(name)))
}

/** What separates the columns of a file. Spreadsheets in Indonesian write semicolons. */
export function delimiterOf(csv: string): string {
  const [header = ''] = csv.split(/\r?\n/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

const Header = Type.Optional(Text(100))

export const leadImports = {
  create: endpoint({
    method: 'POST',
    path: '/crm/lead-imports',
    summary: 'Add leads from a CSV file to the own book',
    description:
      'Separated by comma, semicolon or tab, at most 1 MB. Rows with faults, and phone numbers that the book has already, are left out and named; the others are stored together or not at all. A dry run says what would happen. Tags are separated by commas or semicolons within their cell; a follow-up without a time zone is in WIB.',
    access: can('lead.import', 'rm', 'company-admin'),
    body: Shape({
      csv: Type.String({ minLength: 1, maxLength: MAX_IMPORT_CHARACTERS }),
      dryRun: Type.Boolean(),
      mapping: Type.Optional(
        Shape(
          { fullName: Header, phone: Header, email: Header, interest: Header, source: Header, tags: Header, nextFollowUpAt: Header },
          { description: 'The heading of the column that holds a field, where it is not the usual one' },
        ),
      ),
    }),
    reply: Shape({
      dryRun: Type.Boolean(),
      rows: Type.Integer({ description: 'Not counting the header and empty rows' }),
      importable: Type.Integer({ description: 'Rows without a fault' }),
      imported: Type.Integer(),
      faultyRows: Type.Integer(),
      errors: Type.Array(ImportFault),
      duplicateRows: Type.Integer(),
      duplicates: Type.Array(Shape({ row: Row, ...Duplicate.properties }), {
        description: 'A warning: somebody of the company knows this phone number or e-mail address; the row is imported all the same',
      }),
      ignoredColumns: Type.Array(Type.String()),
    }),
    status: 201,
    idempotent: true,
    problems: [csvMalformed, csvColumnsMissing, csvTooLarge],
  }),
}
