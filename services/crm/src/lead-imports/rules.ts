// Tells database errors that concern a row from failures of the database.

// Classes of SQLSTATE: data exceptions, broken constraints, errors that a trigger raises.
const OF_A_ROW = /^(?:22|23|P0)/

/**
 * The field and the reason of a rejection by the database; undefined if no row caused it. Columns
 * are in snake_case.
 */
export function refusalOf(
  error: unknown,
  columns: readonly string[],
): { field: string; code: string } | undefined {
  if (!(error instanceof Error) || !('code' in error) || !OF_A_ROW.test(String(error.code)))
    return undefined
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : ''
  const said = 'column' in error && typeof error.column === 'string' ? error.column : ''
  // PostgreSQL names a check after its table and column.
  const column = columns.find((name) => name === said || constraint === `lead_${name}_check`) ?? ''
  return {
    field: column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    code: 'refused-by-database',
  }
}
