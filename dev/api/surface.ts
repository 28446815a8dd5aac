// What callers of the API can rely on, as data: the contracts without their texts, so that two
// states can be compared.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { ProblemKind } from '@rmtools/contracts/problem'

export type Schema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly enum?: readonly (string | null)[]
  readonly format?: string
  readonly default?: unknown
  readonly [limit: string]: unknown
}

export type SurfaceOperation = {
  /** `leads.create`: the name in the OpenAPI document and in clients. */
  readonly id: string
  readonly access: string
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly uploadBytes?: number
  readonly reply?: Schema
  readonly produces?: string
  readonly status: number
  /** The operation's own problem codes with their status. */
  readonly problems: Readonly<Record<string, number>>
  readonly needsKey: boolean
  readonly needsFreshPassword: boolean
  /** From this day on the part may be removed. */
  readonly sunset?: string
}

export type Surface = {
  readonly version: string
  /** Problems that any operation can answer. */
  readonly problems: Readonly<Record<string, number>>
  /** By method and path, such as `GET /crm/leads`. */
  readonly operations: Readonly<Record<string, SurfaceOperation>>
}

type Named = { readonly id: string; readonly spec: EndpointSpec }

// These do not affect which values are valid.
const WORDS = new Set(['title', 'description', 'examples'])

/** The surface of the contracts. Internal operations between services are not part of it. */
export function surfaceOf(
  version: string,
  endpoints: readonly Named[],
  common: readonly ProblemKind[],
): Surface {
  const open = endpoints.filter(({ spec }) => spec.access !== 'service')
  return {
    version,
    problems: statusByCode(common),
    operations: Object.fromEntries(
      open
        .map(({ id, spec }) => [`${spec.method} ${spec.path}`, operationOf(id, spec)] as const)
        .toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ),
  }
}

function operationOf(id: string, spec: EndpointSpec): SurfaceOperation {
  const { access, produces, reply, upload, deprecated } = spec
  const operation = {
    id,
    access: typeof access === 'object' ? access.permission : access,
    params: spec.params && withoutWords(spec.params),
    query: spec.query && withoutWords(spec.query),
    body: spec.body && withoutWords(spec.body),
    uploadBytes: upload?.maxBytes,
    reply: reply && withoutWords(reply),
    produces,
    status: spec.status ?? ((reply ?? produces) ? 200 : 204),
    problems: statusByCode(spec.problems ?? []),
    needsKey: spec.idempotent ?? false,
    needsFreshPassword: spec.fresh ?? false,
    sunset: deprecated?.sunset,
  }
  // As when it is read from a file again: without undefined values.
  return JSON.parse(JSON.stringify(operation)) as SurfaceOperation
}

const statusByCode = (kinds: readonly ProblemKind[]) =>
  Object.fromEntries(
    kinds
      .map(({ code, status }) => [code, status] as const)
      .toSorted(([left], [right]) => (left < right ? -1 : 1)),
  )

function withoutWords(schema: object): Schema {
  const printed = Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    WORDS.has(key) ? [] : [[key, partWithoutWords(key, value)]],
  )
  return Object.fromEntries(printed) as Schema
}

function partWithoutWords(key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (key === 'items' || key === 'additionalProperties') return withoutWords(value)
  if (key !== 'properties') return value
  const properties = Object.entries(value) as [string, object][]
  return Object.fromEntries(properties.map(([name, one]) => [name, withoutWords(one)]))
}
