// Imports leads from a spreadsheet into the own book.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, Shape, Named } from '../endpoint.ts'
import { Text } from '../fields.ts'
import { fileThrottle } from '../lists.ts'
import { problemKind } from '../problem.ts'
import { importFields, type ImportField } from './lead-import-table.ts'
import { Duplicate } from './leads.ts'

export const MAX_IMPORT_ROWS = 5000
/** The maximum number of faults and of duplicates listed; the counts include all. */
export const MAX_IMPORT_FAULTS = 500

export const csvMalformed = problemKind('csv-malformed', 422, 'This is not a well-formed CSV file')
export const csvColumnsMissing = problemKind(
  'csv-columns-missing',
  422,
  'The file has no column for the name or the phone number',
)
export const csvTooLarge = problemKind(
  'csv-too-large',
  422,
  `A file holds at most ${MAX_IMPORT_ROWS} leads`,
)

export const sheetUnreadable = problemKind(
  'sheet-unreadable',
  422,
  'This is neither a spreadsheet nor a text file that can be read',
)

const Row = Type.Integer({
  minimum: 1,
  description: 'Row number as in a spreadsheet',
})
export const ImportFault = Named(
  'ImportFault',
  Shape({
    row: Row,
    line: Type.Integer({
      minimum: 1,
      description: 'Line number as in a text editor',
    }),
    field: Type.String(),
    column: Nullable(
      Type.String({ description: 'The heading in the file; null when it has no such column' }),
    ),
    value: Type.String({ description: 'The value as written, truncated' }),
    code: Type.String(),
  }),
)
export type ImportFault = Static<typeof ImportFault>

/** Maximum size of a text file: a megabyte. */
export const MAX_IMPORT_CHARACTERS = 1_048_576

/** Maximum size of a spreadsheet file: two megabytes. */
export const MAX_SHEET_BYTES = 2_097_152

const Header = Type.Optional(Text(100))
const headers = Object.fromEntries(importFields.map((field) => [field, Header]))

export const leadImports = {
  create: endpoint({
    method: 'POST',
    path: '/crm/lead-imports',
    summary: 'Add leads from a CSV file to the own book',
    description:
      'Separated by comma, semicolon or tab, at most 1 MB; cells copied from a spreadsheet work too. A `sep=` line, empty rows and titles above the headings are skipped. Invalid rows, and phone numbers that the book already has, are left out and listed by row, column and value; the other rows are stored. A dry run reports what would happen. Tags are separated by commas or semicolons within their cell. A follow-up is written with the day first; without a time zone it is in WIB.',
    access: can('lead.import', 'rm', 'company-admin'),
    body: Shape({
      csv: Type.String({ minLength: 1, maxLength: MAX_IMPORT_CHARACTERS }),
      dryRun: Type.Boolean(),
      mapping: Type.Optional(
        Shape(headers as Record<ImportField, typeof Header>, {
          description: "The heading of a field's column, where it differs from the usual one",
        }),
      ),
    }),
    reply: Shape({
      dryRun: Type.Boolean(),
      rows: Type.Integer({ description: 'Not counting the header and empty rows' }),
      importable: Type.Integer({ description: 'Valid rows' }),
      imported: Type.Integer(),
      faultyRows: Type.Integer(),
      errors: Type.Array(ImportFault),
      duplicateRows: Type.Integer(),
      duplicates: Type.Array(Shape({ row: Row, ...Duplicate.properties }), {
        description:
          'A warning: somebody in the company already has this phone number or e-mail address. The row is imported anyway',
      }),
      ignoredColumns: Type.Array(Type.String()),
    }),
    status: 201,
    idempotent: true,
    problems: [csvMalformed, csvColumnsMissing, csvTooLarge],
  }),
  readFile: endpoint({
    method: 'POST',
    path: '/crm/lead-imports/files',
    summary: 'Convert a spreadsheet file to the text that an import takes',
    description:
      'XLSX (the first sheet, dates as yyyy-mm-dd), or text in UTF-8, UTF-16 or Windows-1252. Nothing is stored.',
    access: can('lead.import', 'rm', 'company-admin'),
    upload: { maxBytes: MAX_SHEET_BYTES },
    throttle: fileThrottle,
    reply: Shape({ csv: Type.String() }),
    problems: [sheetUnreadable, csvTooLarge],
  }),
}
