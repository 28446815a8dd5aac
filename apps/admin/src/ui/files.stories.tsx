import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { fileOf } from '../base/files.ts'
import { Exports, FileButton } from './Download.tsx'

const file = fileOf('leads', 'export', {})

export const stories: Stories<ReactNode> = {
  FileButton: (say) => ({
    save: state(<FileButton file={file} word={say('Unduh', 'Download')} />),
    view: state(<FileButton file={file} word="PDF" as="view" />),
    'not to be had': state(
      <FileButton file={file} word="PDF" reason={say('Belum ada.', 'Not there yet.')} />,
    ),
  }),
  Exports: (say) => ({
    both: state(<Exports files={{ csv: file, xlsx: file }} />),
    'not to be had': state(
      <Exports files={{ csv: file }} reason={say('Saring dulu.', 'Filter first.')} />,
    ),
  }),
}
