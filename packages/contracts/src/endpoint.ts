// The vocabulary for declaring each operation of the product once. Servers, clients, forwarding,
// OpenAPI and the access test are derived from it.
import Type, { type Static, type TObject, type TProperties, type TSchema } from 'typebox'
import { checkDeprecation, type Deprecation } from './deprecation.ts'
import type { Disclosed } from './disclosures.ts'
import { listNameOf } from './list-names.ts'
import type { ProblemKind } from './problem.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The roles with which every company starts; a company may add its own. */
export const systemRoles = ['rm', 'reviewer', 'company-admin', 'auditor', 'platform-admin'] as const
export type SystemRole = (typeof systemRoles)[number]

/** A permission and the system roles that hold it. */
export type Grant = { readonly permission: string; readonly roles: readonly SystemRole[] }

/**
 * Who may call an operation:
 * - `public`: anybody; a write needs the CSRF token;
 * - `link`: the holder of a token from a message; a write needs the CSRF token;
 * - `session`: any signed-in user;
 * - `service`: another service of this installation, never through the public gateway;
 * - `push`: an outside system that proves itself: the message broker by its signed token, WhatsApp by
 *   its signature of the body;
 * - a grant: a signed-in user whose role in the active company holds the permission.
 */
export type Access = 'public' | 'link' | 'session' | 'service' | 'push' | Grant

/** An access rule by permission, which `roles` hold initially. */
export function can(permission: `${string}.${string}`, ...roles: SystemRole[]): Grant {
  return { permission, roles }
}

/** How often an operation may be called, counted per address or per address and account. */
export type Throttle = {
  readonly points: number
  readonly seconds: number
  readonly by: 'address' | 'account'
}

export type EndpointSpec = {
  readonly method: Method
  /** OpenAPI path template; in the original specification's spelling, if it names one. */
  readonly path: `/${string}`
  readonly summary: string
  readonly description?: string
  readonly access: Access
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  /** The raw body as bytes, up to this size, instead of JSON. */
  readonly upload?: { readonly maxBytes: number }
  /** Schema of the reply; absent: 204 without a body. */
  readonly reply?: TSchema
  /** The reply is a file of this media type instead of JSON. */
  readonly produces?: string
  /** Default: 200 with a reply, 204 without. */
  readonly status?: 200 | 201 | 202
  readonly problems?: readonly ProblemKind[]
  /** Requires an Idempotency-Key: the same key acts once and gets the same response. */
  readonly idempotent?: boolean
  readonly throttle?: Throttle
  /**
   * Requires a password entered in the last few minutes: for operations that would do harm on an
   * unlocked, unattended screen.
   */
  readonly fresh?: boolean
  /** Discloses personal data: counted, limited and alerted per person and day. */
  readonly discloses?: Disclosed
  /** It will be removed: docs/API.md has the policy. */
  readonly deprecated?: Deprecation
  /** Public reference data: how long any cache may keep it. Everything else is no-store. */
  readonly cacheSeconds?: number
}

/**
 * Declares an operation. Throws if params, query and body share a name, since callers pass one flat
 * argument, if it discloses personal data without requiring a fresh password, or if it is
 * deprecated at too short notice.
 */
export function endpoint<const Spec extends EndpointSpec>(spec: Spec): Spec {
  if (spec.discloses && !spec.fresh)
    throw new Error(`${spec.method} ${spec.path}: an operation with discloses needs fresh`)
  if (spec.deprecated) checkDeprecation(spec.deprecated)
  const seen = new Set<string>()
  for (const part of [spec.params, spec.query, spec.body]) {
    for (const key of Object.keys(part?.properties ?? {})) {
      if (seen.has(key)) throw new Error(`${spec.method} ${spec.path}: '${key}' is declared twice`)
      seen.add(key)
    }
  }
  const inPath = [...spec.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  const declared = Object.keys(spec.params?.properties ?? {})
  if (inPath.length !== declared.length || !inPath.every((name) => declared.includes(name ?? '')))
    throw new Error(`${spec.method} ${spec.path}: the path and params name different parameters`)
  return spec
}

/** The operations of one noun. */
export type Contract = { readonly [operation: string]: EndpointSpec }

type Part<S, Key extends 'params' | 'query' | 'body'> = S extends {
  readonly [K in Key]: infer P extends TSchema
}
  ? Static<P>
  : unknown
type Upload<S> = S extends { readonly upload: object } ? { bytes: Uint8Array } : unknown
type Flat<T> = { [K in keyof T]: T[K] }

/** The flat argument of an operation: path parameters, query and body together. */
export type Input<S> = Flat<Part<S, 'params'> & Part<S, 'query'> & Part<S, 'body'> & Upload<S>>

/** The reply of an operation. */
export type Reply<S> = S extends { readonly produces: string }
  ? Uint8Array
  : S extends { readonly reply: infer R extends TSchema }
    ? Static<R>
    : void

/** Gives a schema its name in the API's document. Call it where the schema is created. */
export function Named<S extends TSchema>(name: string, schema: S): S {
  if ('title' in schema) throw new Error(`${name} already has a name`)
  return Object.assign(schema, { title: name })
}

/** An object with the named properties and no others. */
export function Shape<P extends TProperties>(properties: P, options: object = {}) {
  return Type.Object(properties, { additionalProperties: false, ...options })
}

/** A string from a closed list, printed as an enum. */
export function OneOf<const V extends readonly string[]>(values: V, options: object = {}) {
  const title = listNameOf(values)
  const name = title === undefined ? {} : { title }
  return Type.Unsafe<V[number]>(Type.String({ ...name, enum: [...values], ...options }))
}

/** A value or null. One type list instead of a union: validators and serialisers need not try alternatives. */
export function Nullable<S extends TSchema>(schema: S) {
  const { type, enum: values }: { type?: string; enum?: readonly unknown[] } = schema
  if (typeof type !== 'string') throw new Error('Nullable takes a schema with exactly one type')
  return Type.Unsafe<Static<S> | null>({
    ...schema,
    type: [type, 'null'],
    ...(values ? { enum: [...values, null] } : {}),
  })
}

/** The name of a schema that wraps another one, if that one has a name. */
export function namedAfter(schema: TSchema, suffix: string): { title?: string } {
  return 'title' in schema ? { title: `${String(schema.title)}${suffix}` } : {}
}

/** A page of a list, and the cursor of the next, null at the end. */
export function Page<S extends TSchema>(item: S) {
  return Shape(
    { items: Type.Array(item), nextCursor: Nullable(Type.String()) },
    namedAfter(item, 'Page'),
  )
}

/** Query parameters of every list: keyset paging. */
export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Items per page' }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: 'nextCursor of the previous page' }),
  ),
}

/**
 * A partial update: every property is optional. An absent field stays, null clears it where null is
 * allowed.
 */
export function Changes<P extends TProperties>(properties: P) {
  return Type.Partial(Type.Object(properties), { additionalProperties: false })
}
