import { endpoint, Nullable, OneOf, Shape, type EndpointSpec } from '@rmtools/contracts/endpoint'
import { notFound, problemKind } from '@rmtools/contracts/problem'
import Type from 'typebox'
import { describe, expect, test } from 'vitest'
import { breaksOf } from './breaks.ts'
import { surfaceOf, type Surface } from './surface.ts'

const taken = problemKind('name-taken', 409, 'The name is taken')
const base = {
  method: 'POST',
  path: '/things/{id}',
  summary: 'A thing',
  access: 'session',
  params: Shape({ id: Type.String() }),
  query: Shape({
    order: Type.Optional(OneOf(['newest', 'oldest'], { default: 'newest' })),
  }),
  body: Shape({
    name: Type.String({ maxLength: 50 }),
    note: Type.Optional(Nullable(Type.String())),
    count: Type.Optional(Type.Integer({ minimum: 1 })),
    tags: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 5 })),
  }),
  reply: Shape({
    id: Type.String(),
    state: OneOf(['open', 'closed']),
    at: Type.String({ format: 'date-time' }),
    items: Type.Array(Shape({ amount: Type.String() })),
    note: Type.Optional(Type.String()),
  }),
  problems: [taken],
} as const satisfies EndpointSpec

const surface = (spec: EndpointSpec, id = 'things.make'): Surface =>
  surfaceOf('1.0.0', [{ id, spec: endpoint(spec) }], [notFound])

/** The breaks of a changed operation, as `part: description`. */
function found(change: Partial<EndpointSpec>, before: Partial<EndpointSpec> = {}): string[] {
  const breaks = breaksOf(
    surface({ ...base, ...before }),
    surface({ ...base, ...before, ...change }),
    '2027-01-01',
  )
  return breaks.map(({ at, what }) => `${at}: ${what}`)
}
const body = (properties: Parameters<typeof Shape>[0]) => ({
  body: Shape({ ...base.body.properties, ...properties }),
})
const reply = (properties: Parameters<typeof Shape>[0]) => ({
  reply: Shape({ ...base.reply.properties, ...properties }),
})

/** The properties without the named one. */
function without(properties: Parameters<typeof Shape>[0], name: string) {
  return Shape(Object.fromEntries(Object.entries(properties).filter(([other]) => other !== name)))
}

test('an API is compatible with itself', () => {
  expect(found({})).toEqual([])
})

describe('a break of what callers send', () => {
  test.each<[string, Partial<EndpointSpec>, string[]]>([
    [
      'a new property that is required',
      body({ unit: Type.String() }),
      ['body/unit: is required now'],
    ],
    [
      'a property that becomes required',
      body({ count: Type.Integer({ minimum: 1 }) }),
      ['body/count: is required now'],
    ],
    [
      'a property that is no longer taken',
      { body: without(base.body.properties, 'note') },
      ['body/note: is no longer taken'],
    ],
    [
      'a lower limit',
      body({ name: Type.String({ maxLength: 40 }) }),
      ['body/name: maxLength was 50, is 40'],
    ],
    [
      'a first limit',
      body({ name: Type.String({ maxLength: 50, minLength: 2 }) }),
      ['body/name: minLength was unlimited, is 2'],
    ],
    [
      'a higher minimum',
      body({ count: Type.Optional(Type.Integer({ minimum: 2 })) }),
      ['body/count: minimum was 1, is 2'],
    ],
    [
      'a pattern',
      body({ name: Type.String({ maxLength: 50, pattern: '^a' }) }),
      ['body/name: pattern is another'],
    ],
    [
      'a format',
      body({ name: Type.String({ maxLength: 50, format: 'email' }) }),
      ['body/name: format was free, is email'],
    ],
    [
      'another type',
      body({ count: Type.Optional(Type.String()) }),
      ['body/count: type was integer, is string'],
    ],
    [
      'null that is refused',
      body({ note: Type.Optional(Type.String()) }),
      ['body/note: null is no longer taken'],
    ],
    [
      'a closed list in place of text',
      body({ name: OneOf(['a', 'b'], { maxLength: 50 }) }),
      ['body/name: takes a closed list only'],
    ],
    [
      'fewer values',
      { query: Shape({ order: Type.Optional(OneOf(['newest'], { default: 'newest' })) }) },
      ['query/order: no longer takes oldest'],
    ],
    [
      'another default',
      {
        query: Shape({ order: Type.Optional(OneOf(['newest', 'oldest'], { default: 'oldest' })) }),
      },
      ['query/order: default was "newest", is "oldest"'],
    ],
    [
      'shorter lists',
      body({ tags: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 4 })) }),
      ['body/tags: maxItems was 5, is 4'],
    ],
    [
      'shorter items of a list',
      body({ tags: Type.Optional(Type.Array(Type.String({ maxLength: 9 }), { maxItems: 5 })) }),
      ['body/tags/*: maxLength was 20, is 9'],
    ],
  ])('%s', (_what, change, breaks) => {
    expect(found(change)).toEqual(breaks)
  })

  test('a first property that is required where there was no body', () => {
    const before = surface({
      ...base,
      path: '/things',
      params: undefined,
      body: undefined,
    } as never)
    const after = surface({ ...base, path: '/things', params: undefined } as never)
    expect(breaksOf(before, after, '2027-01-01')).toMatchObject([{ at: 'body/name' }])
  })

  test('a property that is read less leniently', () => {
    const read = { ...base.body.properties.name, 'x-reads': 'name' }
    const before = body({ name: read as never })
    expect(found({}, before)).toEqual([])
    expect(found(body({ name: { ...read, 'x-reads': 'other' } as never }), before)).toEqual([
      'body/name: x-reads is another',
    ])
  })

  test('a smaller upload', () => {
    const upload = (maxBytes: number) => ({ body: undefined, upload: { maxBytes } }) as never
    expect(found(upload(9), upload(10))).toEqual(['upload: was 10 bytes, is 9 bytes'])
    expect(found(upload(11), upload(10))).toEqual([])
  })
})

