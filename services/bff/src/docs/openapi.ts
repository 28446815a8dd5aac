// The OpenAPI 3.1 document, printed from the contracts.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { commonProblems } from '@rmtools/contracts/problem'
import type { Operation } from '@rmtools/kit/service'

type Json = Record<string, unknown>

/** The document of the given operations. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const { id, spec } of operations)
    (paths[spec.path] ??= {})[spec.method.toLowerCase()] = operationObject(id, spec)
  return {
    openapi: '3.1.0',
    info: {
      title: 'RMTools',
      version,
      description:
        'The API of RMTools. Public writes need the header X-CSRF-Token from GET /auth/csrf-token with its cookie; operations that create need an Idempotency-Key. Every failure is application/problem+json (RFC 9457).',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(operations.map(({ id }) => tagOf(id)))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function operationObject(id: string, spec: EndpointSpec): Json {
  return {
    operationId: id.replace('.', '_'),
    tags: [tagOf(id)],
    summary: spec.summary,
    description: [spec.description, accessText(spec)].filter(Boolean).join('\n\n'),
    security: securityOf(spec),
    parameters: parametersOf(spec),
    ...(spec.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: spec.body } } } }
      : {}),
    ...(spec.upload
      ? {
          requestBody: {
            required: true,
            content: {
              'application/octet-stream': {
                schema: { type: 'string', format: 'binary', maxLength: spec.upload.maxBytes },
              },
            },
          },
        }
      : {}),
    responses: responsesOf(spec),
  }
}

function accessText({ access }: EndpointSpec): string {
  if (typeof access === 'object')
    return `Needs the permission \`${access.permission}\` (at first: ${access.roles.join(', ')}).`
  return {
    public: 'Open to anybody.',
    link: 'For the holder of a link.',
    session: 'For any signed-in user.',
    push: 'For the message broker.',
    service: '',
  }[access]
}

function securityOf({ access, method }: EndpointSpec): Json[] {
  if (access === 'public' || access === 'link') return method === 'GET' ? [] : [{ csrf: [] }]
  return [{ session: [] }]
}

function parametersOf(spec: EndpointSpec): Json[] {
  const path = Object.entries(spec.params?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }))
  const query = Object.entries(spec.query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: spec.query?.required?.includes(name) ?? false,
    schema,
  }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  }
  return [...path, ...query, ...(spec.idempotent ? [key] : [])]
}

function responsesOf(spec: EndpointSpec): Json {
  const content = spec.produces
    ? { [spec.produces]: { schema: { type: 'string', format: 'binary' } } }
    : spec.reply && { 'application/json': { schema: spec.reply } }
  const status = spec.status ?? (content ? 200 : 204)
  const own = Map.groupBy(spec.problems ?? [], (kind) => kind.status)
  for (const kind of commonProblems)
    if (isPossible(spec, kind.status)) own.set(kind.status, [...(own.get(kind.status) ?? []), kind])
  const problems = [...own].map(([code, kinds]) => [
    String(code),
    {
      description: [...new Set(kinds.map((kind) => `\`${kind.code}\`: ${kind.title}`))].join(
        '\n\n',
      ),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return {
    [status]: { description: 'Done', ...(content ? { content } : {}) },
    ...Object.fromEntries(problems),
  }
}

function isPossible(spec: EndpointSpec, status: number): boolean {
  if (status === 401) return spec.access !== 'public'
  // An id in the body may name nothing as well as one in the path.
  if (status === 404)
    return spec.params !== undefined || spec.body !== undefined || spec.access === 'link'
  if (status === 405 || status === 502) return false
  if (status === 413 || status === 415) return spec.body !== undefined || spec.upload !== undefined
  return true
}

const tagOf = (id: string) => id.split('.')[0] ?? id

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
