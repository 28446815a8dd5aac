// The body size limit of an operation: as many bytes as its contract can need, so that a small form
// has a small limit.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'

export const MAX_JSON_BYTES = 1024 * 1024
// Room for whitespace, and for unknown fields, so that the response can name them.
const LEAST_BYTES = 16 * 1024
/** A character as JSON writes it at worst: \\u0041. */
const BYTES_A_CHARACTER = 6
const BYTES_A_SCALAR = 32

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  patternProperties?: object
  additionalProperties?: unknown
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
  maxLength?: number
  maxItems?: number
}

/** The body size limit of an operation, in bytes. */
export function bodyLimitOf({ upload, body }: EndpointSpec): number {
  if (upload) return upload.maxBytes
  return body
    ? Math.min(MAX_JSON_BYTES, Math.max(LEAST_BYTES, 2 * bytesOf(body as Schema)))
    : LEAST_BYTES
}

function bytesOf(schema: Schema): number {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  if (choices.length > 0) return choices.reduce((sum, one) => sum + bytesOf(one), 0)
  const fixed = schema.enum ?? ('const' in schema ? [schema.const] : undefined)
  if (fixed)
    return Math.max(...fixed.map((one) => JSON.stringify(one)?.length ?? 0)) * BYTES_A_CHARACTER
  const types = [schema.type].flat()
  if (types.includes('object')) return bytesOfObject(schema)
  if (types.includes('array')) return (schema.maxItems ?? Infinity) * bytesOf(schema.items ?? {})
  if (types.includes('string')) return bytesOfText(schema)
  return types.some((type) => type === undefined) ? Infinity : BYTES_A_SCALAR
}

function bytesOfObject({
  properties = {},
  patternProperties,
  additionalProperties,
}: Schema): number {
  if (patternProperties !== undefined || isOpen(additionalProperties)) return Infinity
  return Object.entries(properties).reduce(
    (sum, [name, one]) => sum + name.length + BYTES_A_SCALAR + bytesOf(one),
    0,
  )
}

/** Whether an object takes properties that its schema does not name. */
const isOpen = (additional: unknown) => additional === true || typeof additional === 'object'

// A format limits the length, as some patterns do.
function bytesOfText({ maxLength, format, pattern }: Schema): number {
  const isBounded = format !== undefined || (pattern !== undefined && hasAnEnd(pattern))
  return (maxLength ?? (isBounded ? 256 : Infinity)) * BYTES_A_CHARACTER
}

/**
 * Whether a pattern limits the length: it is anchored and repeats nothing without bound. A plus
 * that is escaped or inside brackets is a plain character.
 */
function hasAnEnd(pattern: string): boolean {
  const repeats = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return pattern.startsWith('^') && pattern.endsWith('$') && !/[*+]|,\}/.test(repeats)
}
