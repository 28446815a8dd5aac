// The form values sealed at rest (UU 27/2022): NIK, NPWP, mother's maiden name, numbers in lists.
// Each sealed value has its masked form beside it, so that showing a form unseals nothing.
import { isOneOf } from '@rmtools/contracts/keys'
import {
  isMasked,
  secretFields,
  secretItems,
  type InvestorKind,
  type SecretList,
} from '@rmtools/contracts/crm/kyc'
import { maskEnd, type Sealer } from '@rmtools/kit/secrets'
import type { KycRow } from './queries.ts'

type Values = Record<string, unknown>
type Item = Record<string, unknown>
type SealContext = { kind: InvestorKind; id: string; sealer: Sealer }

const context = ({ kind, id }: SealContext, field: string) => `investor_${kind}.${field}:${id}`
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
const isSecret = (kind: InvestorKind, name: string) => isOneOf<string>(secretFields[kind], name)
const isSecretList = (name: string): name is SecretList => name in secretItems

// The end of a name would reveal too much of it.
const mask = (name: string, value: string) =>
  name === 'motherMaidenName' ? '********' : maskEnd(value)

function maskItem(list: SecretList, item: Item): Item {
  const secrets: readonly string[] = secretItems[list]
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      secrets.includes(name) && typeof value === 'string' ? maskEnd(value) : value,
    ]),
  )
}

/** Changes in stored form: secrets sealed, with their masks. */
export function sealValues(changes: Values, place: SealContext): Values {
  const seal = (name: string, text: string) => hex(place.sealer.seal(text, context(place, name)))
  return Object.fromEntries(
    Object.entries(changes).flatMap(([name, value]): [string, unknown][] => {
      const sealed = `${name}Sealed`
      if (isSecret(place.kind, name))
        return typeof value === 'string'
          ? [
              [name, mask(name, value)],
              [sealed, seal(name, value)],
            ]
          : [
              [name, null],
              [sealed, null],
            ]
      if (!isSecretList(name)) return [[name, value]]
      if (!Array.isArray(value))
        return [
          [name, null],
          [sealed, null],
        ]
      return [
        [name, value.map((item: Item) => maskItem(name, item))],
        [sealed, seal(name, JSON.stringify(value))],
      ]
    }),
  )
}

/** A stored form with its secrets opened. */
export function openValues(row: KycRow | undefined, place: SealContext): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(row ?? {})) {
    const sealed = row?.[`${name}Sealed`]
    if (name.endsWith('Sealed')) continue
    if (!(sealed instanceof Uint8Array)) values[name] = value
    else {
      const text = place.sealer.open(sealed, context(place, name))
      values[name] = isSecretList(name) ? (JSON.parse(text) as Item[]) : text
    }
  }
  return values
}

/**
 * A list with masked numbers replaced by the stored ones. Returns the pointers of masks without a
 * stored number.
 */
export function unmaskItems(
  list: SecretList,
  given: readonly Item[],
  stored: readonly Item[],
): { items: Item[]; unknown: string[] } {
  const unknown: string[] = []
  const items = given.map((item, index) => {
    const whole = { ...item }
    for (const name of secretItems[list]) {
      const value = item[name]
      if (!isMasked(value)) continue
      // The same position first: two people may have numbers with the same end.
      const original = [stored[index], ...stored].find(
        (one) => typeof one?.[name] === 'string' && maskEnd(one[name]) === value,
      )
      if (original) whole[name] = original[name]
      else unknown.push(`/${list}/${index}/${name}`)
    }
    return whole
  })
  return { items, unknown }
}
