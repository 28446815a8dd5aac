// Checks the parameters of a notification against the declaration of its kind: a missing or
// misspelt name would leave a gap in a sentence on somebody's phone.
import { Ajv, type ValidateFunction } from 'ajv'
import type { TObject } from 'typebox'
import { notificationKinds, type ToldBefore } from '@rmtools/contracts/auth/notification-kinds'
import type { FieldError } from '@rmtools/contracts/problem'
import { faultsOf } from '../http/validate.ts'

export type KindParams = { params: TObject; before?: ToldBefore }
type Kinds = Readonly<Record<string, KindParams>>

const ajv = new Ajv({ allErrors: true, strict: false })
const compiled = new WeakMap<object, ValidateFunction>()
const exactly = new WeakMap<TObject, object>()

function faults(schema: object, params: object): FieldError[] {
  const check = compiled.get(schema) ?? ajv.compile(schema)
  compiled.set(schema, check)
  if (check(params)) return []
  return faultsOf(check.errors ?? []).map((fault) => ({
    ...fault,
    pointer: `/params${fault.pointer}`,
  }))
}

/**
 * Throws unless the parameters are exactly those of the kind. For notifications of this program,
 * before they are stored or sent.
 */
export function requireTold(kind: string, params: object, kinds: Kinds = notificationKinds): void {
  const schema = kinds[kind]?.params
  if (!schema) throw new Error(`there is no notification of the kind ${kind}`)
  const strict = exactly.get(schema) ?? { ...schema, additionalProperties: false }
  exactly.set(schema, strict)
  const wrong = faults(strict, params).map(({ pointer, code }) => `${pointer} ${code}`)
  if (wrong.length > 0)
    throw new Error(`a notification ${kind} has wrong parameters: ${wrong.join(', ')}`)
}

export type ReadParams = { params: object; faults: readonly FieldError[] }

/**
 * The parameters of a notification of any release, under their current names, and what is wrong
 * with them. There may be further parameters, and a newer program may know more kinds.
 */
export function readParams(
  kind: string,
  params: object,
  kinds: Kinds = notificationKinds,
): ReadParams {
  const known = kinds[kind]
  if (!known) return { params, faults: [] }
  const wrong = faults(known.params, params)
  if (wrong.length === 0) return { params, faults: [] }
  const { before } = known
  if (before && faults(before.params, params).length === 0)
    return { params: before.convert(params), faults: [] }
  return { params, faults: wrong }
}
