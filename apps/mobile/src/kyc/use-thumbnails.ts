import { useEffect, useState } from 'react'
import { deviceVault } from '../vault/device-vault.ts'
import { serverUrl } from '../base/server'
import { toBase64 } from '../files/base64.ts'
import { useDocumentLinks } from '../investors/remote.ts'
import { investorRecord, type SeenCase } from '../investors/rules.ts'
import { useWaiting } from '../sync/use-outbox.ts'

/**
 * Images of the documents by id: from the server, or from this device while they wait to be sent.
 */
export function useThumbnails(seen: SeenCase): ReadonlyMap<string, string> {
  const { data } = useDocumentLinks(seen.id, !seen.isUnsent)
  const local = useLocalPictures(seen.id)
  const stored = (data?.items ?? []).flatMap(({ id, thumbnailPath }) =>
    thumbnailPath ? [[id, serverUrl + thumbnailPath] as const] : [],
  )
  return new Map([...stored, ...local])
}

function useLocalPictures(id: string): ReadonlyMap<string, string> {
  const waiting = useWaiting(investorRecord(id)).filter(
    ({ operation, attachment }) => operation === 'documents.add' && attachment,
  )
  const [pictures, setPictures] = useState<ReadonlyMap<string, string>>(new Map())
  const wanted = waiting.map(({ attachment }) => attachment).join(' ')
  useEffect(() => {
    let isGone = false
    const read = async () => {
      const vault = await deviceVault()
      const read = await Promise.all(
        waiting.map(
          async ({ input, attachment }) =>
            [String(input['documentId']), await vault.readBytes(attachment ?? '')] as const,
        ),
      )
      const found = read.flatMap(([key, bytes]) =>
        bytes && !isPdf(bytes) ? [[key, `data:image/jpeg;base64,${toBase64(bytes)}`] as const] : [],
      )
      if (!isGone) setPictures(new Map(found))
    }
    void read()
    return () => {
      isGone = true
    }
    // Reads again when the list of attachments changes, not with every new array of the same
    // content.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted])
  return pictures
}

const isPdf = (bytes: Uint8Array) => bytes[0] === 0x25 && bytes[1] === 0x50
