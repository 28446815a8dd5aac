// The answers of an operation in the document. Every refusal has one form, which stands in `components`; an operation adds the codes that
// are its own, and what any operation may answer with is the `default` of all.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { commonProblems, type ProblemKind } from '@rmtools/contracts/problem'
import type { Json } from './schemas.ts'

const content = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}

/** The answers that operations share, by name. */
export const sharedResponses: Json = {
  Refused: {
    description: commonProblems
      .map(({ status, code, title }) => `${status} \`${code}\`: ${title}`)
      .join('\n\n'),
    content,
  },
  Problem: { description: 'A refusal of this operation', content },
}

/** What an operation answers, by status. `success` is the content of its success. */
export function responsesOf(spec: EndpointSpec, success: Json | undefined): Json {
  const own = Map.groupBy(spec.problems ?? [], ({ status }) => status)
  return {
    [spec.status ?? (success ? 200 : 204)]: {
      description: 'Done',
      ...(success ? { content: success } : {}),
    },
    ...Object.fromEntries([...own].map(([status, kinds]) => [status, refusal(kinds)])),
    default: { $ref: '#/components/responses/Refused' },
  }
}

/** The codes and titles of an operation's own refusals, each title once in the whole document. */
export function problemTexts(specs: readonly EndpointSpec[]): string {
  const kinds = new Map(
    specs.flatMap(({ problems = [] }) => problems).map((kind) => [kind.code, kind]),
  )
  return [...kinds.values()]
    .toSorted((left, right) => (left.code < right.code ? -1 : 1))
    .map(({ code, title }) => `\`${code}\`: ${title}`)
    .join('\n\n')
}

// OpenAPI 3.1 lets a reference say its own description.
function refusal(kinds: readonly ProblemKind[]): Json {
  const codes = new Set(kinds.map(({ code }) => `\`${code}\``))
  return { $ref: '#/components/responses/Problem', description: [...codes].join(', ') }
}
