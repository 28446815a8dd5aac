// TypeScript types, reduced to what can be compared with a statement's columns and values.
import { TypeFlags, type Checker, type Type } from 'typescript/unstable/sync'

/** `any`: the type says nothing. `fragment`: SQL rather than a value. */
export type Kind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'Buffer'
  | 'Date'
  | 'array'
  | 'object'
  | 'fragment'
  | 'any'

export type Member = {
  kinds: readonly Kind[]
  /** The items of an array. */
  items: readonly Kind[]
  mayBeNull: boolean
  /** The possible texts, if the type lists them. */
  words: readonly string[] | undefined
  /** The type as written, for messages. */
  text: string
}
export type Claim = ReadonlyMap<string, Member & { isOptional: boolean }>

const OPTIONAL = 16_777_216

/** A row's object types: each member of a union; undefined for anything but objects. */
export function shapesOf(type: Type, checker: Checker): Claim[] | undefined {
  const members = type.isUnionType() ? (type.getTypes() ?? []) : [type]
  const rows = members.filter((member) => (member.flags & TypeFlags.Null) === 0)
  if (!rows.every(isRow)) return undefined
  return rows.map((row) => {
    const properties = checker.getPropertiesOfType(row)
    const types = checker.getTypeOfSymbol(properties)
    return new Map(
      properties.map((property, index) => [
        property.name,
        {
          ...memberOf(types[index], checker),
          isOptional: (property.flags & OPTIONAL) !== 0,
        },
      ]),
    )
  })
}

const isRow = ({ flags }: Type) => (flags & (TypeFlags.Object | TypeFlags.Intersection)) !== 0

/** What a value of this type can be. */
export function memberOf(type: Type | undefined, checker: Checker): Member {
  if (!type)
    return { kinds: ['any'], items: [], mayBeNull: true, words: undefined, text: 'unknown' }
  const parts = type.isUnionType() ? (type.getTypes() ?? []) : [type]
  const values = parts.filter(({ flags }) => (flags & NOTHING) === 0)
  const arrays = values.filter((part) => checker.isArrayLikeType(part))
  const items = arrays.flatMap((part) =>
    part.isTypeReference() ? checker.getTypeArguments(part).slice(0, 1) : [],
  )
  const words = values.flatMap((part) => (part.isStringLiteralType() ? [part.value] : []))
  return {
    kinds: [...new Set(values.map((part) => kindOf(part, checker)))],
    items: [...new Set(items.flatMap((item) => memberOf(item, checker).kinds))],
    mayBeNull: parts.some(({ flags }) => (flags & TypeFlags.Null) !== 0),
    words: values.length > 0 && words.length === values.length ? words : undefined,
    text: checker.typeToString(type),
  }
}

const NOTHING = TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void
const TEXT =
  TypeFlags.String | TypeFlags.StringLiteral | TypeFlags.TemplateLiteral | TypeFlags.StringMapping

function kindOf(type: Type, checker: Checker): Kind {
  const { flags } = type
  if (flags & TEXT) return 'string'
  if (flags & (TypeFlags.Number | TypeFlags.NumberLiteral)) return 'number'
  if (flags & (TypeFlags.Boolean | TypeFlags.BooleanLiteral)) return 'boolean'
  if (checker.isArrayLikeType(type)) return 'array'
  const base = flags & TypeFlags.TypeParameter ? checker.getBaseConstraintOfType(type) : undefined
  if (base) return memberOf(base, checker).kinds[0] ?? 'any'
  // A branded text such as `string & { brand }` is a text.
  if (type.isIntersectionType()) return kindOfAll(type.getTypes() ?? [], checker)
  if ((flags & TypeFlags.Object) === 0) return 'any'
  const name = type.getSymbol()?.name
  if (name === 'Buffer' || name === 'Uint8Array') return 'Buffer'
  if (name === 'Date') return 'Date'
  return checker.getPropertyOfType(type, 'toOperationNode') ? 'fragment' : 'object'
}

function kindOfAll(types: readonly Type[], checker: Checker): Kind {
  const kinds = types.map((type) => kindOf(type, checker))
  return kinds.find((kind) => kind !== 'object') ?? 'object'
}
