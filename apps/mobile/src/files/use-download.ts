import { fileNameOf } from '@rmtools/look/file-names'
import { useCompany } from '../account/remote.ts'
import { useAct } from '../ui/act.ts'
import { shareFile } from './share'
import { endings, type FileKind } from './shared-file.ts'

/** A file to download: its media type, and the parts of its name that follow the company's. */
type Wanted = {
  parts: readonly (string | undefined)[]
  kind: FileKind
  fetchBytes: () => Promise<Uint8Array>
}

/** Downloads and shares a file; shows a message if that fails. */
export function useDownload(): {
  isBusy: boolean
  download: (file: Pick<Wanted, 'parts' | 'kind'>, fetchBytes: () => Promise<Uint8Array>) => void
} {
  const { data: company } = useCompany()
  const { run, isBusy } = useAct(async ({ parts, kind, fetchBytes }: Wanted) => {
    const name = fileNameOf([company?.name, ...parts], endings[kind])
    return await shareFile({ name, mediaType: kind, bytes: await fetchBytes() })
  })
  return { isBusy, download: (file, fetchBytes) => run({ ...file, fetchBytes }) }
}
