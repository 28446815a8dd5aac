import { useState } from 'react'
import { textOf } from '../app/problems.ts'
import { useLanguage } from '../app/preferences.ts'
import { toast } from '../ui/Toast.tsx'
import { shareFile } from './share'
import type { SharedFile } from './shared-file.ts'

/** Fetches a file and hands it over; what goes wrong is told. */
export function useDownload(): {
  isBusy: boolean
  download: (file: Omit<SharedFile, 'bytes'>, fetchBytes: () => Promise<Uint8Array>) => void
} {
  const language = useLanguage()
  const [isBusy, setBusy] = useState(false)
  const run = async (file: Omit<SharedFile, 'bytes'>, fetchBytes: () => Promise<Uint8Array>) => {
    if (isBusy) return
    setBusy(true)
    try {
      await shareFile({ ...file, bytes: await fetchBytes() })
    } catch (error) {
      toast(textOf(error, language))
    } finally {
      setBusy(false)
    }
  }
  return { isBusy, download: (file, fetchBytes) => void run(file, fetchBytes) }
}
