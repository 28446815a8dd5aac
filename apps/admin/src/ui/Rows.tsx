// The rows of a list, as a native table: a list may show hundreds of rows, and is rendered again
// with each letter of a search.
import { toSearch } from '../base/search.ts'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactElement } from 'react'
import { useSay } from '../base/language.ts'
import type { Column } from './columns.ts'
import styles from './Rows.module.css'

/** The selected rows, including those that the list no longer shows. */
export type Selection<T> = {
  chosen: readonly T[]
  onChoose: (rows: readonly T[]) => void
  /** The label of a row's checkbox. */
  nameOf: (item: T) => string
  isFixed?: (item: T) => boolean
}

type Props<T> = {
  items: readonly T[]
  columns: readonly (Column<T> & { isChosen: boolean })[]
  density: 'comfortable' | 'compact'
  isStale: boolean
  pathOf: ((item: T) => string) | undefined
  /** The link of a row keeps the filters of this address. */
  keepsSearch: boolean
  selection: Selection<T> | undefined
}

export function Rows<T extends { id: string }>(props: Props<T>) {
  const { items, columns, density, isStale, pathOf, selection } = props
  const chosen = useMemo(() => new Set(selection?.chosen.map(({ id }) => id)), [selection?.chosen])
  const drawn = useDrawn(props)
  return (
    // If no link or checkbox is inside, only this lets the keyboard scroll to hidden columns.
    <div className={styles['box']} {...(pathOf || selection ? {} : { tabIndex: 0 })}>
      <table className={styles['rows']} data-density={density} data-stale={isStale}>
        <thead>
          <tr>
            {selection && <All items={items} chosen={chosen} selection={selection} />}
            {columns.map(({ key, title, isUntitled, ...column }) => (
              <th key={key} scope="col" {...marksOf(column)}>
                {isUntitled ? <span className="visually-hidden">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{items.map((item) => drawn(item, chosen.has(item.id)))}</tbody>
      </table>
    </div>
  )
}

const marksOf = ({
  align,
  isMinor,
  isChosen,
  width,
}: Pick<Column<never>, 'align' | 'isMinor' | 'width'> & { isChosen: boolean }) => ({
  'data-align': align,
  'data-minor': isMinor === true && !isChosen,
  ...(width ? { style: { width } } : {}),
})

/** Reuses rendered rows while their inputs are the same: React skips an identical element. */
function useDrawn<T extends { id: string }>({ columns, pathOf, keepsSearch, selection }: Props<T>) {
  const hasBoxes = selection !== undefined
  const { nameOf, isFixed, onChoose, chosen } = selection ?? {}
  const toggle = useCallback(
    (item: T, isChosen: boolean) => {
      const others = (chosen ?? []).filter(({ id }) => id !== item.id)
      onChoose?.(isChosen ? [...others, item] : others)
    },
    [chosen, onChoose],
  )
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- with another of these every row is another
  const kept = useMemo(
    () => new WeakMap<T, { isChosen: boolean; row: ReactElement }>(),
    [columns, keepsSearch, hasBoxes, toggle],
  )
  return (item: T, isChosen: boolean): ReactElement => {
    const before = kept.get(item)
    if (before?.isChosen === isChosen) return before.row
    const row = (
      <tr key={item.id} data-row-key={item.id} data-chosen={isChosen}>
        {hasBoxes && (
          <td className={styles['pick']}>
            <input
              type="checkbox"
              aria-label={nameOf?.(item)}
              checked={isChosen}
              disabled={isFixed?.(item) ?? false}
              onChange={(event) => toggle(item, event.target.checked)}
            />
          </td>
        )}
        {columns.map(({ key, render, isName, ...column }) => (
          <td key={key} {...marksOf(column)}>
            {isName && pathOf ? (
              <Link
                to={pathOf(item)}
                search={toSearch(keepsSearch || {})}
                className={styles['name']}
                data-row
              >
                {render(item)}
              </Link>
            ) : (
              render(item)
            )}
          </td>
        ))}
      </tr>
    )
    kept.set(item, { isChosen, row })
    return row
  }
}

type AllProps<T> = { items: readonly T[]; chosen: ReadonlySet<string>; selection: Selection<T> }

/** Selects all rows shown, or none. */
function All<T extends { id: string }>({ items, chosen, selection }: AllProps<T>) {
  const say = useSay()
  const free = items.filter((item) => !selection.isFixed?.(item))
  const count = free.filter(({ id }) => chosen.has(id)).length
  const choose = (isChosen: boolean) => {
    const shown = new Set(items.map(({ id }) => id))
    const elsewhere = selection.chosen.filter(({ id }) => !shown.has(id))
    selection.onChoose(isChosen ? [...elsewhere, ...free] : elsewhere)
  }
  return (
    <th scope="col" className={styles['pick']}>
      <input
        type="checkbox"
        aria-label={say({ id: 'Pilih semua yang tampil', en: 'Select all shown' })}
        checked={free.length > 0 && count === free.length}
        disabled={free.length === 0}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < free.length
        }}
        onChange={(event) => choose(event.target.checked)}
      />
    </th>
  )
}
