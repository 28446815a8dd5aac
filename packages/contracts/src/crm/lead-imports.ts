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
      csv: Type.String({ minLength: 1, maxLength: 1_048_576 }),
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
