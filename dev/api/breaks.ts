// Finds the breaking changes between two states of the API. docs/API.md defines what counts as one.
import { schemaBreaks, type Direction } from './schema-breaks.ts'
import type { Schema, Surface, SurfaceOperation } from './surface.ts'

/** `operation` is the method and path; `at` is a part of it, such as `body/phone`. */
export type Break = { readonly operation: string; readonly at: string; readonly what: string }

/**
 * All breaks from `before` to `after`. `day` (UTC) decides whether the sunset of a deprecated part
 * has passed.
 */
export function breaksOf(before: Surface, after: Surface, day: string): Break[] {
  return Object.entries(before.operations).flatMap(([operation, old]) => {
    const now = after.operations[operation]
    if (now)
      return operationBreaks(old, now, after.problems).map((found) => ({ operation, ...found }))
    const isOver = old.sunset !== undefined && old.sunset <= day
    return isOver ? [] : [{ operation, at: '', what: 'is gone' }]
  })
}

type Found = Omit<Break, 'operation'>

function operationBreaks(
  before: SurfaceOperation,
  after: SurfaceOperation,
  common: Surface['problems'],
): Found[] {
  return [
    ...differing(before, after),
    ...accessBreaks(before, after),
    ...partBreaks('params', 'sent', before, after),
    ...partBreaks('query', 'sent', before, after),
    ...partBreaks('body', 'sent', before, after),
    ...partBreaks('reply', 'read', before, after),
    ...uploadBreaks(before, after),
    ...problemBreaks(before, after, common),
  ]
}

function differing(before: SurfaceOperation, after: SurfaceOperation): Found[] {
  const parts = ['id', 'status', 'produces'] as const
  return parts
    .filter((part) => before[part] !== after[part])
    .map((part) => ({
      at: part,
      what: `was ${before[part] ?? 'JSON'}, is ${after[part] ?? 'JSON'}`,
    }))
}

function accessBreaks(before: SurfaceOperation, after: SurfaceOperation): Found[] {
  const access =
    before.access === after.access
      ? []
      : [{ at: 'access', what: `was ${before.access}, is ${after.access}` }]
  const needs = [
    ['needsKey', 'needs an idempotency key now'],
    ['needsFreshPassword', 'needs a fresh password now'],
  ] as const
  return [
    ...access,
    ...needs
      .filter(([need]) => after[need] && !before[need])
      .map(([need, what]) => ({ at: need, what })),
  ]
}

const NOTHING: Schema = { type: 'object', properties: {}, additionalProperties: false }

function partBreaks(
  part: 'params' | 'query' | 'body' | 'reply',
  direction: Direction,
  before: SurfaceOperation,
  after: SurfaceOperation,
): Found[] {
  const [old, now] = [before[part], after[part]]
  if (!old && !now) return []
  // A new answer where there was none breaks nothing.
  if (direction === 'read' && !old) return []
  if (direction === 'read' && !now) return [{ at: part, what: 'is gone' }]
  return schemaBreaks(old ?? NOTHING, now ?? NOTHING, direction).map(({ at, what }) => ({
    at: part + at,
    what,
  }))
}

function uploadBreaks(before: SurfaceOperation, after: SurfaceOperation): Found[] {
  const [old, now] = [before.uploadBytes, after.uploadBytes]
  if (old === now || (old !== undefined && now !== undefined && now > old)) return []
  return [{ at: 'upload', what: `was ${bytes(old)}, is ${bytes(now)}` }]
}

const bytes = (count: number | undefined) => (count === undefined ? 'none' : `${count} bytes`)

function problemBreaks(
  before: SurfaceOperation,
  after: SurfaceOperation,
  common: Surface['problems'],
): Found[] {
  return Object.entries(before.problems).flatMap(([code, status]) => {
    const now = after.problems[code] ?? common[code]
    if (now === status) return []
    const what = now === undefined ? 'is gone' : `had status ${status}, has ${now}`
    return [{ at: `problems/${code}`, what }]
  })
}
