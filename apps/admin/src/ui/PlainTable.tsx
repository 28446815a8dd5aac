// A list that is loaded as a whole: sorted in the browser, with a total row if there are totals.
import { Table, type TableProps } from 'antd'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Refusal, Waiting } from './Notice.tsx'
import styles from './DataTable.module.css'

export type PlainColumn<T> = {
  key: string
  title: string
  render: (item: T) => ReactNode
  align?: 'right'
  isName?: boolean
  isMinor?: boolean
  sort?: (a: T, b: T) => number
  /** For the total row. */
  total?: ReactNode
}

type Props<T> = {
  label: string
  rows: readonly T[] | undefined
  keyOf: (item: T) => string
  columns: readonly PlainColumn<T>[]
  pathOf?: (item: T) => string
  problem?: unknown
  onRetry?: () => void
  empty: ReactNode
  selection?: TableProps<T>['rowSelection']
  toolbar?: ReactNode
  density?: 'comfortable' | 'compact'
}

export function PlainTable<T extends object>(props: Props<T>) {
  const {
    label,
    rows,
    keyOf,
    columns,
    pathOf,
    problem,
    onRetry,
    empty,
    selection,
    toolbar,
    density = 'compact',
  } = props
  const hasTotals = columns.some(({ total }) => total !== undefined)
  return (
    <section
      className={styles['list']}
      aria-label={label}
      aria-busy={rows === undefined && !problem}
    >
      {toolbar && <div className={styles['toolbar']}>{toolbar}</div>}
      {Boolean(problem) && <Refusal problem={problem} {...(onRetry ? { onRetry } : {})} />}
      {rows === undefined && !problem && <Waiting rows={8} />}
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && (
        <Table<T>
          rowKey={keyOf}
          size={density === 'compact' ? 'small' : 'middle'}
          columns={columns.map(({ key, title, render, align, isName, isMinor, sort }) => ({
            key,
            title,
            ...(align ? { align } : {}),
            ...(isMinor ? { className: styles['minor'] ?? '' } : {}),
            ...(sort ? { sorter: sort, showSorterTooltip: false } : {}),
            render: (_: unknown, item: T) =>
              isName && pathOf ? (
                <Link to={pathOf(item)} className={styles['name']}>
                  {render(item)}
                </Link>
              ) : (
                render(item)
              ),
          }))}
          dataSource={[...rows]}
          pagination={false}
          {...(selection ? { rowSelection: selection } : {})}
          {...(hasTotals
            ? { summary: () => <Totals columns={columns} offset={selection ? 1 : 0} /> }
            : {})}
        />
      )}
    </section>
  )
}

function Totals<T>({ columns, offset }: { columns: readonly PlainColumn<T>[]; offset: number }) {
  return (
    <Table.Summary.Row className={styles['totals'] ?? ''}>
      {columns.map(({ key, total, align, isMinor }, index) => (
        <Table.Summary.Cell
          key={key}
          index={index + offset}
          {...(align ? { align } : {})}
          {...(isMinor ? { className: styles['minor'] ?? '' } : {})}
        >
          {total}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  )
}
