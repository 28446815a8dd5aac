// Generates the SDK's part from the contracts: the named types, one method per operation, and what
// the client must know about each.
import { deprecationText } from '@rmtools/contracts/deprecation'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { everyEndpoint, type NamedEndpoint } from '@rmtools/contracts/everything'
import { nounTexts } from '@rmtools/contracts/nouns'
import { commonProblems } from '@rmtools/contracts/problem'
import { comment, createTypes, indented, quoted } from './types.ts'

/** Not offered: operations that other teams' programs cannot call, and streams, which never end. */
const isOffered = ({ spec }: NamedEndpoint) =>
  spec.access !== 'service' && spec.access !== 'push' && spec.produces !== 'text/event-stream'

/** The text of packages/sdk/src/operations.ts. */
export function sdkSource(): string {
  const types = createTypes()
  const offered = everyEndpoint.filter(isOffered)
  const nouns = Map.groupBy(offered, ({ id }) => nounOf(id))
  const inputs: string[] = []
  const api = [...nouns].map(([noun, operations]) => {
    const methods = operations.map(({ id, spec }) => {
      inputs.push(`export type ${inputName(id)} = ${inputOf(spec, types)}\n`)
      return `${words(spec)}${nameOf(id)}: ${methodOf(id, spec, types)}\n`
    })
    return `${comment(new Map(Object.entries(nounTexts)).get(noun))}${noun}: {\n${methods.join('')}}\n`
  })
  const table = [...nouns].map(
    ([noun, operations]) =>
      `${noun}: {\n${operations.map(({ id, spec }) => `${nameOf(id)}: ${JSON.stringify(rowOf(spec))},\n`).join('')}},\n`,
  )
  return indented(`// Generated from the contracts by \`npm run generate\`. Do not edit.
import type { ListMethod, Method, Operations } from './method.ts'

${types.named()}
${inputs.join('\n')}
/** Every operation, by noun. */
export type Api = {
${api.join('')}}

/** Codes of refusals. */
export type ProblemCode =
${codes(offered)}

/** What the client knows of each operation. */
export const operations = {
${table.join('')}} as const satisfies Operations
`)
}

type Types = ReturnType<typeof createTypes>
const nounOf = (id: string) => id.split('.')[0] ?? ''
const nameOf = (id: string) => id.split('.')[1] ?? ''
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const inputName = (id: string) => `${capital(nounOf(id))}${capital(nameOf(id))}Input`

function inputOf(spec: EndpointSpec, types: Types): string {
  const parts = [spec.params, spec.query, spec.body].filter((part) => part !== undefined)
  const properties = Object.assign({}, ...parts.map((part) => part.properties)) as Record<
    string,
    object
  >
  const required = parts.flatMap((part) => part.required ?? [])
  if (!spec.upload) return types.objectOf(properties, required)
  return `${types.objectOf(properties, required).slice(0, -1)}bytes: Uint8Array\n}`
}

function replyOf({ produces, reply }: EndpointSpec, types: Types): string {
  if (produces !== undefined) return 'Uint8Array'
  return reply ? types.typeOf(reply) : 'void'
}

function methodOf(id: string, spec: EndpointSpec, types: Types): string {
  const kind = spec.query && 'cursor' in spec.query.properties ? 'ListMethod' : 'Method'
  return `${kind}<${inputName(id)}, ${replyOf(spec, types)}>`
}

function words(spec: EndpointSpec): string {
  const permission =
    typeof spec.access === 'object' ? `Needs the permission \`${spec.access.permission}\`.` : ''
  const fresh = spec.fresh ? 'Needs a password that was shown within ten minutes.' : ''
  const old = spec.deprecated && `@deprecated ${deprecationText(spec.deprecated)}`
  return comment(spec.summary, spec.description, permission, fresh, old)
}

const isPublic = ({ access }: EndpointSpec) => access === 'public' || access === 'link'

function rowOf(spec: EndpointSpec): object {
  const { method, path, query, body, upload, reply, produces, idempotent } = spec
  const row: Record<string, unknown> = { method, path }
  if (query) row['query'] = Object.keys(query.properties)
  if (body) row['body'] = Object.keys(body.properties)
  if (upload) row['body'] = 'bytes'
  if (reply) row['reply'] = 'json'
  if (produces !== undefined) row['reply'] = 'bytes'
  if (isPublic(spec)) row['isPublic'] = true
  if (idempotent) row['needsKey'] = true
  if (reply && 'title' in reply && reply['title'] === 'SignIn') row['signsIn'] = true
  return row
}

function codes(offered: readonly NamedEndpoint[]): string {
  const kinds = [...commonProblems, ...offered.flatMap(({ spec }) => spec.problems ?? [])]
  const unique = [...new Set(kinds.map(({ code }) => code))].toSorted()
  return unique.map((code) => `| ${quoted(code)}`).join('\n')
}
