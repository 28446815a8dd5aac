// Reseals the rows of a schema after a change of the sealing secret, while the services run. Safe
// to interrupt and repeat: values sealed with the current key are skipped.
import pg from 'pg'
import type { Sealer } from './secrets.ts'

const ROWS_A_PAGE = 500

type Row = { id: string; sealed: Buffer }

/**
 * Seals every `…_sealed` column of a schema with the current key, as the owner of the database.
 * Returns the number of values.
 */
export async function resealRows(
  ownerUrl: string,
  schema: string,
  sealer: Sealer,
): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = $1 and data_type = 'bytea' and column_name like '%\\_sealed' order by 1, 2`,
      [schema],
    )
    let count = 0
    for (const { table, column } of columns)
      count += await resealColumn(client, { schema, table, column }, sealer)
    return count
  } finally {
    await client.end()
  }
}

type ColumnName = { schema: string; table: string; column: string }

async function resealColumn(client: pg.Client, named: ColumnName, sealer: Sealer): Promise<number> {
  const table = `${pg.escapeIdentifier(named.schema)}.${pg.escapeIdentifier(named.table)}`
  const column = pg.escapeIdentifier(named.column)
  let count = 0
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<Row>(
      `select id, ${column} as sealed from ${table} where ${column} is not null and id > $1 order by id limit ${ROWS_A_PAGE}`,
      [last],
    )
    for (const { id, sealed } of rows) {
      const context = contextOf(named, id)
      if (sealer.isCurrent(sealed, context)) continue
      // A value that changed meanwhile is sealed with the current key already.
      const { rowCount } = await client.query(
        `update ${table} set ${column} = $3 where id = $1 and ${column} = $2`,
        [id, sealed, sealer.sealBytes(sealer.openBytes(sealed, context), context)],
      )
      count += rowCount ?? 0
    }
    const end = rows.at(-1)
    if (!end) return count
    last = end.id
  }
}

/** The context in the features' format: table, field and row. */
function contextOf({ table, column }: ColumnName, id: string): string {
  const field = column
    .replace(/_sealed$/, '')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return `${table}.${field}:${id}`
}
