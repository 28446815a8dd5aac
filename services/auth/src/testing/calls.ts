// Calls to auth without a network.
import { randomUUID } from 'node:crypto'
import type { ProblemBody } from '@rmtools/contracts/problem'
import { wholeBody } from '@rmtools/kit/reply-body'
import type { Auth } from '../app.ts'

export type Answer = {
  status: number
  headers: Record<string, string | string[]>
  body: Record<string, unknown> & Partial<ProblemBody>
  cookies: Record<string, string>
}
export type Sending = { token?: string; ip?: string; headers?: Record<string, string> }

/** The answer to a call of an operation, made as bff makes it. */
export async function callOf(
  auth: Auth,
  { id, input }: { id: string; input: Record<string, unknown> },
  { token, ip = '10.0.0.1', headers = {} }: Sending,
): Promise<Answer> {
  const spec = auth.service.operations.find((operation) => operation.id === id)?.spec
  if (!spec) throw new Error(`no operation ${id}`)
  const pick = (part?: { properties: object }) =>
    Object.fromEntries(
      Object.keys(part?.properties ?? {}).flatMap((name) =>
        input[name] === undefined ? [] : [[name, input[name]]],
      ),
    )
  const known = new Set(
    [spec.params, spec.query].flatMap((part) => Object.keys(part?.properties ?? {})),
  )
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !known.has(name)))
  const reply = await auth.service.call(id, {
    url: spec.path,
    params: pick(spec.params),
    query: pick(spec.query),
    headers: {
      'user-agent': 'test',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(spec.idempotent ? { 'idempotency-key': randomUUID() } : {}),
      ...headers,
    },
    body: spec.body ? Buffer.from(JSON.stringify(body)) : null,
    requestId: randomUUID(),
    ip,
    isTrusted: true,
  })
  const isJson = String(reply.headers['content-type'] ?? '').includes('json')
  const whole = reply.body === null ? '' : (await wholeBody(reply.body)).toString()
  const text = isJson ? whole : '{}'
  const lines = [reply.headers['set-cookie'] ?? []].flat()
  const cookies = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1, line.indexOf(';')),
    ]),
  )
  return {
    status: reply.status,
    headers: reply.headers,
    body: JSON.parse(text) as Answer['body'],
    cookies,
  }
}
