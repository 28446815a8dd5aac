import type { ReactNode } from 'react'

type Props = {
  tone?: 'information' | 'warning' | 'danger' | 'success'
  title?: string
  isAlert?: boolean
  children: ReactNode
}

/** A highlighted remark; screen readers announce an alert at once. */
export function Notice({ tone = 'information', title, isAlert = false, children }: Props) {
  return (
    <div className={`notice is-${tone}`} {...(isAlert ? { role: 'alert' } : {})}>
      {title !== undefined && <h2>{title}</h2>}
      <div>{children}</div>
    </div>
  )
}
