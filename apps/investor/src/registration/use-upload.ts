import { useRef, useState } from 'react'
import { MAX_DOCUMENT_BYTES, type DocumentType } from '@rmtools/contracts/crm/documents'
import type { Problem } from '@rmtools/contracts/problem'
import { problemOf } from '../app/problems.ts'
import { api } from './api.ts'
import type { DraftControl } from './use-draft.ts'

/** Documents of which there can be several. */
const severalOf: readonly DocumentType[] = ['authorised-identity', 'owner-identity', 'deed-amendment', 'other']

/** Whether more than one of a type may be kept. */
export const mayBeSeveral = (type: DocumentType) => severalOf.includes(type)

/** Sends a document; another try goes on with the one that was announced. The one it replaces goes when the new one is there. */
export function useUpload(token: string, type: DocumentType, { act, draft }: DraftControl) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const documentId = useRef<string>(undefined)
  const send = async (content: Blob): Promise<boolean> => {
    if (isBusy) return false
    setBusy(true)
    setProblem(null)
    try {
      const bytes = new Uint8Array(await content.arrayBuffer())
      const before = mayBeSeveral(type) ? [] : draft.known.documents.filter((one) => one.type === type)
      documentId.current ??= crypto.randomUUID()
      const id = documentId.current
      await act(async () => {
        await api.declareDocument({ token, type, documentId: id })
        await api.uploadDocument({ token, documentId: id, bytes })
        for (const old of before.filter((one) => one.id !== id)) await api.removeDocument({ token, documentId: old.id })
      })
      documentId.current = undefined
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  const remove = async (id: string) => {
    setProblem(null)
    await act(async () => await api.removeDocument({ token, documentId: id })).catch((error: unknown) => setProblem(problemOf(error)))
  }
  return { send, remove, isBusy, problem }
}

/** Whether a file is small enough to be sent. */
export const isSmallEnough = ({ size }: Blob) => size <= MAX_DOCUMENT_BYTES
