// The differences between two states of a record, field by field. Pure.

/** A record's state in the trail. */
type Image = object | null
export type Difference = {
  field: string
  kind: 'added' | 'removed' | 'changed' | 'kept'
  before: unknown
  after: unknown
}

const rank = { changed: 0, added: 1, removed: 2, kept: 3 } as const

/** Fields by interest: changed, added, removed, then unchanged ones. */
export function differencesOf(before: Image, after: Image): Difference[] {
  const [old, fresh] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))]
  const fields = [...new Set([...old.keys(), ...fresh.keys()])]
  return fields
    .map((field): Difference => {
      const [was, is]: unknown[] = [old.get(field) ?? null, fresh.get(field) ?? null]
      return { field, before: was, after: is, kind: kindOf(was, is) }
    })
    .toSorted((a, b) => rank[a.kind] - rank[b.kind] || (a.field < b.field ? -1 : 1))
}

function kindOf(was: unknown, is: unknown): Difference['kind'] {
  if (JSON.stringify(was) === JSON.stringify(is)) return was === MASK ? 'changed' : 'kept'
  if (was === null) return 'added'
  return is === null ? 'removed' : 'changed'
}

/** The trail's placeholder for a secret: it records that the value changed, not the value. */
export const MASK = '***'

/** A value as displayed in a cell. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
