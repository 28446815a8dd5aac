import { validate } from '@readme/openapi-parser'
import { endpoint, Named, Nullable, Shape, type EndpointSpec } from '@rmtools/contracts/endpoint'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { Text } from '@rmtools/contracts/fields'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'

// 250 kB for the first 200 operations; a new noun brings its own.
const MOST_BYTES_PER_OPERATION = 1280
const open = everyEndpoint.filter(({ spec }) => spec.access !== 'service')
const text = JSON.stringify(openApi(open, '0.1.0'))

test('the document is valid OpenAPI 3.1 and small enough to be read', async () => {
  const result = await validate(JSON.parse(text))
  expect(result).toMatchObject({ valid: true })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(open.length * MOST_BYTES_PER_OPERATION)
})

test('a wrong document is not taken for valid', async () => {
  const wrong = { ...JSON.parse(text), info: { title: 'no version' } }
  expect(await validate(wrong)).toMatchObject({ valid: false })
})

test('resources and shared values have names, and every tag says what it is about', () => {
  const { components, tags } = JSON.parse(text)
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining(['Lead', 'LeadCountedPage', 'Money', 'Instant', 'Phone', 'Problem']),
  )
  expect(tags.filter((tag: { description?: string }) => !tag.description)).toEqual([])
})

const Amount = Named('Amount', Text(20))
const answering = (reply: ReturnType<typeof Shape>) => ({
  id: 'things.show',
  spec: endpoint({ method: 'GET', path: '/things', summary: 'Show', access: 'session', reply }),
})

test('what allows null or has other words refers to the named schema too', () => {
  const reply = Shape({
    plain: Amount,
    nullable: Nullable(Amount),
    described: { ...Amount, description: 'Of today' },
  })
  const shown = JSON.stringify(openApi([answering(reply)], '1.0.0'))
  const ref = '"$ref":"#/components/schemas/Amount"'
  expect(shown).toContain(`"plain":{${ref}}`)
  expect(shown).toContain(`"nullable":{"anyOf":[{${ref}},{"type":"null"}]}`)
  expect(shown).toContain(`"described":{${ref},"description":"Of today"}`)
})

test('one name for two schemas is refused', () => {
  const reply = Shape({ one: Amount, other: Named('Amount', Text(10)) })
  expect(() => openApi([answering(reply)], '1.0.0')).toThrow('Two schemas are called Amount')
})

test('a deprecated operation says so, until when, and what to use instead', () => {
  const spec = endpoint({
    method: 'GET',
    path: '/things',
    summary: 'Show',
    access: 'session',
    deprecated: { since: '2027-01-01', sunset: '2027-07-01', use: 'things.list' },
  })
  const { paths } = JSON.parse(JSON.stringify(openApi([{ id: 'things.show', spec }], '1.0.0')))
  expect(paths['/things'].get).toMatchObject({
    deprecated: true,
    description: expect.stringMatching(
      /may be removed from 2027-07-01\. Use `things\.list` instead/,
    ),
  })
  expect(text).not.toContain('"deprecated":true')
})

type Schema = {
  $ref?: string
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean
  unevaluatedProperties?: boolean
}
type Parts = Record<string, Record<string, Schema>>

/** A schema of the document, with its references and compositions resolved. */
function whole(schema: Schema, parts: Parts): Required<Pick<Schema, 'properties' | 'required'>> {
  const { $ref = '', allOf = [], properties = {}, required = [] } = schema
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec($ref) ?? []
  const others = [...($ref ? [parts[kind]?.[name] ?? {}] : []), ...allOf].map((one) =>
    whole(one, parts),
  )
  return {
    properties: Object.assign({}, ...others.map((one) => one.properties), properties),
    required: [...others.flatMap((one) => one.required), ...required],
  }
}

const isClosed = (schema: Schema, parts: Parts): boolean =>
  schema.additionalProperties === false ||
  schema.unevaluatedProperties === false ||
  (schema.$ref !== undefined &&
    isClosed(parts['schemas']?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, parts))

