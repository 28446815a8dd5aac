import { leadImports, MAX_IMPORT_FAULTS, type ImportFault } from '@rmtools/contracts/crm/lead-imports'
import { leadPhoneTaken } from '@rmtools/contracts/crm/leads'
import { gathering, implement } from '@rmtools/kit/service'
import { parseLeads, type ImportRow, type Parsed } from './parsing.ts'
import { duplicatesOfRows, insertLeads, phonesInBook } from './queries.ts'

export const leadImportRoutes = () =>
  implement('leadImports', leadImports, {
    create: gathering(
      // Before there is a transaction: reading thousands of rows must not hold a connection.
      async ({ csv, mapping }) => await parseLeads(csv, mapping),
      async ({ dryRun }, { db }, parsed: Parsed) => {
        const inBook = await phonesInBook(
          db,
          parsed.rows.map(({ phone }) => phone),
        )
        const fresh = parsed.rows.filter(({ phone }) => !inBook.has(phone))
        const duplicates = fresh.length === 0 ? [] : await duplicatesOfRows(db, fresh)
        const stored = dryRun ? undefined : await insertLeads(db, fresh)
        const taken = parsed.rows.filter(({ phone }) => inBook.has(phone) || (stored && !stored.has(phone)))
        const faults = [...parsed.faults, ...taken.map(takenFault)].sort((one, other) => one.row - other.row)
        return {
          dryRun,
          rows: parsed.total,
          importable: parsed.rows.length - taken.length,
          imported: stored?.size ?? 0,
          faultyRows: new Set(faults.map(({ row }) => row)).size,
          errors: faults.slice(0, MAX_IMPORT_FAULTS),
          duplicateRows: new Set(duplicates.map(({ row }) => row)).size,
          duplicates: duplicates.slice(0, MAX_IMPORT_FAULTS),
          ignoredColumns: parsed.ignoredColumns,
        }
      },
    ),
  })

const takenFault = ({ row }: ImportRow): ImportFault => ({ row, field: 'phone', code: leadPhoneTaken.code })
