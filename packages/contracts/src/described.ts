// The fields of a resource that people enter, each described once. Code that enters, stores or
// shows them is derived from such a description: docs/ADDING-A-FIELD.md.
import Type, { type Static, type TOptional, type TSchema } from 'typebox'
import { MAX_PHONE_CHARACTERS } from './phones.ts'

export type Words = { readonly id: string; readonly en: string }

/**
 * The controls that the apps have for any resource. A resource may add controls, and its screens
 * then provide the input.
 */
export type CommonControl = 'name' | 'text' | 'long-text' | 'phone' | 'email' | 'date'

export type DescribedField<Control extends string = string> = {
  /** Its limits, and how it is read before it is validated (`x-reads`). */
  readonly schema: TSchema
  /** In lists, details, files and the audit trail. */
  readonly label: Words
  /** In forms that ask for it in more words. */
  readonly asked?: Words
  /** Shown below its input. */
  readonly hint?: Words
  /** How it is entered, which also determines its value. */
  readonly control: Control
  /** Whether the resource requires it. */
  readonly isNeeded: boolean
  /** Two consecutive half-width fields share a row of the console's form. */
  readonly width: 'half' | 'full'
}

type Fields = Readonly<Record<string, DescribedField>>
type Schemas<F extends Fields> = { [N in keyof F]: F[N]['schema'] }
/** The required and the optional fields. */
type Given<F extends Fields> = {
  [N in keyof F]: F[N]['isNeeded'] extends true ? F[N]['schema'] : TOptional<F[N]['schema']>
}
export type Values<F extends Fields> = { [N in keyof F]: Static<F[N]['schema']> }

export type Limits = { readonly characters?: number; readonly items?: number }
type Limited = { readonly maxLength?: number; readonly maxItems?: number; readonly items?: Limited }

/** Everything derived from a description. */
export type Description<F extends Fields, D extends DescribedField = DescribedField> = {
  /** In the order of forms and files. */
  readonly names: readonly (keyof F & string)[]
  readonly has: (name: string) => name is keyof F & string
  /** The description of a field. */
  readonly of: (name: keyof F & string) => D
  /** The label of a field in forms. */
  readonly askedOf: (name: keyof F & string) => Words
  /** The limits of an input: for tags, their number and the length of each. */
  readonly limitsOf: (name: keyof F & string) => Limits
  readonly schemas: Schemas<F>
  /** The input fields of a resource, as its author writes them. */
  readonly given: Given<F>
  /** No values yet. */
  readonly blank: Values<F>
}

/** The value of an empty input. */
function blankOf({ schema, isNeeded }: DescribedField): string | readonly string[] | null {
  if ('type' in schema && schema.type === 'array') return []
  return isNeeded ? '' : null
}

function limitsIn({ schema, control }: DescribedField): Limits {
  const { maxLength, maxItems, items }: Limited = schema
  const characters = control === 'phone' ? MAX_PHONE_CHARACTERS : (items?.maxLength ?? maxLength)
  return {
    ...(characters === undefined ? {} : { characters }),
    ...(maxItems === undefined ? {} : { items: maxItems }),
  }
}

/** Builds everything from a description. `D` is the resource's extension of `DescribedField`. */
export function described<D extends DescribedField>() {
  return <const F extends Readonly<Record<string, D>>>(fields: F): Description<F, D> => {
    const has = (name: string): name is keyof F & string => Object.hasOwn(fields, name)
    const names = Object.keys(fields).filter(has)
    const of = (name: keyof F & string): D => fields[name] as D
    const each = <T>(value: (field: D) => T) =>
      Object.fromEntries(names.map((name) => [name, value(of(name))]))
    return {
      names,
      has,
      of,
      askedOf: (name) => of(name).asked ?? of(name).label,
      limitsOf: (name) => limitsIn(of(name)),
      schemas: each(({ schema }) => schema) as Schemas<F>,
      given: each(({ schema, isNeeded }) =>
        isNeeded ? schema : Type.Optional(schema),
      ) as Given<F>,
      blank: each(blankOf) as Values<F>,
    }
  }
}

// Without its limits it is a different schema, so its name goes too.
const limitKeywords = new Set(['title', 'minLength', 'maxLength', 'pattern', 'examples', 'x-reads'])
const withoutLimits = (schema: TSchema): TSchema =>
  Type.Unsafe(
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => !limitKeywords.has(keyword))),
  )

/** Described values in a reply: stored values, which may predate the current limits. */
export function stored<S extends Readonly<Record<string, TSchema>>>(schemas: S): S {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutLimits(schema)]),
  ) as S
}

/** The names of the fields that satisfy a condition. */
export function named<F extends Fields, D extends DescribedField>(
  description: Description<F, D>,
  isSo: (field: D) => boolean,
): (keyof F & string)[] {
  return description.names.filter((name) => isSo(description.of(name)))
}

/** The screens' label of a field; undefined for unknown fields. */
export function labelOf<F extends Fields, D extends DescribedField>(
  { has, of }: Description<F, D>,
  name: string,
): Words | undefined {
  return has(name) ? of(name).label : undefined
}

/** A field in a form. */
export type FieldToEnter<Name extends string, Control extends string = string> = {
  readonly name: Name
  readonly control: Control
  readonly asked: Words
  readonly hint: Words | undefined
  readonly isNeeded: boolean
  readonly width: 'half' | 'full'
  readonly limits: Limits
}

/** The fields of a form, in the order of the names. */
export function fieldsToEnter<
  F extends Fields,
  D extends DescribedField,
  Name extends keyof F & string,
>(
  { of, askedOf, limitsOf }: Description<F, D>,
  names: readonly Name[],
): readonly FieldToEnter<Name, D['control']>[] {
  return names.map((name) => {
    const { control, hint, isNeeded, width } = of(name)
    return { name, control, asked: askedOf(name), hint, isNeeded, width, limits: limitsOf(name) }
  })
}

/** The column that holds a field. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
