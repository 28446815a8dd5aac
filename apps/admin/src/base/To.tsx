import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  path: string
  search: Readonly<Record<string, string | number | boolean | undefined>>
  className?: string
  label?: string
  children: ReactNode
}

/** A link to a list with its filters: the address is checked by the screen that reads it. */
export function To({ path, search, className, label, children }: Props) {
  const given = Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  )
  return (
    <Link
      to={path}
      search={given as never}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  )
}
