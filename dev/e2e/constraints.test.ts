// SECURITY 48: no constraint, type or function of the database refuses what the contract accepts.
// Every writable field is tried at its edges, and at those that the tables' checks mention, in an
// otherwise valid request.
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyEndpoint } from '@rmtools/contracts/everything'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { isReading, readWritten } from '@rmtools/contracts/reading'
import type { System } from '../system.ts'
import { valid, type Pool, type Schema } from './arbitrary.ts'
import { asOwner } from './books.ts'
import { edgesOf, type Edge } from './edges.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { rightRequests, type Prepare } from './right-requests.ts'

const ONE_MINUTE = 60_000
const SEED = 20261123
const PERSONA = {
  rm: 'rina',
  reviewer: 'maya',
  'company-admin': 'sari',
  auditor: 'yusuf',
  'platform-admin': 'putri',
} as const

let system: System
const tokens = new Map<string, string>()
const pool = { uuid: [] as string[], named: {} as Record<string, string[]> } satisfies Pool
let csrf: Record<string, string>
let prepares: Readonly<Record<string, Prepare>>
/** Lengths and samples from the checks of a column, by the column's name in the API. */
const spokenOf = new Map<string, string[]>()

beforeAll(async () => {
  system = await throwAwaySystem()
  for (const name of Object.values(PERSONA))
    tokens.set(name, (await as(system, name)).accessToken ?? '')
  const reply = await fetch(`${system.url}/auth/csrf-token`)
  csrf = {
    'x-csrf-token': ((await reply.json()) as { csrfToken: string }).csrfToken,
    cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
  await fillPool()
}, ONE_MINUTE)
afterAll(async () => await system[Symbol.asyncDispose]())

/** Fills in existing ids, so that requests reach the tables, and the tables' checks. */
async function fillPool(): Promise<void> {
  const rina = await as(system, 'rina')
  await rina.api.investors.create({
    kind: 'individual',
    fullName: 'Joko Susilo',
    email: 'joko@mail.example',
  })
  prepares = await rightRequests({
    rina,
    sari: await as(system, 'sari'),
    putri: await as(system, 'putri'),
  })
  await asOwner(system, async (owner) => {
    for (const table of ['crm_bib.lead', 'crm_bib.investor', 'auth_bib.auth_role'])
      pool.uuid.push(
        ...(await owner.query<{ id: string }>(`select id::text from ${table} limit 3`)).rows.map(
          ({ id }) => id,
        ),
      )
    const { rows } = await owner.query<{ column: string; check: string }>(`
      select a.attname as column, pg_get_constraintdef(k.oid) as check from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'c' and n.nspname in ('auth_bib', 'crm_bib')`)
    for (const { column, check } of rows) {
      const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      const lengths = [
        ...check.matchAll(/(?:char_length|length)\([^)]*\)+[^<>=]*(?:<=|<|>=|>|=) (\d+)/g),
      ].map(([, length]) => Number(length))
      const texts = lengths
        .flatMap((length) => [length, length + 1])
        .map((length) => 'a'.repeat(Math.min(length, 2000)))
      spokenOf.set(name, [...(spokenOf.get(name) ?? []), ...texts])
    }
  })
}

// Not suitable here: they end sessions, query Bib, or take input that is not JSON.
const LEFT_OUT = /^(sessions\.|devices\.|bibEvents\.|whatsappReports\.|live\.|reconciliations\.)/
const writing = everyEndpoint.filter(
  ({ id, spec }) =>
    spec.body &&
    !spec.upload &&
    spec.access !== 'service' &&
    spec.access !== 'push' &&
    !LEFT_OUT.test(id),
)

const ajv = formats.default(new Ajv({ strict: false }))
ajv.addKeyword('x-reads')

/** Whether a schema accepts a text, either literally or after normalisation. */
function fitter(schema: Schema & { 'x-reads'?: unknown }): (value: unknown) => boolean {
  const check = ajv.compile(schema)
  const reading = schema['x-reads']
  return (value) => {
    if (typeof value !== 'string' || !isReading(reading)) return check(value)
    const read = readWritten(reading, value)
    return 'value' in read && check(read.value)
  }
}

type Leaf = { path: readonly string[]; schema: Schema }

/** All leaf fields of a body, including nested ones. */
function leavesOf(schema: Schema, path: readonly string[] = []): Leaf[] {
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      leavesOf(inner, [...path, name]),
    )
  return [{ path, schema }]
}

