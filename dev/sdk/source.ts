// Generates the SDK's part from the contracts: the named types, one method per operation, and what
// the client must know about each.
import { deprecationText } from '@rmtools/contracts/deprecation'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { everyEndpoint, type NamedEndpoint } from '@rmtools/contracts/everything'
import { whatsappReports } from '@rmtools/contracts/crm/whatsapp-reports'
import { nounTexts } from '@rmtools/contracts/nouns'
import { commonProblems } from '@rmtools/contracts/problem'
import { readPlaces } from './places.ts'
import { braced, comment, createTypes, indented, quoted } from './types.ts'

/** Not offered: operations that other teams' programs cannot call, and streams, which never end. */
const isOffered = ({ spec }: NamedEndpoint) =>
  spec.access !== 'service' &&
  spec.access !== 'push' &&
  spec.produces !== 'text/event-stream' &&
  spec !== whatsappReports.verify

const HEAD = '// Generated from the contracts by `npm run generate`. Do not edit.\n'

type SourceFile = { path: string; text: string }
type Named = { name: string; text: string }

/** The generated files of packages/sdk/src: one for each noun, and what composes them. */
export async function sdkSources(): Promise<SourceFile[]> {
  const places = await readPlaces()
  const types = createTypes(places.ofType)
  const offered = everyEndpoint.filter(isOffered)
  const nouns = [...Map.groupBy(offered, ({ id }) => nounOf(id))].map(([noun, operations]) =>
    nounSource(noun, places.ofNoun(noun), operations, types),
  )
  const files = [...new Set([...types.places(), ...nouns.map(({ place }) => place)])].toSorted()
  const named = (place: string): Named[] => [
    ...types.at(place),
    ...nouns.filter((noun) => noun.place === place).flatMap(({ inputs }) => inputs),
  ]
  return [
    ...files.map((place) => ({
      path: `operations/${place}.ts`,
      text: placeSource(
        types.imports(place),
        named(place),
        nouns.filter((noun) => noun.place === place),
      ),
    })),
    { path: 'operations/problem-code.ts', text: problemCodeSource(offered) },
    { path: 'operations.ts', text: operationsSource(nouns) },
    { path: 'named-types.ts', text: namedTypesSource(files, named) },
  ]
}

type Noun = { noun: string; place: string; inputs: Named[]; text: string }

function nounSource(
  noun: string,
  place: string,
  operations: readonly NamedEndpoint[],
  types: Types,
): Noun {
  const inputs: Named[] = []
  const methods = operations.map(({ id, spec }) => {
    const name = inputName(id)
    inputs.push({ name, text: `export type ${name} = ${inputOf(spec, types, place)}\n` })
    return `${words(spec)}${nameOf(id)}: ${methodOf(id, spec, types, place)}\n`
  })
  const rows = operations.map(({ id, spec }) => `${nameOf(id)}: ${JSON.stringify(rowOf(spec))},\n`)
  const text = `export type ${apiName(noun)} = {\n${methods.join('')}}

export const ${noun} = {\n${rows.join('')}} as const satisfies Operations[string]
`
  return { noun, place, inputs, text }
}

function placeSource(
  imports: readonly (readonly [string, readonly string[]])[],
  named: readonly Named[],
  nouns: readonly Noun[],
): string {
  const body = [...named, ...nouns].map(({ text }) => text).join('\n')
  const kinds = ['ListMethod', 'Method', 'Operations'].filter((kind) =>
    new RegExp(`\\b${kind}[<[]`).test(body),
  )
  const lines = [...(kinds.length > 0 ? [['../method', kinds] as const] : []), ...others(imports)]
  const head = lines.map(([from, names]) => `import type ${braced(names, `from '${from}.ts'`)}\n`)
  return indented(`${HEAD}${head.join('')}\n${body}`)
}

const others = (imports: readonly (readonly [string, readonly string[]])[]) =>
  imports.map(([place, names]) => [`./${place}`, names] as const)

function problemCodeSource(offered: readonly NamedEndpoint[]): string {
  return indented(`${HEAD}
/** Codes of refusals. */
export type ProblemCode =
${codes(offered)}
`)
}

/** What the client itself needs: every operation and every method, by noun. */
function operationsSource(nouns: readonly Noun[]): string {
  const imports = nouns.map(
    ({ noun, place }) =>
      `import ${braced([noun, `type ${apiName(noun)}`], `from './operations/${place}.ts'`)}\n`,
  )
  const about = new Map(Object.entries(nounTexts))
  const api = nouns.map(({ noun }) => `${comment(about.get(noun))}${noun}: ${apiName(noun)}\n`)
  return indented(`${HEAD}import type { Operations } from './method.ts'
${imports.join('')}
/** Every operation, by noun. */
export type Api = {
${api.join('')}}

/** What the client knows of each operation. */
export const operations = {
${nouns.map(({ noun }) => `${noun},\n`).join('')}} as const satisfies Operations
`)
}

/** The package's public types. Those of a noun's methods are `Api['noun']` to its users. */
function namedTypesSource(
  files: readonly string[],
  named: (place: string) => readonly Named[],
): string {
  const exports = files.map((place) => {
    const names = named(place).map(({ name }) => name)
    return `export type ${braced(names, `from './operations/${place}.ts'`)}\n`
  })
  return indented(`${HEAD}export type { Api } from './operations.ts'
export type { ProblemCode } from './operations/problem-code.ts'
${exports.join('')}`)
}

type Types = ReturnType<typeof createTypes>
const nounOf = (id: string) => id.split('.')[0] ?? ''
const nameOf = (id: string) => id.split('.')[1] ?? ''
const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
const apiName = (noun: string) => `${capital(noun)}Api`
const inputName = (id: string) => `${capital(nounOf(id))}${capital(nameOf(id))}Input`

function inputOf(spec: EndpointSpec, types: Types, place: string): string {
  const parts = [spec.params, spec.query, spec.body].filter((part) => part !== undefined)
  const properties = Object.assign({}, ...parts.map((part) => part.properties)) as Record<
    string,
    object
  >
  const required = parts.flatMap((part) => part.required ?? [])
  if (!spec.upload) return types.objectOf(properties, required, place)
  return `${types.objectOf(properties, required, place).slice(0, -1)}bytes: Uint8Array\n}`
}

function replyOf({ produces, reply }: EndpointSpec, types: Types, place: string): string {
  if (produces !== undefined) return 'Uint8Array'
  return reply ? types.typeOf(reply, place) : 'void'
}

function methodOf(id: string, spec: EndpointSpec, types: Types, place: string): string {
  const kind = spec.query && 'cursor' in spec.query.properties ? 'ListMethod' : 'Method'
  return `${kind}<${inputName(id)}, ${replyOf(spec, types, place)}>`
}

function words(spec: EndpointSpec): string {
  const permission =
    typeof spec.access === 'object' ? `Needs the permission \`${spec.access.permission}\`.` : ''
  const fresh = spec.fresh ? 'Needs a password entered within the last ten minutes.' : ''
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
