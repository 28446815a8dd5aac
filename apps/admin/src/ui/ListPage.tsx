// A screen with one list: its title, its exports, and its empty state.
import type { ComponentProps } from 'react'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { DataTable } from './DataTable.tsx'
import { Exports } from './Download.tsx'
import { Empty } from './Notice.tsx'
import { Page } from './Page.tsx'

type Props<T extends { id: string }> = Omit<
  ComponentProps<typeof DataTable<T>>,
  'label' | 'empty'
> & {
  title: string
  /** None if the list covers several companies: a file belongs to one. */
  files: ComponentProps<typeof Exports>['files'] | undefined
  /** Whether the address filters the list: an empty list then says that nothing matches. */
  isFiltered: boolean
  words: Readonly<Record<'empty' | 'emptyHint' | 'noMatch' | 'noMatchHint', Bilingual>>
}

export function ListPage<T extends { id: string }>({
  title,
  files,
  isFiltered,
  words,
  ...list
}: Props<T>) {
  const say = useSay()
  const empty = (
    <Empty title={say(isFiltered ? words.noMatch : words.empty)}>
      {say(isFiltered ? words.noMatchHint : words.emptyHint)}
    </Empty>
  )
  return (
    <Page title={title} actions={files && <Exports files={files} />}>
      <DataTable<T> label={title} empty={empty} {...list} />
    </Page>
  )
}
