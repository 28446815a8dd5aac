import type { ReactNode } from 'react'

export type Row = { key: string; label: string; value: ReactNode; more?: ReactNode }

/** Labels and values, separated by hairlines. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="rows">
      {rows.map(({ key, label, value, more }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more !== undefined && <small>{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
