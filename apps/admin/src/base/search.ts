// The address holds the state of a screen: filters, tabs and ranges. Values from an address are
// validated.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type Reader<T> = (raw: unknown) => T | undefined

/** Free text up to a length. */
export const text =
  (maxLength = 100): Reader<string> =>
  (raw) => {
    const value = typeof raw === 'number' ? String(raw) : raw
    return typeof value === 'string' && value !== '' && value.length <= maxLength
      ? value
      : undefined
  }

/** One of a closed list. */
export const oneOf =
  <const V extends readonly string[]>(values: V): Reader<V[number]> =>
  (raw) =>
    values.find((value) => value === raw)

/** Some of a closed list, separated by commas as in the API. */
export const someOf =
  (values: readonly string[]): Reader<string> =>
  (raw) => {
    const known =
      typeof raw === 'string' ? raw.split(',').filter((value) => values.includes(value)) : []
    return known.length === 0 ? undefined : [...new Set(known)].join(',')
  }

/** A whole number within limits. */
export const whole =
  (least: number, most: number): Reader<number> =>
  (raw) => {
    const value = typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : raw
    return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : undefined
  }

/** An id. */
export const id: Reader<string> = (raw) =>
  typeof raw === 'string' && /^[0-9a-f-]{36}$/.test(raw) ? raw : undefined
/** A calendar date. */
export const date: Reader<string> = (raw) =>
  typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) ? raw : undefined
/** A time in UTC. */
export const instant: Reader<string> = (raw) =>
  typeof raw === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(raw) &&
  !Number.isNaN(Date.parse(raw))
    ? raw
    : undefined
export const flag: Reader<boolean> = (raw) => {
  if (raw === true || raw === 'true') return true
  return raw === false || raw === 'false' ? false : undefined
}

export type Readers = Readonly<Record<string, Reader<unknown>>>
export type SearchOf<R extends Readers> = { [K in keyof R]?: NonNullable<ReturnType<R[K]>> }

/** Parses the search part of an address; unknown values are dropped. */
export function searchOf<R extends Readers>(
  readers: R,
): (raw: Record<string, unknown>) => SearchOf<R> {
  return (raw) => {
    const entries = Object.entries(readers).map(([name, read]) => [name, read(raw[name])])
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as SearchOf<R>
  }
}

/**
 * The search of a link or navigation; `true` keeps the current one. Every screen validates its own
 * search, so the router does not have to know it.
 */
export const toSearch = (search: object | true) => search as never

/**
 * The current address's search and its setter; undefined removes a value. Typing replaces the
 * history entry instead of adding one.
 */
export function useAddress<R extends Readers>(
  readers: R,
): [SearchOf<R>, (changes: Partial<SearchOf<R>>) => void] {
  const raw: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (changes: Partial<SearchOf<R>>) => {
      const next = (before: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries({ ...before, ...changes }).filter(
            ([, value]) => value !== undefined && value !== '',
          ),
        )
      void navigate({ to: '.', search: toSearch(next), replace: true })
    },
    [navigate],
  )
  return [searchOf(readers)(raw), change]
}
