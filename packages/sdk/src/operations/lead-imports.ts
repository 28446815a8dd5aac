// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'

export type ImportFault = {
  /** Row number as in a spreadsheet */
  row: number
  /** Line number as in a text editor */
  line: number
  field: string
  /** The heading in the file; null when it has no such column */
  column: string | null
  /** The value as written, truncated */
  value: string
  code: string
}

export type LeadImportsCreateInput = {
  csv: string
  dryRun: boolean
  /** The heading of a field's column, where it differs from the usual one */
  mapping?: {
    fullName?: string
    phone?: string
    email?: string
    interest?: string
    source?: string
    tags?: string
    nextFollowUpAt?: string
  }
}

export type LeadImportsReadFileInput = {
  bytes: Uint8Array
}

export type LeadImportsApi = {
  /**
   * Add leads from a CSV file to the own book
   *
   * Separated by comma, semicolon or tab, at most 1 MB; cells copied from a spreadsheet work too. A `sep=` line, empty rows and titles above the headings are skipped. Invalid rows, and phone numbers that the book already has, are left out and listed by row, column and value; the other rows are stored. A dry run reports what would happen. Tags are separated by commas or semicolons within their cell. A follow-up is written with the day first; without a time zone it is in WIB.
   *
   * Needs the permission `lead.import`.
   */
  create: Method<LeadImportsCreateInput, {
    dryRun: boolean
    /** Not counting the header and empty rows */
    rows: number
    /** Valid rows */
    importable: number
    imported: number
    faultyRows: number
    errors: Array<ImportFault>
    duplicateRows: number
    /**
     * A warning: somebody in the company already has this phone number or e-mail address. The row is imported anyway
     */
    duplicates: Array<{
      /** Row number as in a spreadsheet */
      row: number
      kind: 'lead' | 'investor'
      rmName: string | null
      matches: 'phone' | 'email'
    }>
    ignoredColumns: Array<string>
  }>
  /**
   * Convert a spreadsheet file to the text that an import takes
   *
   * XLSX (the first sheet, dates as yyyy-mm-dd), or text in UTF-8, UTF-16 or Windows-1252. Nothing is stored.
   *
   * Needs the permission `lead.import`.
   */
  readFile: Method<LeadImportsReadFileInput, {
    csv: string
  }>
}

export const leadImports = {
  create: {"method":"POST","path":"/crm/lead-imports","body":["csv","dryRun","mapping"],"reply":"json","needsKey":true},
  readFile: {"method":"POST","path":"/crm/lead-imports/files","body":"bytes","reply":"json"},
} as const satisfies Operations[string]
