// What changed between two images of a record, field by field. Pure.

/** A record as the trail keeps it. */
type Image = object | null
export type Difference = {
  field: string
  kind: 'added' | 'removed' | 'changed' | 'kept'
  before: unknown
  after: unknown
}

const rank = { changed: 0, added: 1, removed: 2, kept: 3 } as const

/** Fields in the order in which one looks for them: changed, added, removed, then those that stayed. */
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

/** A value as a cell shows it. */
export function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}