/** The body with a value at a path; undefined if an object on the path is missing. */
function withValue(
  body: unknown,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): unknown {
  const given = { ...(typeof body === 'object' ? body : {}) } as Record<string, unknown>
  return { ...given, [name]: rest.length === 0 ? value : withValue(given[name] ?? {}, rest, value) }
}

async function send(
  spec: EndpointSpec,
  body: unknown,
  params: Record<string, unknown>,
): Promise<{ status: number; text: string }> {
  const role =
    typeof spec.access === 'object' ? spec.access.roles.find((one) => one in PERSONA) : 'rm'
  const token =
    spec.access === 'public' || spec.access === 'link'
      ? undefined
      : tokens.get(PERSONA[role ?? 'rm'])
  const path = spec.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const reply = await fetch(system.url + path, {
    method: spec.method,
    headers: {
      ...csrf,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(spec.idempotent ? { 'idempotency-key': crypto.randomUUID() } : {}),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  })
  return { status: reply.status, text: await reply.text() }
}

describe('SECURITY 48: at the edges of every field', () => {
  test('there is something to try', () => {
    expect(writing.length).toBeGreaterThan(40)
    expect(spokenOf.size).toBeGreaterThan(10)
  })

  test.each(writing.map(({ id, spec }) => [id, spec] as const))(
    '%s answers, and names the field that it refuses',
    { timeout: 3 * ONE_MINUTE },
    async (id, spec) => {
      const prepared = Object.entries(prepares).filter(
        ([name]) => name === id || name.startsWith(`${id} of `),
      )
      if (prepared.length === 0) expect(await faultsAtEdges(spec, madeUp(spec))).toEqual([])
      for (const [name, prepare] of prepared) {
        const { params, body } = prepare()
        const { status, text } = await send(spec, body, params)
        // A request that is refused unchanged would prove nothing about its fields.
        expect({ name, text, isTaken: status < 300 }).toMatchObject({ isTaken: true })
        expect(await faultsAtEdges(spec, prepare, versionIn(text))).toEqual([])
      }
    },
  )
})

/**
 * The faults in the answers at the edges of an operation's fields; starts from the record's
 * version, if it has one.
 */
async function faultsAtEdges(
  spec: EndpointSpec,
  prepare: Prepare,
  known?: number,
): Promise<string[]> {
  const faults: string[] = []
  let version = known
  for (const { path, schema } of leavesOf(spec.body as Schema))
    for (const { value, fits } of edgesAndChecks(path, schema)) {
      const { params, body } = prepare()
      const current = version === undefined || path[0] === 'version' ? body : { ...body, version }
      const { status, text } = await send(spec, withValue(current, path, value), params)
      if (status < 300) version = versionIn(text) ?? version
      if (isFault(status, fits || text.includes(`"/${path.join('/')}`)))
        faults.push(
          `${path.join('/')} = ${JSON.stringify(value).slice(0, 80)}: ${status} ${text.slice(0, 300)}`,
        )
    }
  return faults
}

/** A server error, or a validation error that does not name the field. */
const isFault = (status: number, isNamed: boolean) => status >= 500 || (status === 400 && !isNamed)

/** The edges of a field, plus those in the checks of the column of the same name. */
function edgesAndChecks(path: readonly string[], schema: Schema): Edge[] {
  const fits = fitter(schema)
  const checked = (spokenOf.get(path.at(-1) ?? '') ?? []).map((value) => ({
    value,
    fits: fits(value),
  }))
  return [...edgesOf(schema, fits), ...checked]
}

/** The version of a record after a change. */
function versionIn(text: string): number | undefined {
  const answer = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
  const records = [
    answer,
    ...Object.values(answer).filter((one) => typeof one === 'object' && one !== null),
  ] as Record<string, unknown>[]
  return records.map(({ version }) => version).find((one) => typeof one === 'number')
}

/**
 * A generated request for an operation without a prepared one: valid by its schemas, with existing
 * ids.
 */
function madeUp(spec: EndpointSpec): Prepare {
  const [body] = fc.sample(valid(spec.body as Schema, pool), { seed: SEED, numRuns: 1 })
  const [params = {}] = spec.params
    ? fc.sample(valid(spec.params as Schema, pool), { seed: SEED, numRuns: 1 })
    : []
  return () => ({ params: { ...(params as object) }, body: { ...(body as object) } })
}
