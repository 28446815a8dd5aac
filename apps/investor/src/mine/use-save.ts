// Saves a document of the client as a file.
import { useState } from 'react'
import { visitEnded } from '@rmtools/contracts/crm/client-page'
import type { Problem } from '@rmtools/contracts/problem'
import { useAct } from '../base/act.ts'
import { problemOf } from '../base/problems.ts'

type Wanted = { id: string; name: string; read: () => Promise<Uint8Array> }

/** Reads documents and saves them; a visit that has ended lapses. */
export function useSave(lapse: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [saved, setSaved] = useState<string>()
  const { isBusy, run } = useAct()
  const save = async ({ id, name, read }: Wanted) =>
    await run(async () => {
      setProblem(null)
      setSaved(id)
      try {
        saveAs(await read(), name)
        return true
      } catch (error) {
        const refusal = problemOf(error)
        if (refusal.code === visitEnded.code) lapse()
        else setProblem(refusal)
        return false
      }
    })
  return { problem, save, isSaving: (id: string) => isBusy && saved === id }
}

/** Saves a file under a name; the address of the visit never stands in the browser's history. */
function saveAs(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
