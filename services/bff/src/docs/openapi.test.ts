import { validate } from '@readme/openapi-parser'
import { endpoint, Named, Nullable, Shape } from '@rmtools/contracts/endpoint'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { Text } from '@rmtools/contracts/fields'
import { expect, test } from 'vitest'
import { openApi } from './openapi.ts'

const MOST_BYTES = 300_000
const open = everyEndpoint.filter(({ spec }) => spec.access !== 'service')
const text = JSON.stringify(openApi(open, '0.1.0'))

test('the document is valid OpenAPI 3.1 and small enough to be read', async () => {
  const result = await validate(JSON.parse(text))
  expect(result).toMatchObject({ valid: true })
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES)
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
