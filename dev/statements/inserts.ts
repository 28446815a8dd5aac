// Columns that an insert leaves out: a value that no insert stores is lost while the answer says
// that it was stored.
import { LEFT_OUT } from './left-out.ts'

/** By table, the columns that stay null unless an insert names them. */
export type Fillable = ReadonlyMap<string, readonly string[]>

// The typed builder quotes its tables: its inserts leave out exactly the values that were not
// given.
const INSERT = /\binsert into (?:\w+\.)?(\w+)(?: as \w+)?\s*\(([^)]*)\)/g

/** Columns that the inserts of a statement leave out and `leftOut` does not list. */
export function insertComplaints(
  { place, text }: { place: string; text: string },
  fillable: Fillable,
): string[] {
  const leftOut = LEFT_OUT[place]
  return [...text.matchAll(INSERT)].flatMap(([, table = '', list = '']) => {
    const filled = new Set(list.split(',').map((column) => column.trim().replaceAll('"', '')))
    const empty = new Set((fillable.get(table) ?? []).filter((column) => !filled.has(column)))
    const named = new Set(leftOut?.[table])
    return [
      ...[...empty.difference(named)].map(
        (column) =>
          `its insert into ${table} leaves out ${column}: fill it, or name it in dev/statements/left-out.ts if it stays empty at first`,
      ),
      ...[...named.difference(empty)].map(
        (column) => `dev/statements/left-out.ts names ${column} of ${table}, which is not left out`,
      ),
    ]
  })
}
