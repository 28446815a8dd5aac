// The content of a document, fetched once. Its address expires after five minutes, so a new one is
// requested then.
import { queryOptions } from '@tanstack/react-query'
import { call, type ReplyOf } from '../../base/api.ts'

export type ShownDocument = ReplyOf<'documents', 'list'>['items'][number]

const KEPT_MS = 5 * 60_000

/**
 * The bytes as a Blob of the type that the server detected. Throws if the document is not
 * available.
 */
export function contentOf({ id, investorId, storedAt, mediaType, path }: ShownDocument) {
  return queryOptions({
    queryKey: ['document-content', id, storedAt],
    staleTime: Infinity,
    gcTime: KEPT_MS,
    placeholderData: undefined,
    queryFn: async ({ signal }) => {
      const first = path === null ? undefined : await fetch(path, { signal })
      const reply = first?.ok ? first : await fetch(await freshPath(investorId, id), { signal })
      if (!reply.ok) throw new Error(`document ${id}: HTTP ${reply.status}`)
      return new Blob([await reply.arrayBuffer()], {
        type: mediaType ?? 'application/octet-stream',
      })
    },
  })
}

async function freshPath(investorId: string, documentId: string): Promise<string> {
  const { items } = await call(['documents', 'list'], { id: investorId })
  const path = items.find(({ id }) => id === documentId)?.path
  if (!path) throw new Error(`document ${documentId} has no content`)
  return path
}
