// A list as people work it: pages loaded as one goes down, rows that open by click or key, loading, empty and refused states.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Table, type TableProps } from 'antd'
import type { ColumnType } from 'antd/es/table'
import type { ReactNode } from 'react'
import { formatCount } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import type { ListQuery } from '../app/queries.ts'
import { Refusal, Waiting } from './Notice.tsx'
import styles from './DataTable.module.css'

export type Column<T> = {
  key: string
  title: string
  render: (item: T) => ReactNode
  /** Figures stand right. */
  align?: 'right'
  width?: number
  /** The cell that names the row: it is the link to it. */
  isName?: boolean
  /** Left out on narrow windows. */
  isMinor?: boolean
}

type Props<T> = {
  /** What the table shows, for screen readers. */
  label: string
  query: ListQuery<T>
  columns: readonly Column<T>[]
  pathOf?: (item: T) => string
  empty: ReactNode
  density?: 'comfortable' | 'compact'
  selection?: TableProps<T>['rowSelection']
  /** Above the rows: filters. */
  toolbar?: ReactNode
}

export function DataTable<T extends { id: string }>({
  label,
  query,
  columns,
  pathOf,
  empty,
  density = 'comfortable',
  selection,
  toolbar,
}: Props<T>) {
  const say = useSay()
  const { data, error, isPending, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(query)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total
  return (
    <section className={styles['list']} aria-label={label} aria-busy={isPending || isPlaceholderData}>
      {toolbar && <div className={styles['toolbar']}>{toolbar}</div>}
      {error && <Refusal problem={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Waiting rows={8} />}
      {data && items.length === 0 && empty}
      {items.length > 0 && (
        <Table<T>
          className={isPlaceholderData ? (styles['stale'] ?? '') : ''}
          rowKey="id"
          size={density === 'compact' ? 'small' : 'middle'}
          columns={columns.map((column) => columnOf(column, pathOf))}
          dataSource={[...items]}
          pagination={false}
          {...(selection ? { rowSelection: selection } : {})}
        />
      )}
      {(hasNextPage || total) && items.length > 0 && (
        <footer className={styles['foot']}>
          {hasNextPage && (
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say({ id: 'Muat lebih banyak', en: 'Load more' })}
            </Button>
          )}
          {total && <span>{say(shownOf, { shown: formatCount(items.length, say.language), total: totalText(total, say.language) })}</span>}
        </footer>
      )}
    </section>
  )
}

const shownOf = { id: '{shown} dari {total}', en: '{shown} of {total}' }

/** How many there are: no list is counted further than its cap. */
export function totalText({ count, isCapped }: { count: number; isCapped: boolean }, language: Language): string {
  return `${formatCount(count, language)}${isCapped ? '+' : ''}`
}

function columnOf<T>({ key, title, render, align, width, isName, isMinor }: Column<T>, pathOf?: (item: T) => string): ColumnType<T> {
  const cell = (_: unknown, item: T) =>
    isName && pathOf ? (
      <Link to={pathOf(item)} className={styles['name']}>
        {render(item)}
      </Link>
    ) : (
      render(item)
    )
  return {
    key,
    title,
    render: cell,
    ...(align ? { align } : {}),
    ...(width ? { width } : {}),
    ...(isMinor ? { responsive: ['xl'] as const } : {}),
  } as ColumnType<T>
}
