// The OpenAPI 3.1 document, generated from the contracts.
import { deprecationText } from '@rmtools/contracts/deprecation'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { nounTexts } from '@rmtools/contracts/nouns'
import type { Operation } from '@rmtools/kit/service'
import { composer } from './composed.ts'
import { createParameters } from './parameters.ts'
import { createResponses, problemTexts, successOf } from './responses.ts'
import { createSchemas, type Json } from './schemas.ts'
import { createShared } from './shared.ts'

type Print = (schema: unknown) => unknown

/** The document of the given operations. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const specs = operations.map(({ spec }) => spec)
  const schemas = createSchemas()
  const parameters = createParameters(specs, schemas.printed)
  const bodies = specs.map((spec) => bodyOf(spec, schemas.printed))
  const sharedBodies = createShared(
    'requestBodies',
    operations.flatMap(({ id }, at) => (bodies[at] ? [{ part: bodies[at], name: id }] : [])),
  )
  schemas.open()
  const successes = specs.map((spec) => successOf(spec, replyOf(spec, schemas.printed)))
  const { named, composed } = composer(schemas.named())
  const responses = createResponses(successes)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [at, { id, spec }] of operations.entries())
    (paths[spec.path] ??= {})[spec.method.toLowerCase()] = {
      ...described(id, spec),
      ...parameters.of(spec),
      ...(bodies[at] ? { requestBody: sharedBodies.of(bodies[at]) } : {}),
      responses: responses.of(spec, successes[at] ?? {}),
    }
  return {
    openapi: '3.1.0',
    info: { title: 'RMTools', version, description },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: [...new Set(operations.map(({ id }) => tagOf(id)))].map((name) => ({
      name,
      description: textOf(name),
    })),
    paths: composed(paths),
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
      parameters: parameters.named,
      responses: composed(responses.named),
      requestBodies: composed(sharedBodies.named),
      schemas: {
        ...named,
        Problem: { ...problemSchema, description: problemTexts(specs) },
      },
    },
  }
}

const description =
  'The API of RMTools; docs/API.md says what callers can rely on. Answers may get more properties, and lists of values more values. Any signed-in user may call an operation that names no permission (`Needs …`), anybody one without security, and the holder of a link one with its token. Public writes need the header X-CSRF-Token from GET /auth/csrf-token with its cookie; operations that create need an Idempotency-Key. Every failure is application/problem+json (RFC 9457). Every refusal is the answer `default`: an operation names those of its own, the response `Refused` those that any may answer, the schema `Problem` what they mean.'

function described(id: string, spec: EndpointSpec): Json {
  return {
    operationId: id.replace('.', '_'),
    tags: [tagOf(id)],
    summary: spec.summary,
    ...textsOf(spec),
    ...(spec.deprecated ? { deprecated: true } : {}),
    ...securityOf(spec),
  }
}

function textsOf(spec: EndpointSpec): Json {
  const texts = [
    spec.deprecated && deprecationText(spec.deprecated),
    spec.description,
    accessText(spec),
  ].filter(Boolean)
  return texts.length > 0 ? { description: texts.join('\n\n') } : {}
}

function bodyOf({ body, upload }: EndpointSpec, printed: Print): Json | undefined {
  if (body) return requestBody('application/json', printed(body))
  if (!upload) return undefined
  const bytes = { type: 'string', format: 'binary', maxLength: upload.maxBytes }
  return requestBody('application/octet-stream', bytes)
}

function requestBody(mediaType: string, schema: unknown): Json {
  return { required: true, content: { [mediaType]: { schema } } }
}

function replyOf({ produces, reply }: EndpointSpec, printed: Print): Json | undefined {
  if (produces !== undefined)
    return { [produces]: { schema: { type: 'string', format: 'binary' } } }
  return reply && { 'application/json': { schema: printed(reply) } }
}

function accessText({ access }: EndpointSpec): string {
  if (access === 'push')
    return 'For an outside system, with its signed token or its signature of the body.'
  return typeof access === 'object' ? `Needs \`${access.permission}\`.` : ''
}

// The requirements of most operations are the document's default.
function securityOf({ access, method }: EndpointSpec): Json {
  if (access !== 'public' && access !== 'link') return {}
  return { security: method === 'GET' ? [] : [{ csrf: [] }] }
}

const tagOf = (id: string) => id.split('.')[0] ?? id
const textOf = (noun: string): string | undefined => new Map(Object.entries(nounTexts)).get(noun)

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', examples: ['/problems/invalid-input'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The request id' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the input' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}
