// A working list: pages load while scrolling, rows open by click or key, with loading, empty and
// error states. With a name it has saved views, a choice of columns and a density, stored for the
// user.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useRef, type ReactNode } from 'react'
import { formatCount } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import type { ListPage, ListQuery } from '../base/queries.ts'
import { AsOf } from './AsOf.tsx'
import { useKeys } from './keys.ts'
import type { ListPreference, View } from './list-preferences.ts'
import { useListPreference } from './use-list-preference.ts'
import { ListSettings } from './ListSettings.tsx'
import { Refusal, Waiting } from './Notice.tsx'
import { Rows, type Selection } from './Rows.tsx'
import { SavedViews } from './SavedViews.tsx'
import styles from './DataTable.module.css'
import type { Column } from './columns.ts'

type Props<T> = {
  /** The name of the table, for screen readers. */
  label: string
  query: ListQuery<T>
  columns: readonly Column<T>[]
  pathOf?: (item: T) => string
  /** The link of a row keeps the filters of this address. */
  keepsSearch?: boolean
  empty: ReactNode
  /** The name under which views, columns and density are saved; without it there is no choice. */
  name?: string
  /** Predefined views. */
  views?: readonly View[]
  /** The search without any filter, such as the list's tab. */
  home?: View['search']
  selection?: Selection<T> | undefined
  /** Filters above the rows. */
  toolbar?: ReactNode
  /** Actions on the selection and exports, beside the total. */
  aside?: ReactNode
}

const unnamed: ListPreference = { density: 'comfortable', columns: {}, views: [] }

export function DataTable<T extends { id: string }>(props: Props<T>) {
  const { label, query, columns, pathOf, keepsSearch = false, empty, name, selection } = props
  const box = useRef<HTMLElement>(null)
  const list = useInfiniteQuery(query)
  const { data, error, isPending, isPlaceholderData, refetch } = list
  const [kept] = useListPreference(name ?? 'unnamed')
  const preference = name === undefined ? unnamed : kept
  useRowKeys(box, pathOf !== undefined)
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data])
  const shown = useShown(columns, preference.columns)
  return (
    <section
      className={styles['list']}
      aria-label={label}
      aria-busy={isPending || isPlaceholderData}
      ref={box}
    >
      <Head {...props} page={data?.pages[0]} choice={preference.columns} />
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Waiting rows={8} />}
      {data && items.length === 0 && empty}
      {items.length > 0 && (
        <Rows<T>
          items={items}
          columns={shown}
          density={preference.density}
          isStale={isPlaceholderData}
          pathOf={pathOf}
          keepsSearch={keepsSearch}
          selection={selection}
        />
      )}
      {items.length > 0 && (
        <Foot
          count={items.length}
          total={data?.pages[0]?.total}
          {...(list.hasNextPage && { onMore: () => void list.fetchNextPage() })}
          isLoading={list.isFetchingNextPage}
        />
      )}
    </section>
  )
}

type Choice = ListPreference['columns']

const isShownBy = (choice: Choice, column: Pick<Column<never>, 'key' | 'isName' | 'isExtra'>) =>
  column.isName === true || (choice[column.key] ?? column.isExtra !== true)

/** The visible columns; the array stays the same while neither they nor the choice change. */
function useShown<T>(columns: readonly Column<T>[], choice: Choice) {
  return useMemo(
    () =>
      columns
        .filter((column) => isShownBy(choice, column))
        .map((column) => ({ ...column, isChosen: choice[column.key] === true })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the choice is read anew at each drawing
    [columns, JSON.stringify(choice)],
  )
}

type HeadProps<T> = Props<T> & { page: ListPage<T> | undefined; choice: Choice }

/** Above the rows: views, filters, counts and display options. */
function Head<T>({ name, views, home, toolbar, aside, columns, page, choice }: HeadProps<T>) {
  const { asOf, total, isStale = false } = page ?? {}
  if (name === undefined && !toolbar && !asOf) return null
  const settings = columns
    .filter(({ isName }) => !isName)
    .map((column) => ({
      key: column.key,
      title: column.title,
      isShown: isShownBy(choice, column),
    }))
  return (
    <>
      {name !== undefined && <SavedViews name={name} presets={views} home={home} />}
      <div className={styles['toolbar']}>
        {toolbar}
        <div className={styles['aside']}>
          {asOf && <AsOf asOf={asOf} isStale={isStale} />}
          <Total total={total} />
          {aside}
          {name !== undefined && <ListSettings name={name} columns={settings} />}
        </div>
      </div>
    </>
  )
}

type FootProps = {
  count: number
  total: ListPage<unknown>['total']
  /** Absent if there is no further page. */
  onMore?: () => void
  isLoading: boolean
}

function Foot({ count, total, onMore, isLoading }: FootProps) {
  const say = useSay()
  if (!onMore && !total) return null
  return (
    <footer className={styles['foot']}>
      {onMore && (
        <Button loading={isLoading} onClick={onMore}>
          {say({ id: 'Muat lebih banyak', en: 'Load more' })}
        </Button>
      )}
      {total && (
        <span>
          {say(shownOf, {
            shown: formatCount(count, say.language),
            total: totalText(total, say.language),
          })}
        </span>
      )}
    </footer>
  )
}

const shownOf = { id: '{shown} dari {total}', en: '{shown} of {total}' }

/** The total as text: no list is counted beyond its cap. */
export function totalText(
  { count, isCapped }: { count: number; isCapped: boolean },
  language: Language,
): string {
  return `${formatCount(count, language)}${isCapped ? '+' : ''}`
}

function Total({ total }: { total: ListPage<unknown>['total'] }) {
  const say = useSay()
  return (
    <span role="status" className={styles['total']}>
      {total &&
        say(
          total.count === 1
            ? { id: '{count} baris', en: '{count} row' }
            : { id: '{count} baris', en: '{count} rows' },
          {
            count: totalText(total, say.language),
          },
        )}
    </span>
  )
}

/** The id of the focused row. */
export function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey']
}

/** J and K move between the rows' links; Enter then opens one. */
function useRowKeys(box: { readonly current: HTMLElement | null }, hasLinks: boolean): void {
  const walk = (step: 1 | -1) => {
    const links = [...(box.current?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])]
    const at = links.findIndex((link) =>
      link.closest('[data-row-key]')?.contains(document.activeElement),
    )
    const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const move = { id: 'Baris berikutnya, sebelumnya', en: 'Next row, previous row' }
  const open = { id: 'Buka baris', en: 'Open the row' }
  useKeys(
    hasLinks
      ? [
          { key: 'j', word: move, run: () => walk(1) },
          { key: 'k', word: move, run: () => walk(-1) },
          {
            key: 'o',
            word: open,
            run: () =>
              document
                .querySelector<HTMLElement>(`[data-row-key="${focusedRow() ?? ''}"] a[data-row]`)
                ?.click(),
          },
        ]
      : [],
  )
}
