// SECURITY 28: the API conforms to its own document for any input. Inputs are generated from the
// schemas, valid or with one fault, for every persona: no 5xx, refusals as declared, answers as
// declared. FUZZ_SEED and FUZZ_RUNS extend the search; a failure prints its seed.
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { commonProblems } from '@rmtools/contracts/problem'
import type { System } from '../system.ts'
import { resolvedDocument } from '../resolved-document.ts'
import { nearly, valid, type Pool, type Schema } from './arbitrary.ts'
import { asOwner, jobsDone } from './books.ts'
import { approvedCase, quietStage, signed } from './bib.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { untilRegistered } from '../tour/papers.ts'

const SEED = Number(process.env['FUZZ_SEED'] ?? 20261123)
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20)
const PERSONAS = ['rina', 'maya', 'sari', 'yusuf', 'putri'] as const
const ONE_MINUTE = 60_000

type Responses = Record<string, { content?: Record<string, { schema: Schema }> }>
type Operation = { id: string; spec: EndpointSpec; responses: Responses }

let system: System
let problemFits: ValidateFunction
const documented = new Map<string, Responses>()
const tokens = new Map<string, string>()
const pool = { uuid: [] as string[], named: {} as Record<string, string[]> } satisfies Pool
let csrf: Record<string, string>

const ajv = formats.default(new Ajv({ strict: false, allErrors: true }))

beforeAll(async () => {
  system = await throwAwaySystem()
  const document = resolvedDocument(
    (await (await fetch(`${system.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId: string; responses: Responses }>>
      components: { schemas: { Problem: Schema } }
    },
  )
  for (const { operationId, responses } of Object.values(document.paths).flatMap((path) =>
    Object.values(path),
  ))
    documented.set(operationId, responses)
  problemFits = ajv.compile({ ...document.components.schemas.Problem, additionalProperties: false })
  for (const name of PERSONAS) tokens.set(name, (await as(system, name)).accessToken ?? '')
  const reply = await fetch(`${system.url}/auth/csrf-token`)
  csrf = {
    'x-csrf-token': ((await reply.json()) as { csrfToken: string }).csrfToken,
    cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
  await fillPool()
}, ONE_MINUTE)
afterAll(async () => await system[Symbol.asyncDispose]())

/**
 * Existing targets: one of each kind, and the ids of all records except those whose loss would lock
 * out the personas.
 */
async function fillPool(): Promise<void> {
  await jobsDone(system)
  const [stage, rina] = [quietStage(system), await as(system, 'rina')]
  const investor = await approvedCase(stage, rina)
  await untilRegistered(rina, investor.id)
  await signed(stage, rina, investor)
  const draft = await rina.api.investors.create({
    kind: 'individual',
    fullName: 'Joko Susilo',
    email: 'joko@mail.example',
  })
  await rina.api.remoteRegistration.sendLink({
    id: draft.id,
    version: draft.version,
    channel: 'email',
  })
  await jobsDone(system)
  const { messages } = (await (await fetch(`${system.url}/dev/inbox.json`)).json()) as {
    messages: { text: string }[]
  }
  pool.named['token'] = messages.flatMap(
    ({ text }) => /\/i\/(?:register|approve)\/([\w-]{43})/.exec(text)?.[1] ?? [],
  )
  const { items } = await rina.api.products.list()
  const codes = items.slice(0, 8).map(({ code }) => code)
  pool.named['productCode'] = codes
  pool.named['targetProductCode'] = codes
  pool.named['code'] = [...codes, '014', 'nationality']
  await asOwner(system, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where column_name = 'id' and data_type = 'uuid' and table_schema in ('auth_bib', 'crm_bib') and table_name not in ('auth_user', 'auth_company', 'auth_session', 'device_info', 'auth_membership')`)
    for (const { name } of tables)
      pool.uuid.push(
        ...(await owner.query<{ id: string }>(`select id from ${name} limit 4`)).rows.map(
          ({ id }) => id,
        ),
      )
    const others = await owner.query<{ id: string }>(
      'select id from auth_bib.auth_user where split_part(email, $1, 1) <> all($2)',
      ['@', PERSONAS],
    )
    pool.uuid.push(...others.rows.map(({ id }) => id))
  })
}

// These end the sessions that the other operations need, or never end themselves.
const LEFT_OUT = new Set([
  'live.stream',
  'sessions.logout',
  'sessions.logoutByPost',
  'sessions.revoke',
  'sessions.revokeOthers',
  'sessions.switchCompany',
  'devices.revoke',
  'bibEvents.push',
  'whatsappReports.push',
])
const operations = everyEndpoint.filter(
  ({ id, spec }) => spec.access !== 'service' && !LEFT_OUT.has(id),
)

type Sent = {
  persona: string
  params: Record<string, unknown>
  query: Record<string, unknown>
  body: unknown
  isValid: boolean
}

function inputsOf(spec: EndpointSpec): fc.Arbitrary<Sent> {
  const part = (schema: object | undefined) =>
    schema ? valid(schema as Schema, pool) : fc.constant({})
  const query = part(spec.query).map((one) => ({ ...(one as object), cursor: undefined }))
  const right = fc.record({
    params: part(spec.params),
    query,
    body: part(spec.body),
    isValid: fc.constant(true),
  })
  const wrong = fc.record({
    params: part(spec.params),
    query: spec.query ? fc.oneof(query, nearly(query)) : query,
    body: spec.body ? nearly(part(spec.body)) : fc.constant({}),
    isValid: fc.constant(false),
  })
  // Mostly as a user with access: an early refusal exercises little code.
  const may =
    typeof spec.access === 'object'
      ? {
          rm: 'rina',
          reviewer: 'maya',
          'company-admin': 'sari',
          auditor: 'yusuf',
          'platform-admin': 'putri',
        }
      : undefined
  const allowed =
    typeof spec.access === 'object' && may
      ? spec.access.roles.map((role) => may[role])
      : [...PERSONAS]
  const persona = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...allowed) },
    fc.constantFrom(...PERSONAS, 'nobody'),
  )
  return fc
    .tuple(persona, fc.oneof({ weight: 2, arbitrary: right }, wrong))
    .map(([who, input]) => ({ persona: who, ...(input as Omit<Sent, 'persona'>) }))
}

