// What lists have in addition to pages: filters with several values, a period, a sort order, and a
// total.
import Type, { type Static, type TSchema } from 'typebox'
import { namedAfter, Nullable, OneOf, pageQuery, Shape, type Throttle, Named } from './endpoint.ts'
import { CalendarDate } from './fields.ts'
import { problemKind } from './problem.ts'

/**
 * Totals are counted up to this: nobody pages through more, and a full count would read every row.
 */
export const COUNT_CAP = 10_000

export const Total = Named(
  'Total',
  Shape({
    count: Type.Integer({ minimum: 0, maximum: COUNT_CAP }),
    isCapped: Type.Boolean({ description: 'There are more than this' }),
  }),
)
export type Total = Static<typeof Total>

/** Query parameter of lists that can return a total. */
export const countQuery = {
  count: Type.Optional(Type.Boolean({ description: `Count the items, up to ${COUNT_CAP}` })),
}

/** A page of a list that can return a total. */
export function CountedPage<S extends TSchema>(item: S) {
  return Shape(
    {
      items: Type.Array(item),
      nextCursor: Nullable(Type.String()),
      total: Type.Optional(Total),
    },
    namedAfter(item, 'CountedPage'),
  )
}

/** Query parameters: created on these days in Asia/Jakarta, both included. */
export const createdQuery = {
  from: Type.Optional(CalendarDate),
  to: Type.Optional(CalendarDate),
}

/** Query parameters of a company's long lists. Across companies each row names its own. */
export const longListQuery = {
  ...pageQuery,
  ...countQuery,
  companies: Type.Optional(
    OneOf(['active', 'all'], {
      default: 'active',
      description: 'all: also in other companies where the user holds the same role',
    }),
  ),
}

/** Query parameter: the sort order. */
export const orderQuery = {
  order: Type.Optional(OneOf(['newest', 'oldest'], { default: 'newest' })),
}

/** Query parameter of files: their language. */
export const languageQuery = { language: Type.Optional(OneOf(['id', 'en'], { default: 'id' })) }

const listsByPattern = new Map<string, readonly string[]>()

/** One or more values of a closed list, separated by commas. */
export function SomeOf(values: readonly string[]) {
  const one = `(${values.join('|')})`
  const pattern = `^${one}(,${one})*$`
  listsByPattern.set(pattern, values)
  return Type.String({
    pattern,
    maxLength: values.join(',').length,
    description: 'Any of these, separated by commas',
    examples: [values.slice(0, 2).join(',')],
  })
}

/** The values that a schema made by `SomeOf` accepts; undefined for any other schema. */
export function someOfWhich(schema: object): readonly string[] | undefined {
  return 'pattern' in schema && typeof schema.pattern === 'string'
    ? listsByPattern.get(schema.pattern)
    : undefined
}

/** The values of `SomeOf`, without duplicates. */
export function listed(text: string | undefined): string[] {
  return text === undefined ? [] : [...new Set(text.split(','))]
}

/** Media types of lists and reports as files. */
export const CSV = 'text/csv'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const csvText =
  'Times are in WIB; times, amounts and words are as on the screens. UTF-8 with a byte-order mark. A cell that a spreadsheet would take for a formula begins with an apostrophe.'
export const xlsxText =
  'Dates and times (WIB) are dates of Excel. Amounts are numbers where Excel keeps them exactly, and text otherwise.'

/**
 * Files of lists have no row limit: a program that requests one after another would keep the
 * database reading without end.
 */
export const fileThrottle: Throttle = { points: 20, seconds: 60, by: 'account' }

/** Common to every file of a list: it exports personal data of many people. */
export const exported = { fresh: true, discloses: 'export', throttle: fileThrottle } as const

export const exportTooLarge = problemKind(
  'export-too-large',
  422,
  'These are too many records for one file; narrow the filter',
)
