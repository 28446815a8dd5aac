// The leads of a filter as a CSV file (RFC 4180).
import { exportTooLarge, type Lead, type leads } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { leadsOf } from './queries.ts'
import { guardedCell } from './rules.ts'

export const MAX_EXPORT_ROWS = 50_000
const ROWS_AT_A_TIME = 5000

/** Names of the columns; those that an import takes are called the same there. */
const columns = [
  'fullName',
  'phone',
  'email',
  'interest',
  'source',
  'tags',
  'nextFollowUpAt',
  'status',
  'lostReason',
  'rmName',
  'createdAt',
  'updatedAt',
] as const satisfies readonly (keyof Lead)[]

// Without it a spreadsheet reads the file in the code page of the machine.
const BYTE_ORDER_MARK = '\uFEFF'

export type Exported = { file: Uint8Array; rows: number }

/** The file; throws 422 when there are more than `atMost` leads, as a file that silently lacks some misleads. */
export async function exportLeads(
  db: Db,
  filter: Input<typeof leads.export>,
  ownerId: string | null,
  atMost = MAX_EXPORT_ROWS,
): Promise<Exported> {
  const lines = [columns.join(',')]
  let cursor: string | null | undefined
  do {
    const rows = await leadsOf(db, { ...filter, limit: ROWS_AT_A_TIME, ...(cursor ? { cursor } : {}) }, ownerId)
    const page = pageByTime(rows, ROWS_AT_A_TIME, ({ createdAt }) => createdAt)
    for (const lead of page.items) lines.push(lineOf(lead))
    if (lines.length - 1 > atMost) throw new Problem(exportTooLarge, { detail: `At most ${atMost} leads fit into a file` })
    cursor = page.nextCursor
  } while (cursor !== null)
  return { file: Buffer.from(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`), rows: lines.length - 1 }
}

function lineOf(lead: Lead): string {
  return columns.map((name) => cellOf(lead[name])).join(',')
}

function cellOf(value: string | readonly string[] | null): string {
  const text = guardedCell(typeof value === 'string' ? value : (value ?? []).join(';'))
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
