import { useState } from 'react'
import { MAX_DOCUMENT_BYTES, type DocumentType } from '@rmtools/contracts/crm/documents'
import type { Problem } from '@rmtools/contracts/problem'
import { useAct } from '../base/act.ts'
import { problemOf } from '../base/problems.ts'
import { api } from './api.ts'
import type { DraftControl } from './use-draft.ts'

/** Document types that allow several. */
const severalOf: readonly DocumentType[] = [
  'authorised-identity',
  'owner-identity',
  'deed-amendment',
  'other',
]

/** Whether a case may have several documents of the type. */
export const mayBeSeveral = (type: DocumentType) => severalOf.includes(type)

/**
 * Uploads a document; a retry continues the announced upload. The replaced document is removed once
 * the new one has arrived.
 */
export function useUpload(token: string, type: DocumentType, { act, draft }: DraftControl) {
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [id, setId] = useState<string>(() => crypto.randomUUID())
  const told = async (work: () => Promise<unknown>) => {
    setProblem(null)
    return await work()
      .then(() => true)
      .catch((error: unknown) => {
        setProblem(problemOf(error))
        return false
      })
  }
  const upload = async (content: Blob) => {
    const bytes = new Uint8Array(await content.arrayBuffer())
    const before = mayBeSeveral(type)
      ? []
      : draft.known.documents.filter((one) => one.type === type)
    await act(async () => {
      await api.declareDocument({ token, type, documentId: id })
      await api.uploadDocument({ token, documentId: id, bytes })
      for (const old of before.filter((one) => one.id !== id))
        await api.removeDocument({ token, documentId: old.id })
    })
    setId(crypto.randomUUID())
  }
  const send = async (content: Blob) =>
    await run(async () => await told(async () => await upload(content)))
  const remove = async (old: string) =>
    await run(
      async () =>
        await told(
          async () => await act(async () => await api.removeDocument({ token, documentId: old })),
        ),
    )
  return { send, remove, isBusy, problem }
}

/** Whether a file is small enough to be sent. */
export const isSmallEnough = ({ size }: Blob) => size <= MAX_DOCUMENT_BYTES