test('what is composed of others has the properties of the contract, and none is lost or doubled', () => {
  const { paths, components } = JSON.parse(text)
  const names = (properties: object = {}) => Object.keys(properties).toSorted()
  const at = (part: { $ref?: string; content?: Record<string, { schema: Schema }> }) => {
    const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(part?.$ref ?? '') ?? []
    return (part?.$ref ? components[kind][name] : part)?.content?.['application/json']?.schema
  }
  const saidOf = (spec: EndpointSpec) => {
    const shown = paths[spec.path][spec.method.toLowerCase()]
    return [
      [spec.body, at(shown.requestBody)],
      [spec.produces ? undefined : spec.reply, at(shown.responses[spec.status ?? 200])],
    ]
  }
  let composed = 0
  for (const { id, spec } of open) {
    for (const [contract, schema] of saidOf(spec)) {
      if (!contract || !('properties' in contract)) continue
      const { properties, required } = whole(schema, components)
      expect([id, names(properties)]).toEqual([id, names(contract['properties'] as object)])
      const must = (contract as Schema).required ?? []
      expect([id, required.toSorted()]).toEqual([id, must.toSorted()])
      if (contract === spec.body)
        expect([id, isClosed(schema, components)]).toEqual([id, isClosed(contract as Schema, {})])
      composed += 'allOf' in schema || JSON.stringify(schema).includes('$ref') ? 1 : 0
    }
  }
  expect(composed).toBeGreaterThan(100)
})

test('answers may get more properties; what is sent may not', () => {
  const Thing = Shape({ name: Text(10) })
  const spec = endpoint({
    method: 'POST',
    path: '/things',
    summary: 'Make',
    access: 'session',
    body: Shape({ thing: Thing }),
    reply: Shape({ made: Shape({ id: Text(10) }) }),
  })
  const { paths } = JSON.parse(JSON.stringify(openApi([{ id: 'things.make', spec }], '1.0.0')))
  const { requestBody, responses } = paths['/things'].post
  expect(JSON.stringify(requestBody).match(/"additionalProperties":false/g)).toHaveLength(2)
  expect(JSON.stringify(responses)).not.toContain('additionalProperties')
})

test('what several named schemas share stands once, under the name that they share or that one of them has', () => {
  const long = (length: number, prefix: string) =>
    Object.fromEntries(Array.from({ length }, (_, at) => [`${prefix}${at}`, Text(100 + at)]))
  const common = long(40, 'field')
  const Part = Named('Part', Shape(long(10, 'part')))
  const Sent = Named('ThingChanges', Shape({ ...common, note: Text(5) }))
  const Read = Named('ThingKept', Shape({ ...common, note: Text(9) }))
  const spec = endpoint({
    method: 'POST',
    path: '/things',
    summary: 'Make',
    access: 'session',
    body: Sent,
    reply: Shape({
      kept: Read,
      part: Part,
      more: Shape({ ...Part.properties, id: Text(10) }),
    }),
  })
  const { paths, components } = JSON.parse(
    JSON.stringify(openApi([{ id: 'things.make', spec }], '1.0.0')),
  )
  const { ThingFields, ThingChanges, ThingKept } = components.schemas
  expect(Object.keys(ThingFields.properties)).toHaveLength(40)
  expect(ThingChanges).toMatchObject({
    allOf: [{ $ref: '#/components/schemas/ThingFields' }],
    properties: { note: { maxLength: 5 } },
    unevaluatedProperties: false,
  })
  expect(ThingKept).not.toHaveProperty('unevaluatedProperties')
  const { more } =
    paths['/things'].post.responses[200].content['application/json'].schema.properties
  expect(more).toEqual({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/Part' }],
    required: ['id'],
    properties: { id: { type: 'string', minLength: 1, maxLength: 10 } },
  })
})

test('a filter of several values is a list of the named values', () => {
  const { components, paths } = JSON.parse(text)
  const [of] = paths['/crm/leads'].get.parameters
    .map(({ $ref = '' }) => components.parameters[$ref.split('/').at(-1) ?? ''])
    .filter((one: { name?: string } | undefined) => one?.name === 'statuses')
  expect(of).toMatchObject({
    explode: false,
    schema: { type: 'array', items: { $ref: '#/components/schemas/LeadStatus' } },
  })
})

test('an operation names its own refusals with their status, and refers to those of any', () => {
  const { paths } = JSON.parse(text)
  const { $ref, description } = paths['/crm/leads'].post.responses.default
  expect($ref).toBe('#/components/responses/Refused')
  expect(description).toContain('409 `lead-phone-taken`')
})
