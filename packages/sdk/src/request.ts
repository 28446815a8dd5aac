// A call as an HTTP request.
import type { CallOptions, Operation } from './method.ts'

export type Input = Readonly<Record<string, unknown>>
export type Request = {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | Uint8Array
}

/** Splits the flat argument into path, query and body. */
export function requestOf(
  operation: Operation,
  input: Input,
  { headers = {}, idempotencyKey }: CallOptions,
): Request {
  const request: Request = {
    method: operation.method,
    url: pathOf(operation, input),
    headers: { accept: 'application/json, application/problem+json', ...headers },
  }
  if (operation.needsKey) request.headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID()
  const { body } = operation
  if (body === undefined) return request
  const { bytes } = input
  request.headers['content-type'] =
    body === 'bytes' ? 'application/octet-stream' : 'application/json'
  request.body =
    body === 'bytes' && bytes instanceof Uint8Array
      ? bytes
      : JSON.stringify(picked(input, body === 'bytes' ? [] : body))
  return request
}

const picked = (input: Input, names: readonly string[]) =>
  Object.fromEntries(
    names.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
  )

function pathOf({ path, query = [] }: Operation, input: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const given = query.filter((name) => input[name] !== undefined && input[name] !== null)
  const search = new URLSearchParams(given.map((name) => [name, String(input[name])]))
  return given.length > 0 ? `${filled}?${search}` : filled
}
