// Partial updates with one statement text. A statement that names only the changed columns has a
// text for each subset of columns, and each text is parsed and planned again.
import { sql, type RawBuilder } from 'kysely'
import { columnOf } from '@rmtools/contracts/described'

function changesIn<Name extends string>(
  names: readonly Name[],
  changes: Readonly<Partial<Record<Name, unknown>>>,
): { name: Name; value: RawBuilder<unknown> }[] {
  return names.map((name) => {
    const given = changes[name]
    const column = sql.ref(columnOf(name))
    const isGiven = given !== undefined
    return {
      name,
      value: sql`case when ${isGiven}::boolean then ${given ?? null} else ${column} end`,
    }
  })
}

/**
 * For the builder's `set`: names every column, changed or not. An absent value keeps the column;
 * null clears it.
 */
export function fixedChanges<Name extends string>(
  names: readonly Name[],
  changes: Readonly<Partial<Record<Name, unknown>>>,
): Record<Name, RawBuilder<never>> {
  return Object.fromEntries(
    changesIn(names, changes).map(({ name, value }) => [name, value]),
  ) as Record<Name, RawBuilder<never>>
}

/** The same for a raw statement: `update … set ${fixedSet(…)}`. */
export function fixedSet<Name extends string>(
  names: readonly Name[],
  changes: Readonly<Partial<Record<Name, unknown>>>,
): RawBuilder<unknown> {
  return sql.join(
    changesIn(names, changes).map(({ name, value }) => sql`${sql.ref(columnOf(name))} = ${value}`),
  )
}
