// Preferences of a list: columns, density, and saved views.
export type Density = 'comfortable' | 'compact'
/** A view is the search part of the list's address: filters, search, order. */
export type View = { readonly name: string; readonly search: Readonly<Record<string, unknown>> }
export type ListPreference = {
  density: Density
  columns: Readonly<Record<string, boolean>>
  views: readonly View[]
}

export const MAX_VIEWS = 20

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isView = (value: unknown): value is View =>
  isRecord(value) && typeof value['name'] === 'string' && isRecord(value['search'])

/** Parses the stored preferences of a list. */
export function readListPreference({
  density,
  columns,
  views,
}: Readonly<Record<string, unknown>>): ListPreference {
  const chosen = isRecord(columns) ? Object.entries(columns) : []
  return {
    density: density === 'compact' ? 'compact' : 'comfortable',
    columns: Object.fromEntries(
      chosen.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    ),
    views: Array.isArray(views) ? views.filter(isView).slice(0, MAX_VIEWS) : [],
  }
}

/** Whether an address shows this view: the same values, in any order. */
export function isSameSearch(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => String(a[name]) === String(b[name]))
  )
}
