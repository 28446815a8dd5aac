// Compares a statement with the claims in its source: names, types, null values, and parameters.
import type { Claim, Kind, Member } from './claims.ts'
import { camelCase, type Column, type Description } from './describe.ts'
import type { Kept } from './kept.ts'
import type { Site } from './sources.ts'

// As kit's driver returns them (kit/database/pg-query.ts): times, dates, long numbers and decimals
// are text.
const KINDS: Readonly<Record<string, Kind>> = {
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  name: 'string',
  uuid: 'string',
  enum: 'string',
  inet: 'string',
  int8: 'string',
  numeric: 'string',
  timestamptz: 'string',
  date: 'string',
  time: 'string',
  xid8: 'string',
  void: 'string',
  int2: 'number',
  int4: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  timestamp: 'Date',
  json: 'any',
  jsonb: 'any',
}

/** The faults in the rows that `claims` promises. */
export function rowComplaints(claims: readonly Claim[], { columns }: Description): string[] {
  const byName = new Map(columns.map((column) => [column.name, column]))
  return [
    ...new Set(claims.flatMap((claim) => claimComplaints(claim, byName))),
    ...wordComplaints(claims, byName),
  ]
}

function claimComplaints(claim: Claim, columns: ReadonlyMap<string, Column>): string[] {
  return [...claim].flatMap(([name, member]) => {
    const column = columns.get(name)
    if (!column) return member.isOptional ? [] : [`${name} is not a column of its rows`]
    const type = typeComplaint(member, column.type)
    const isNull = column.mayBeNull === true && !member.mayBeNull && !member.kinds.includes('any')
    return [
      ...(type ? [`${name} is ${column.type}, not ${member.text}${type}`] : []),
      ...(isNull ? [`${name} may be null, and is said to be ${member.text}`] : []),
    ]
  })
}

function typeComplaint({ kinds, items }: Member, type: string): string | undefined {
  if (kinds.includes('any') || kinds.length === 0) return undefined
  if (type.startsWith('_')) {
    const item = arrayItem(type.slice(1))
    if (!kinds.includes('array')) return ' (an array)'
    return item === 'any' || items.includes('any') || items.every((kind) => kind === item)
      ? undefined
      : ` (an array of ${item})`
  }
  const kind = KINDS[type]
  if (kind === undefined) return ' (which this check does not know: dev/statements/judge.ts)'
  if (kind === 'any') return undefined
  return kinds.every((one) => one === kind) ? undefined : ` (a ${kind} to TypeScript)`
}

// pg's own parsers read the items of an array.
function arrayItem(type: string): Kind | undefined {
  if (type === 'numeric') return 'number'
  return type === 'timestamptz' || type === 'date' ? 'Date' : KINDS[type]
}

/** Values that the table allows and the claim does not list. */
function wordComplaints(claims: readonly Claim[], columns: ReadonlyMap<string, Column>): string[] {
  return [...columns.values()].flatMap(({ name, words }) => {
    const members = claims.map((claim) => claim.get(name))
    if (!words || members.some((member) => member?.words === undefined)) return []
    const said = new Set(members.flatMap((member) => member?.words ?? []))
    const others = words.filter((word) => !said.has(word))
    return others.length === 0 ? [] : [`${name} may also be ${others.join(', ')}`]
  })
}

/** The faults in what templates claim about their columns in statements of the typed builder. */
export function columnComplaints(
  { columns }: Pick<Kept, 'columns'>,
  description: Description,
  sites: ReadonlyMap<string, readonly Site[]>,
): string[] {
  const byName = new Map(description.columns.map((column) => [column.name, column]))
  return columns.flatMap((column) => {
    const [name = '', template = ''] = column.split('=')
    return (sites.get(template) ?? []).flatMap(({ column: said }) =>
      said
        ? claimComplaints(new Map([[camelCase(name), { ...said, isOptional: false }]]), byName)
        : [],
    )
  })
}

/** The faults in the values passed to a statement. */
export function valueComplaints(
  { binds }: Pick<Kept, 'binds'>,
  { values }: Description,
  sites: ReadonlyMap<string, readonly Site[]>,
): string[] {
  const found = binds.flatMap((bind, index) => {
    const [template = '', place] = bind.split('.')
    const type = values[index]
    if (type === undefined) return [`value ${index + 1} is none of its values`]
    return (sites.get(template) ?? []).flatMap((site) => {
      const member = site.values[Number(place)]
      return !member || fits(member, type)
        ? []
        : [`a value of ${site.place} is ${member.text}, and it wants ${type}`]
    })
  })
  return [...new Set(found)]
}

const NUMBERS = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'oid'])
const TEXTS = new Set(['bool', 'bytea', 'int2', 'int4', 'float4', 'float8', 'oid'])

/**
 * The database types that accept a value of a kind; any other kind is an object, which is sent as
 * JSON.
 */
const takers: Readonly<Partial<Record<Kind, (type: string) => boolean>>> = {
  any: () => true,
  fragment: () => true,
  array: isArray,
  string: (type) => !isArray(type) && !TEXTS.has(type),
  number: (type) => NUMBERS.has(type),
  boolean: (type) => type === 'bool',
  Buffer: (type) => type === 'bytea',
  Date: (type) => type === 'timestamptz' || type === 'timestamp',
}

function isArray(type: string): boolean {
  return type.startsWith('_')
}

const isJson = (type: string) => type === 'json' || type === 'jsonb'

function fits({ kinds }: Member, type: string): boolean {
  return kinds.every((kind) => (takers[kind] ?? isJson)(type))
}
