// The OpenAPI 3.1 document, printed from the contracts.
import { deprecationText } from '@rmtools/contracts/deprecation'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { nounTexts } from '@rmtools/contracts/nouns'
import type { Operation } from '@rmtools/kit/service'
import { createParameters } from './parameters.ts'
import { problemTexts, responsesOf, sharedResponses } from './responses.ts'
import { createSchemas, type Json } from './schemas.ts'

type Print = (schema: unknown) => unknown

/** The document of the given operations. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const { printed, named } = createSchemas()
  const parameters = createParameters(
    operations.map(({ spec }) => spec),
    printed,
  )
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { id, spec } of operations)
    (paths[spec.path] ??= {})[spec.method.toLowerCase()] = {
      ...described(id, spec),
      parameters: parameters.of(spec),
      ...bodyOf(spec, printed),
      responses: responsesOf(spec, replyOf(spec, printed)),
    }
  return {
    openapi: '3.1.0',
    info: {
      title: 'RMTools',
      version,
      description:
        'The API of RMTools. Public writes need the header X-CSRF-Token from GET /auth/csrf-token with its cookie; operations that create need an Idempotency-Key. Every failure is application/problem+json (RFC 9457). The refusals of `default` may come with any operation, also with a status for which the operation names refusals of its own.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: [...new Set(operations.map(({ id }) => tagOf(id)))].map((name) => ({
      name,
      description: textOf(name),
    })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
      parameters: parameters.named,
      responses: sharedResponses,
      schemas: {
        ...named(),
        Problem: {
          ...problemSchema,
          description: problemTexts(operations.map(({ spec }) => spec)),
        },
      },
    },
  }
}

function described(id: string, spec: EndpointSpec): Json {
  return {
    operationId: id.replace('.', '_'),
    tags: [tagOf(id)],
    summary: spec.summary,
    description: [
      spec.deprecated && deprecationText(spec.deprecated),
      spec.description,
      accessText(spec),
    ]
      .filter(Boolean)
      .join('\n\n'),
    ...(spec.deprecated ? { deprecated: true } : {}),
    ...securityOf(spec),
  }
}

function bodyOf({ body, upload }: EndpointSpec, printed: Print): Json {
  if (body) return requestBody('application/json', printed(body))
  if (!upload) return {}
  const bytes = { type: 'string', format: 'binary', maxLength: upload.maxBytes }
  return requestBody('application/octet-stream', bytes)
}

function requestBody(mediaType: string, schema: unknown): Json {
  return { requestBody: { required: true, content: { [mediaType]: { schema } } } }
}

function replyOf({ produces, reply }: EndpointSpec, printed: Print): Json | undefined {
  if (produces !== undefined)
    return { [produces]: { schema: { type: 'string', format: 'binary' } } }
  return reply && { 'application/json': { schema: printed(reply) } }
}

function accessText({ access }: EndpointSpec): string {
  if (typeof access === 'object') return `Needs the permission \`${access.permission}\`.`
  return {
    public: 'Open to anybody.',
    link: 'For the holder of a link.',
    session: 'For any signed-in user.',
    push: 'For the message broker.',
    service: '',
  }[access]
}

// What most operations need is said once, for the whole document.
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
