import { leadImports, MAX_IMPORT_FAULTS } from '@rmtools/contracts/crm/lead-imports'
import { leadPhoneTaken } from '@rmtools/contracts/crm/leads'
import { gathering, implement, outside } from '@rmtools/kit/service'
import { faultAt, parseLeads, type ImportRow, type Parsed } from './parsing.ts'
import { duplicatesOfRows, insertLeads, phonesInBook } from './queries.ts'
import { textOfFile } from './reading.ts'

export const leadImportRoutes = () =>
  implement('leadImports', leadImports, {
    create: gathering(
      // Runs before the transaction: reading thousands of rows must not hold a connection.
      async ({ csv, mapping }) => await parseLeads(csv, mapping),
      async ({ dryRun }, { db }, parsed: Parsed) => {
        const inBook = await phonesInBook(
          db,
          parsed.rows.map(({ phone }) => phone),
        )
        const fresh = parsed.rows.filter(({ phone }) => !inBook.has(phone))
        const duplicates = fresh.length === 0 ? [] : await duplicatesOfRows(db, fresh)
        const { stored, refused } = await insertLeads(db, fresh, dryRun)
        const outOfReach = new Set(refused.map(({ row }) => row.row))
        const taken = parsed.rows.filter(
          ({ phone, row }) => !stored.has(phone) && !outOfReach.has(row),
        )
        const faults = [
          ...parsed.faults,
          ...taken.map(takenFault),
          ...refused.map(({ row, ...fault }) => faultAt(row, fault)),
        ]
        faults.sort((one, other) => one.row - other.row)
        return {
          dryRun,
          rows: parsed.total,
          importable: stored.size,
          imported: dryRun ? 0 : stored.size,
          faultyRows: new Set(faults.map(({ row }) => row)).size,
          errors: faults.slice(0, MAX_IMPORT_FAULTS),
          duplicateRows: new Set(duplicates.map(({ row }) => row)).size,
          duplicates: duplicates.slice(0, MAX_IMPORT_FAULTS),
          ignoredColumns: parsed.ignoredColumns,
        }
      },
    ),
    readFile: outside(async ({ bytes }) => ({ csv: await textOfFile(bytes) })),
  })

const takenFault = (row: ImportRow) => faultAt(row, { field: 'phone', code: leadPhoneTaken.code })
