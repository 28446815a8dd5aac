// Checks input against the contract's schemas and reports every fault with a pointer into the flat
// argument.
import { Ajv, type ErrorObject, type SchemaValidateFunction, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { patternFault } from '@rmtools/contracts/name-letters'
import { isReading, readWritten } from '@rmtools/contracts/reading'
import { invalidInput, Problem, type FieldError } from '@rmtools/contracts/problem'
import { MAX_PUSHED_VALUES, MAX_VALUES, readJson, type JsonFault } from './json.ts'

const MAX_ERRORS = 50
const MAX_DEPTH = 20
// More than any list has filters.
const MAX_PARAMETERS = 50

const bodies = new Ajv({
  allErrors: true,
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: true,
  strict: false,
})
// Query strings and paths carry text only: reading `20` as a number is decoding here, not coercion.
const parameters = new Ajv({
  allErrors: true,
  coerceTypes: true,
  removeAdditional: false,
  useDefaults: true,
  strict: false,
})

type Parent = { parentData: unknown; parentDataProperty: string | number }
const readInPlace: SchemaValidateFunction = (
  reading: unknown,
  written: string,
  _schema: unknown,
  parent?: Parent,
) => {
  if (!isReading(reading) || typeof written !== 'string' || !parent) return true
  const read = readWritten(reading, written)
  if ('value' in read) {
    ;(parent.parentData as Record<string | number, unknown>)[parent.parentDataProperty] = read.value
    return true
  }
  readInPlace.errors = [{ keyword: 'x-reads', params: { code: read.code } }]
  return false
}

/** Makes a validator know formats, and decode values as their schemas say (`x-reads`) in place. */
export function decoding(ajv: Ajv): Ajv {
  // Runs before any other keyword of the schema: they check the decoded value.
  return formats.default(ajv).addKeyword({
    keyword: 'x-reads',
    type: 'string',
    modifying: true,
    errors: true,
    before: 'maxLength',
    validate: readInPlace,
  })
}

decoding(bodies)
decoding(parameters)

export type RawInput = {
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: Uint8Array | null
}

/**
 * Compiles the check of an operation's input: it turns raw parts into one flat, validated argument.
 * Throws 400 invalid-input.
 */
export function inputReader(spec: EndpointSpec): (raw: RawInput) => Record<string, unknown> {
  const checkParams = spec.params && parameters.compile(spec.params)
  const checkQuery = parameters.compile(
    spec.query ?? { type: 'object', additionalProperties: false },
  )
  const checkBody = spec.body && bodies.compile(spec.body)
  // Who pushes has proved itself before its body is read.
  const maxValues = spec.access === 'push' ? MAX_PUSHED_VALUES : MAX_VALUES
  return ({ params, query, body }) => {
    const errors: FieldError[] = []
    const take = (check: ValidateFunction, part: unknown) => {
      refuseHostileText(part)
      if (!check(part)) errors.push(...faultsOf(check.errors ?? []))
    }
    if (checkParams) take(checkParams, params)
    if (Object.keys(query).length > MAX_PARAMETERS)
      throw inputFault('', 'too-many', 'The query has too many parameters')
    const filters = { ...query }
    take(checkQuery, filters)
    const content = checkBody ? parseJson(body, maxValues) : {}
    if (checkBody) take(checkBody, content)
    if (errors.length > 0) throw new Problem(invalidInput, { errors: errors.slice(0, MAX_ERRORS) })
    const input = { ...params, ...filters, ...(content as object) }
    return spec.upload ? { ...input, bytes: body ?? new Uint8Array() } : input
  }
}

const jsonFaults = (maxValues: number): Record<JsonFault, string> => ({
  json: 'The body is not well-formed JSON in UTF-8',
  depth: 'The input is nested too deeply',
  'too-many': `The body has more than ${maxValues} values`,
  'repeated-key': 'The body says a key twice',
})

function parseJson(body: Uint8Array | null, maxValues: number): unknown {
  if (body === null || body.length === 0) throw inputFault('', 'required', 'A JSON body is needed')
  const read = readJson(body, maxValues)
  if ('fault' in read) throw inputFault('', read.fault, jsonFaults(maxValues)[read.fault])
  return read.value
}

/**
 * Throws 400 for text that PostgreSQL does not store, NUL and lone surrogates, and for values that
 * are nested too deeply.
 */
export function refuseHostileText(value: unknown, depth = 0, pointer = ''): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      throw inputFault(pointer, 'text', 'NUL and lone surrogates are not text')
  } else if (typeof value === 'object' && value !== null) {
    if (depth > MAX_DEPTH) throw inputFault('', 'depth', 'The input is nested too deeply')
    for (const [key, item] of Object.entries(value)) {
      refuseHostileText(key, depth + 1, pointer)
      refuseHostileText(item, depth + 1, `${pointer}/${key}`)
    }
  }
}

function inputFault(pointer: string, code: string, detail: string): Problem {
  return new Problem(invalidInput, { errors: [{ pointer, code, detail }] })
}

/**
 * Faults with their pointers. For a text that could not be decoded only that is reported: the rest
 * of its schema describes the decoded value.
 */
export function faultsOf(errors: readonly ErrorObject[]): FieldError[] {
  const unread = new Set(
    errors.filter(({ keyword }) => keyword === 'x-reads').map(({ instancePath }) => instancePath),
  )
  return errors
    .filter(({ keyword, instancePath }) => keyword === 'x-reads' || !unread.has(instancePath))
    .map(fieldError)
}

/** The parameter of an object's fault that names the property concerned. */
const namedProperty: Readonly<Record<string, string>> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
}

function fieldError(error: ErrorObject): FieldError {
  const { keyword, params, instancePath } = error
  if (keyword === 'x-reads') return { pointer: instancePath, code: String(params['code']) }
  const nameAt = namedProperty[keyword]
  const named: unknown = nameAt === undefined ? undefined : params[nameAt]
  const code = codeOf(keyword, params)
  return {
    pointer: named === undefined ? instancePath : `${instancePath}/${String(named)}`,
    code,
    ...(error.message === undefined ? {} : { detail: error.message }),
  }
}

function codeOf(keyword: string, params: ErrorObject['params']): string {
  if (keyword === 'additionalProperties') return 'unknown'
  return keyword === 'pattern' ? patternFault(params['pattern']) : keyword
}