type Answer = { status: number; type: string; text: string }

async function send(spec: EndpointSpec, { persona, params, query, body }: Sent): Promise<Answer> {
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(params[name])),
  )
  const search = new URLSearchParams(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, wellFormed(value)]),
  )
  const token = tokens.get(persona)
  const reply = await fetch(`${system.url}${path}?${search}`, {
    method: spec.method,
    headers: {
      ...csrf,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(spec.idempotent ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...(spec.body ? { 'content-type': 'application/json' } : {}),
      ...(spec.upload && !spec.body ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(spec.body || spec.upload ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(10_000),
  })
  return {
    status: reply.status,
    type: reply.headers.get('content-type') ?? '',
    text: await reply.text(),
  }
}

const wellFormed = (value: unknown) =>
  String(typeof value === 'object' ? JSON.stringify(value) : value).toWellFormed()

// What a schema says about one field; rules between fields, such as a period that ends before it
// starts, are not part of a schema.
const SCHEMA_WORDS = new Set([
  'type',
  'pattern',
  'name-letters',
  'format',
  'enum',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
])

/** The violations of the document in an answer; empty if there are none. */
function faultsOf(operation: Operation, sent: Sent, answer: Answer): string[] {
  const { id, responses } = operation
  const { status, text } = answer
  const shown = responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined)
  if (status >= 500) return [`${status} ${text}`]
  if (!shown) return [`${status} is not in the document of ${id}: ${text}`]
  if (status >= 400) return faultsOfProblem(operation, sent, answer)
  const schema = shown.content?.['application/json']?.schema
  if (!schema) return []
  const fits = ajv.compile(schema)
  return fits(JSON.parse(text))
    ? []
    : [`the reply is not as declared: ${ajv.errorsText(fits.errors)}`]
}

function faultsOfProblem(
  { spec }: Operation,
  sent: Sent,
  { status, type, text }: Answer,
): string[] {
  if (!type.startsWith('application/problem+json')) return [`${status} comes as ${type}`]
  const problem = JSON.parse(text) as { type: string; errors?: { pointer: string; code: string }[] }
  if (!problemFits(problem)) return [`not a problem: ${ajv.errorsText(problemFits.errors)} ${text}`]
  const codes = [...(spec.problems ?? []), ...commonProblems].map(({ code }) => `/problems/${code}`)
  if (!codes.includes(problem.type)) return [`${problem.type} is not declared`]
  if (problem.type !== '/problems/invalid-input') return []
  const { errors = [] } = problem
  const bySchema = errors.some(({ code }) => SCHEMA_WORDS.has(code))
  if (sent.isValid && !spec.upload && bySchema)
    return [`refused although the document allows it: ${text}`]
  const arePointers = errors.every(({ pointer }) => pointer === '' || pointer.startsWith('/'))
  return arePointers && errors.length > 0 ? [] : [`no pointers: ${text}`]
}

describe('SECURITY 28: whatever is sent', () => {
  test.each(operations.map(({ id, spec }) => [id, spec] as const))(
    '%s answers as documented',
    async (id, spec) => {
      const operation = { id, spec, responses: documented.get(id.replace('.', '_')) ?? {} }
      const property = fc.asyncProperty(inputsOf(spec), async (sent) => {
        expect(faultsOf(operation, sent, await send(spec, sent))).toEqual([])
      })
      await fc.assert(property, { seed: SEED, numRuns: RUNS, interruptAfterTimeLimit: 20_000 })
    },
    ONE_MINUTE,
  )

  test('nobody was signed out by it, or the rest proved nothing', async () => {
    for (const [name, token] of tokens) {
      const { status } = await fetch(`${system.url}/auth/me`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect([name, status]).toEqual([name, 200])
    }
  })
})
