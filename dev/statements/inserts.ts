// Columns that an insert leaves out: one that nobody fills is dropped while the answer says that it was stored.
import { LEFT_OUT } from './left-out.ts'

/** Of each table the columns that stay null unless an insert names them. */
export type Fillable = ReadonlyMap<string, readonly string[]>

const INSERT = /\binsert into "?(?:\w+\.)?"?(\w+)"?(?: as \w+)?\s*\(([^)]*)\)/g

/** What the inserts of a statement leave out and `leftOut` does not name. */
export function insertComplaints(
  text: string,
  fillable: Fillable,
  leftOut: Readonly<Record<string, readonly string[]>> = LEFT_OUT,
): string[] {
  return [...text.matchAll(INSERT)].flatMap(([, table = '', list = '']) => {
    const named = new Set([
      ...list.split(',').map((column) => column.trim().replaceAll('"', '')),
      ...(leftOut[table] ?? []),
    ])
    return (fillable.get(table) ?? [])
      .filter((column) => !named.has(column))
      .map(
        (column) =>
          `its insert into ${table} leaves out ${column}: fill it, or name it in dev/statements/left-out.ts if it stays empty at first`,
      )
  })
}
