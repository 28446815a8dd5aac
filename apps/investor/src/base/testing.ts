// A server for tests of the pages: it answers by method and path, and records the requests.
import { configure } from '@testing-library/react'
import { vi } from 'vitest'

// A second is nothing on a busy machine.
configure({ asyncUtilTimeout: 20_000 })

type Answer = { status?: number; body: object | null }
/** Answers by `GET /crm/…`; the last one of a list is repeated. */
export type Answers = Readonly<Record<string, object | null | Answer[]>>

export const refusal = (status: number, code: string): Answer => ({
  status,
  body: { type: `/problems/${code}`, title: '', status },
})

/** Stands in for the server until `vi.unstubAllGlobals()`; returns the requests as they come. */
export function serve(answers: Answers): { what: string; body: unknown }[] {
  const asked: { what: string; body: unknown }[] = []
  const left = new Map(
    Object.entries(answers).map(([what, one]) => [
      what,
      Array.isArray(one) ? [...one] : [{ body: one }],
    ]),
  )
  vi.stubGlobal('fetch', async (url: string, init: { method: string; body?: string }) => {
    if (url.includes('csrf')) return Response.json({ csrfToken: 'x', expiresInSeconds: 3600 })
    const what = `${init.method} ${new URL(url, 'http://localhost').pathname}`
    asked.push({ what, body: JSON.parse(init.body ?? 'null') as unknown })
    const queue = left.get(what)
    const answer = queue && queue.length > 1 ? queue.shift() : queue?.[0]
    if (!answer) throw new Error(`The test has no answer to ${what}`)
    const { status = 200, body } = answer
    return status === 204
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), { status })
  })
  return asked
}
