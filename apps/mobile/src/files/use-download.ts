import { useAct } from '../app/act.ts'
import { shareFile } from './share'
import type { SharedFile } from './shared-file.ts'

/** Fetches a file and hands it over; what goes wrong is told. */
export function useDownload(): {
  isBusy: boolean
  download: (file: Omit<SharedFile, 'bytes'>, fetchBytes: () => Promise<Uint8Array>) => void
} {
  const { run, isBusy } = useAct(async ({ file, fetchBytes }: Wanted) => await shareFile({ ...file, bytes: await fetchBytes() }))
  return { isBusy, download: (file, fetchBytes) => run({ file, fetchBytes }) }
}

type Wanted = { file: Omit<SharedFile, 'bytes'>; fetchBytes: () => Promise<Uint8Array> }
