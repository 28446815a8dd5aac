// The parameters of an operation in the document. One that several operations take alike stands once in `components`, under its own name.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { Json } from './schemas.ts'

type Print = (schema: unknown) => unknown

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

/** The parameters of every operation, with those that repeat referred to. */
export function createParameters(specs: readonly EndpointSpec[], printed: Print) {
  const times = new Map<string, { parameter: Json; count: number }>()
  for (const parameter of specs.flatMap((spec) => ownOf(spec, printed))) {
    const text = JSON.stringify(parameter)
    times.set(text, { parameter, count: (times.get(text)?.count ?? 0) + 1 })
  }
  const shared = new Map<string, string>()
  const named: Record<string, Json> = {}
  for (const [text, { parameter, count }] of [...times].toSorted(
    ([, left], [, right]) => right.count - left.count,
  )) {
    const name = String(parameter['name'])
    if (count < 2 || name in named) continue
    named[name] = parameter
    shared.set(text, name)
  }
  return {
    of(spec: EndpointSpec): Json[] {
      return ownOf(spec, printed).map((parameter) => {
        const name = shared.get(JSON.stringify(parameter))
        return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` }
      })
    },
    named,
  }
}

function ownOf(spec: EndpointSpec, printed: Print): Json[] {
  const path = Object.entries(spec.params?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: printed(schema),
  }))
  const query = Object.entries(spec.query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    ...(spec.query?.required?.includes(name) ? { required: true } : {}),
    schema: printed(schema),
  }))
  return [...path, ...query, ...(spec.idempotent ? [idempotencyKey] : [])]
}
