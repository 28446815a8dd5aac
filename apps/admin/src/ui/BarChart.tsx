// Bars that link to their details, by click, or by keyboard through the same figures as a table,
// which appears on focus. One tab stop; the arrow keys move between rows.
import { defined } from '@rmtools/contracts/keys'
import { toSearch } from '../base/search.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { useSay } from '../base/language.ts'
import { Chart } from './Chart.tsx'
import { barsOf, type FigureFormat } from './chart-options.ts'
import styles from './Chart.module.css'

export type Point = {
  readonly key: string
  readonly name: string
  /** One value per series. */
  readonly values: readonly (string | number)[]
  /** The list behind the bar. */
  readonly path: string
  readonly search: Readonly<Record<string, string | undefined>>
}

type Props = {
  label: string
  /** The dimension of the points: months, products. */
  head: string
  series: readonly string[]
  points: readonly Point[]
  /** The figures at the axis, and in the table. */
  short: FigureFormat
  exact: (value: string | number) => string
  height: number
  isHorizontal?: boolean
}

export function BarChart({
  label,
  head,
  series,
  points,
  short,
  exact,
  height,
  isHorizontal = false,
}: Props) {
  const navigate = useNavigate()
  // The lists are new on each render; the key identifies their content, the label its language and
  // currency.
  const key = JSON.stringify([
    label,
    series,
    points.map(({ name, values }) => [name, values]),
    isHorizontal,
  ])
  const option = useMemo(
    () =>
      barsOf({
        categories: points.map(({ name }) => name),
        series: series.map((name, index) => ({
          name,
          values: points.map(({ values }) => values[index] ?? 0),
        })),
        format: short,
        isHorizontal,
      }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see the key
    [key],
  )
  const open = (index: number) => {
    const point = points[index]
    if (point) void navigate({ to: point.path, search: given(point.search) })
  }
  return (
    <Chart
      label={label}
      option={option}
      height={height}
      onSelect={open}
      table={<Figures {...{ label, head, series, points, exact }} />}
      isTableShownOnFocus
    />
  )
}

const given = (search: Point['search']) => toSearch(defined(search))

function Figures({
  label,
  head,
  series,
  points,
  exact,
}: Pick<Props, 'label' | 'head' | 'series' | 'points' | 'exact'>) {
  const say = useSay()
  const [at, setAt] = useState(0)
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const links = [...event.currentTarget.querySelectorAll('a')]
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: links.length - 1,
    }
    const link = links[steps[event.key] ?? -1]
    if (!link) return
    event.preventDefault()
    link.focus()
  }
  return (
    <>
      <p className="caption faint" aria-hidden>
        {say({
          id: '↑ ↓ berpindah baris, Enter membuka daftarnya',
          en: '↑ ↓ move between rows, Enter opens the list',
        })}
      </p>
      <table className={styles['figures']} aria-label={label} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {series.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ key, name, values, path, search }, index) => (
            <tr key={key}>
              <th scope="row">
                <Link
                  to={path}
                  search={given(search)}
                  tabIndex={index === Math.min(at, points.length - 1) ? 0 : -1}
                  onFocus={() => setAt(index)}
                >
                  {name}
                </Link>
              </th>
              {series.map((one, place) => (
                <td key={one}>{exact(values[place] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
