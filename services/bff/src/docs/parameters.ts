// The parameters of an operation in the document. A parameter that several operations share appears
// once in `components`, under its own name.
import { OneOf, type EndpointSpec } from '@rmtools/contracts/endpoint'
import { someOfWhich } from '@rmtools/contracts/lists'
import type { Json } from './schemas.ts'
import { createShared } from './shared.ts'

type Print = (schema: unknown) => unknown

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

/** The parameters of every operation; repeated ones become references. */
export function createParameters(specs: readonly EndpointSpec[], printed: Print) {
  const shared = createShared(
    'parameters',
    specs
      .flatMap((spec) => ownOf(spec, printed))
      .map((part) => ({ part, name: String(part['name']) })),
  )
  return {
    of(spec: EndpointSpec): Json {
      const own = ownOf(spec, printed).map(shared.of)
      return own.length > 0 ? { parameters: own } : {}
    },
    named: shared.named,
  }
}

/** Several values in one comma-separated text are a list to callers. */
function valueOf(schema: object, printed: Print): Json {
  const values = someOfWhich(schema)
  if (!values) return { schema: printed(schema) }
  const items = printed(OneOf(values))
  return { explode: false, schema: { type: 'array', minItems: 1, items } }
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
    ...valueOf(schema, printed),
  }))
  return [...path, ...query, ...(spec.idempotent ? [idempotencyKey] : [])]
}