describe('a break of what callers are answered', () => {
  test.each<[string, Partial<EndpointSpec>, string[]]>([
    [
      'a property that is gone',
      { reply: without(base.reply.properties, 'state') },
      ['reply/state: is gone'],
    ],
    [
      'a property that may be missing',
      reply({ id: Type.Optional(Type.String()) }),
      ['reply/id: may now be missing'],
    ],
    [
      'a property that may be null',
      reply({ id: Nullable(Type.String()) }),
      ['reply/id: may now be null'],
    ],
    ['another type', reply({ id: Type.Integer() }), ['reply/id: type was string, is integer']],
    [
      'another format',
      reply({ at: Type.String({ format: 'date' }) }),
      ['reply/at: format was date-time, is date'],
    ],
    [
      'a property of an item that is gone',
      reply({ items: Type.Array(Shape({})) }),
      ['reply/items/*/amount: is gone'],
    ],
    ['no answer', { reply: undefined, status: 200 } as never, ['reply: is gone']],
    ['another status', { status: 201 }, ['status: was 200, is 201']],
    ['a file', { produces: 'text/csv' }, ['produces: was JSON, is text/csv']],
    ['a problem code that is gone', { problems: [] }, ['problems/name-taken: is gone']],
    [
      'a problem with another status',
      { problems: [{ ...taken, status: 422 }] },
      ['problems/name-taken: had status 409, has 422'],
    ],
  ])('%s', (_what, change, breaks) => {
    expect(found(change)).toEqual(breaks)
  })

  test('a code that has become one of any operation is still answered', () => {
    const before = surface({ ...base, problems: [notFound] })
    expect(breaksOf(before, surface({ ...base, problems: [] }), '2027-01-01')).toEqual([])
  })
})

describe('a break of the operation', () => {
  test.each<[string, Partial<EndpointSpec>, string[]]>([
    ['other callers', { access: 'link' }, ['access: was session, is link']],
    ['an idempotency key', { idempotent: true }, ['needsKey: needs an idempotency key now']],
    ['a fresh password', { fresh: true }, ['needsFreshPassword: needs a fresh password now']],
  ])('%s', (_what, change, breaks) => {
    expect(found(change)).toEqual(breaks)
  })

  test('another name, by which clients call it', () => {
    expect(breaksOf(surface(base), surface(base, 'things.create'), '2027-01-01')).toMatchObject([
      { at: 'id', what: 'was things.make, is things.create' },
    ])
  })

  test('that is gone, unless it was deprecated and its sunset has come', () => {
    const nothing = surfaceOf('1.1.0', [], [])
    const old = surface({ ...base, deprecated: { since: '2027-01-01', sunset: '2027-07-01' } })
    const operation = 'POST /things/{id}'
    expect(breaksOf(surface(base), nothing, '2027-07-01')).toEqual([
      { operation, at: '', what: 'is gone' },
    ])
    expect(breaksOf(old, nothing, '2027-06-30')).toHaveLength(1)
    expect(breaksOf(old, nothing, '2027-07-01')).toEqual([])
  })

  test('that moves', () => {
    const moved = surface({ ...base, path: '/items/{id}' })
    expect(breaksOf(surface(base), moved, '2027-01-01')).toMatchObject([{ what: 'is gone' }])
  })
})

describe('no break', () => {
  test.each<[string, Partial<EndpointSpec>]>([
    ['a new optional property', body({ unit: Type.Optional(Type.String()) })],
    ['a wider limit', body({ name: Type.String({ maxLength: 60 }) })],
    ['no limit', body({ name: Type.String() })],
    ['null that is taken', body({ count: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))) })],
    [
      'numbers in place of integers',
      body({ count: Type.Optional(Type.Unsafe<number>({ type: 'number', minimum: 1 })) }),
    ],
    [
      'one more value',
      {
        query: Shape({
          order: Type.Optional(OneOf(['newest', 'oldest', 'name'], { default: 'newest' })),
        }),
      },
    ],
    ['one more property of an answer', reply({ more: Type.String() })],
    ['one more value in an answer', reply({ state: OneOf(['open', 'closed', 'lost']) })],
    ['a property that is always there', reply({ note: Type.String() })],
    ['one more problem', { problems: [taken, problemKind('other', 422, 'Other')] }],
    [
      'other words',
      {
        summary: 'Other words',
        ...body({ name: Type.String({ maxLength: 50, description: 'Words', examples: ['a'] }) }),
      },
    ],
  ])('%s', (_what, change) => {
    expect(found(change)).toEqual([])
  })

  test('a new operation', () => {
    expect(breaksOf(surfaceOf('1.0.0', [], []), surface(base), '2027-01-01')).toEqual([])
  })

  test('what services say among each other', () => {
    expect(surface({ ...base, access: 'service' }).operations).toEqual({})
  })
})

test('a keyword that it cannot judge is an error: looking away would be no comparison', () => {
  expect(() =>
    found(body({ name: Type.String({ maxLength: 50, contentEncoding: 'base64' }) })),
  ).toThrow("does not know 'contentEncoding' at '/name'")
})
