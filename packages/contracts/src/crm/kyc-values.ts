// The forms of the contract as JSON Schema: a field's input, and the faults of a value.
import { isReading, readWritten, type Read } from '../reading.ts'
import { patternFault } from '../name-letters.ts'
import { IndividualChanges, InstitutionalChanges, isMasked, type InvestorKind } from './kyc.ts'

export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly (string | null)[]
  readonly pattern?: string
  readonly format?: string
  readonly 'x-reads'?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}
export type Fault = { pointer: string; code: string }
export type Values = Readonly<Record<string, unknown>>

// TypeBox's types describe the values; this reads the schema itself.
const propertiesOf = (form: { properties: object }) =>
  form.properties as Readonly<Record<string, JsonSchema>>
const forms: Readonly<Record<InvestorKind, Readonly<Record<string, JsonSchema>>>> = {
  individual: propertiesOf(IndividualChanges),
  institutional: propertiesOf(InstitutionalChanges),
}

/** The schema of a form field. */
export function schemaOf(kind: InvestorKind, name: string): JsonSchema {
  return forms[kind][name] ?? {}
}

/** Whether a schema accepts values of a type. */
export function takes({ type }: JsonSchema, wanted: string): boolean {
  return typeof type === 'string' ? type === wanted : (type?.includes(wanted) ?? false)
}

/** Whether something is an object with named values. */
export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The faults of a value, by pointers into it; the server checks the same and is authoritative. */
export function faultsIn(schema: JsonSchema, value: unknown, pointer = ''): Fault[] {
  const fault = (code: string): Fault[] => [{ pointer, code }]
  if (value === null || value === undefined)
    return takes(schema, 'null') || value === undefined ? [] : fault('required')
  if (typeof value === 'string') return textFault(schema, value).flatMap(fault)
  if (typeof value === 'number') return numberFault(schema, value).flatMap(fault)
  if (Array.isArray(value))
    return value.flatMap((item, index) => faultsIn(schema.items ?? {}, item, `${pointer}/${index}`))
  return isValues(value) ? faultsInValues(schema, value, pointer) : []
}

function faultsInValues(schema: JsonSchema, value: Values, pointer: string): Fault[] {
  const missing = (schema.required ?? [])
    .filter((name) => isBlank(value[name]))
    .map((name) => ({ pointer: `${pointer}/${name}`, code: 'required' }))
  const named = Object.entries(schema.properties ?? {}).filter(([name]) => !isBlank(value[name]))
  return [
    ...missing,
    ...named.flatMap(([name, part]) => faultsIn(part, value[name], `${pointer}/${name}`)),
  ]
}

function numberFault({ minimum, maximum }: JsonSchema, value: number): string[] {
  if (!Number.isInteger(value) || value < (minimum ?? -Infinity)) return ['minimum']
  return value > (maximum ?? Infinity) ? ['maximum'] : []
}

function textFault(schema: JsonSchema, written: string): string[] {
  if (written === '') return ['required']
  const read = readBy(schema, written)
  return 'code' in read ? [read.code] : plainFault(schema, read.value)
}

/** A text as the field's parser reads it. */
function readBy({ 'x-reads': reading }: JsonSchema, written: string): Read {
  return isReading(reading) ? readWritten(reading, written) : { value: written }
}

function plainFault(schema: JsonSchema, text: string): string[] {
  if (schema.enum && !schema.enum.includes(text)) return ['enum']
  if (text.length < (schema.minLength ?? 0)) return ['minLength']
  if (text.length > (schema.maxLength ?? Infinity)) return ['maxLength']
  if (schema.format === 'email' && !EMAIL.test(text)) return ['format']
  if (schema.format === 'date' && Number.isNaN(Date.parse(text))) return ['date-impossible']
  return schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)
    ? [patternFault(schema.pattern)]
    : []
}

/** Whether a value is empty. */
export function isBlank(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** A value for sending: trimmed and without empty texts; an empty object or list becomes null. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value)) {
    const items = value.map(tidy).filter((item) => item !== null)
    return items.length > 0 ? items : null
  }
  if (!isValues(value)) return value ?? null
  const entries = Object.entries(value).map(([name, part]) => [name, tidy(part)] as const)
  return entries.some(([name, part]) => part !== null && name !== 'country')
    ? Object.fromEntries(entries)
    : null
}

/**
 * The typed values that are stored, although trimmed, in a number's common form or masked. A form
 * that saves automatically shows these: otherwise a space between two words, or an entry just
 * added, vanishes at a pause, and fields move when a number behind a mask replaces a typed one.
 */
export function stillAsTyped(kind: InvestorKind, stored: Values, typed: Values): Values {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) =>
      isStoredAs(schemaOf(kind, name), tidy(value), stored[name] ?? null),
    ),
  )
}

function isStoredAs(schema: JsonSchema, typed: unknown, stored: unknown): boolean {
  if (typeof typed === 'string' && typeof stored === 'string') {
    const read = readBy(schema, typed)
    if (!('value' in read)) return false
    return isMasked(stored)
      ? read.value.endsWith(stored.replace(/^\*+/u, ''))
      : read.value === stored
  }
  if (Array.isArray(typed) && Array.isArray(stored))
    return (
      typed.length === stored.length &&
      typed.every((one, at) => isStoredAs(schema.items ?? {}, one, stored[at]))
    )
  if (!isValues(typed) || !isValues(stored)) return typed === stored
  return [...new Set([...Object.keys(typed), ...Object.keys(stored)])].every((name) =>
    isStoredAs(schema.properties?.[name] ?? {}, typed[name] ?? null, stored[name] ?? null),
  )
}
