// The responses of an operation in the document. All refusals share one format, which is the
// `default` response of every operation; an operation's description adds its own statuses and
// codes.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { csvText, xlsxText, CSV, XLSX } from '@rmtools/contracts/lists'
import { commonProblems, type ProblemKind } from '@rmtools/contracts/problem'
import type { Json } from './schemas.ts'
import { createShared } from './shared.ts'

const common: Json = {
  Refused: {
    description: [
      'Any operation may answer:',
      ...commonProblems.map(({ status, code, title }) => `${status} \`${code}\`: ${title}`),
    ].join('\n\n'),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
}

const fileTexts: Readonly<Record<string, string>> = { [CSV]: csvText, [XLSX]: xlsxText }

/** The success response, with its content. */
export function successOf({ produces }: EndpointSpec, success: Json | undefined): Json {
  const description = (produces !== undefined && fileTexts[produces]) || 'OK'
  return { description, ...(success ? { content: success } : {}) }
}

/** The responses of operations, by status. A shared response appears once. */
export function createResponses(successes: readonly Json[]) {
  const shared = createShared(
    'responses',
    successes.map((part) => ({ part, name: nameOf(part) })),
  )
  return {
    of: (spec: EndpointSpec, success: Json): Json => ({
      [spec.status ?? ('content' in success ? 200 : 204)]: shared.of(success),
      default: refusalsOf(spec),
    }),
    named: { ...common, ...shared.named },
  }
}

/** A response is named after its schema, a file after the subtype of its media type. */
function nameOf({ content }: Json): string | undefined {
  if (content === undefined) return 'Nothing'
  const text = JSON.stringify(content)
  const [, schema] =
    /^\{"application\/json":\{"schema":\{"\$ref":"#\/components\/schemas\/(\w+)"\}/.exec(text) ?? []
  const [, file] = /^\{"[a-z]+\/(?:[\w.-]*[.-])?(?!json)(\w+)":/.exec(text) ?? []
  return schema ?? file
}

const isCommon = ({ code }: ProblemKind) => commonProblems.some((kind) => kind.code === code)

// OpenAPI 3.1 allows a reference to have its own description.
function refusalsOf({ problems = [] }: EndpointSpec): Json {
  const own = problems
    .filter((kind) => !isCommon(kind))
    .toSorted((left, right) => left.status - right.status)
  const texts = new Set(own.map(({ status, code }) => `${status} \`${code}\``))
  return {
    $ref: '#/components/responses/Refused',
    ...(texts.size > 0 ? { description: [...texts].join(', ') } : {}),
  }
}

/** The codes and titles of operations' own refusals; each title appears once in the document. */
export function problemTexts(specs: readonly EndpointSpec[]): string {
  const kinds = new Map(
    specs
      .flatMap(({ problems = [] }) => problems)
      .filter((kind) => !isCommon(kind))
      .map((kind) => [kind.code, kind]),
  )
  return [...kinds.values()]
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, title }) => `\`${code}\`: ${title}`)
    .join('\n\n')
}
