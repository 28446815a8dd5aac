// Every file that can be saved or viewed. For a list or report: `<Exports files={{ csv:
// fileOf('leads', 'export', filters), xlsx: … }} />`; for one document: `<FileButton
// file={fileOf('instructions', 'document', { id })} word="PDF" as="view" />`. Both show progress,
// can be cancelled, and show a refusal in view; `reason` explains why a file is not available.
import { App, Button, Dropdown } from 'antd'
import { ChevronDown, Download, FileText, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { problemText } from '@rmtools/look/problems'
import { actions, type Language } from '@rmtools/look/words'
import { fetchFile, saveFile, showFile, type FileRequest, type Progress } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { asProblem } from '../base/queries.ts'
import { WithReason } from './WithReason.tsx'

type Way = 'save' | 'view'

/** Downloads files one at a time and shows a refusal as a notification. */
export function useFile() {
  const say = useSay()
  const { notification } = App.useApp()
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const take = async (file: FileRequest, way: Way) => {
    if (running.current) return
    const stop = (running.current = new AbortController())
    const view = way === 'view' ? window.open('', '_blank') : null
    setProgress({ bytes: 0, total: null })
    try {
      const fetched = await fetchFile(file, { signal: stop.signal, onProgress: setProgress })
      if (way === 'view' && view) showFile(fetched, view)
      else saveFile(fetched)
    } catch (error) {
      view?.close()
      if (!stop.signal.aborted)
        notification.error({
          title: problemText(asProblem(error).code, say.language),
          role: 'alert',
        })
    } finally {
      running.current = undefined
      setProgress(null)
    }
  }
  return { take, progress, stop: () => running.current?.abort() }
}

type ButtonProps = {
  file: FileRequest
  word: string
  as?: Way
  /** Why the file is not available now. */
  reason?: string | undefined
  type?: 'text' | 'default' | 'link'
}

/** One document, saved or shown in its own window. */
export function FileButton({ file, word, as = 'save', reason, type = 'default' }: ButtonProps) {
  const say = useSay()
  const { take, progress, stop } = useFile()
  const why = useReason(file, reason)
  const Icon = as === 'save' ? Download : FileText
  if (progress) return <Running word={progressText(say, progress)} onStop={stop} />
  return (
    <WithReason reason={why}>
      {(described) => (
        <Button
          type={type}
          icon={<Icon size={14} aria-hidden />}
          {...described}
          onClick={() => void take(file, as)}
        >
          {word}
        </Button>
      )}
    </WithReason>
  )
}

type ExportProps = { files: { csv: FileRequest; xlsx?: FileRequest }; reason?: string | undefined }

/** All rows of a list or report as a file. */
export function Exports({ files, reason }: ExportProps) {
  const say = useSay()
  const [csv, xlsx] = [
    spoken(files.csv, say.language),
    files.xlsx && spoken(files.xlsx, say.language),
  ]
  const { take, progress, stop } = useFile()
  const why = useReason(csv, reason)
  if (progress) return <Running word={progressText(say, progress)} onStop={stop} />
  const items = [
    { key: 'csv', label: 'CSV', onClick: () => void take(csv, 'save') },
    ...(xlsx ? [{ key: 'xlsx', label: 'Excel', onClick: () => void take(xlsx, 'save') }] : []),
  ]
  const word = say({ id: 'Ekspor', en: 'Export' })
  return (
    <WithReason reason={why}>
      {(described) =>
        why ? (
          <Button icon={<Download size={14} aria-hidden />} {...described}>
            {word}
          </Button>
        ) : (
          <Dropdown menu={{ items }} trigger={['click']}>
            <Button icon={<Download size={14} aria-hidden />} {...described}>
              {word}
              <ChevronDown size={14} aria-hidden />
            </Button>
          </Dropdown>
        )
      }
    </WithReason>
  )
}

/** Requests the file in the user's language. */
const spoken = ({ spec, input }: FileRequest, language: Language): FileRequest => ({
  spec,
  input: { ...input, language },
})

function useReason({ spec }: FileRequest, reason: string | undefined): string | undefined {
  const say = useSay()
  const may = useMay(spec)
  return may === false
    ? say({
        id: 'Peran Anda tidak dapat mengunduh berkas ini.',
        en: 'Your role cannot download this file.',
      })
    : reason
}

function Running({ word, onStop }: { word: string; onStop: () => void }) {
  const say = useSay()
  return (
    <Button icon={<X size={14} aria-hidden />} onClick={onStop} title={say(actions.cancel)}>
      <span role="status" className="figures">
        {word}
      </span>
    </Button>
  )
}

function progressText(say: Say, { bytes, total }: Progress): string {
  if (bytes === 0) return say({ id: 'Menyiapkan…', en: 'Preparing…' })
  const kilobytes = new Intl.NumberFormat(say.language, { maximumFractionDigits: 0 }).format(
    bytes / 1024,
  )
  return total === null ? `${kilobytes} kB` : `${Math.round((100 * bytes) / total)}%`
}
