// Partial updates in one text. A statement that names only what changes has a text for each subset of its columns, and each text is
// parsed and planned anew.
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

/** For the `set` of the builder: each named column, whatever is changed. What is absent stays, null clears. */
export function fixedChanges<Name extends string>(
  names: readonly Name[],
  changes: Readonly<Partial<Record<Name, unknown>>>,
): Record<Name, RawBuilder<never>> {
  return Object.fromEntries(
    changesIn(names, changes).map(({ name, value }) => [name, value]),
  ) as Record<Name, RawBuilder<never>>
}

/** The same for a statement that is written out: `update … set ${fixedSet(…)}`. */
export function fixedSet<Name extends string>(
  names: readonly Name[],
  changes: Readonly<Partial<Record<Name, unknown>>>,
): RawBuilder<unknown> {
  return sql.join(
    changesIn(names, changes).map(({ name, value }) => sql`${sql.ref(columnOf(name))} = ${value}`),
  )
}
