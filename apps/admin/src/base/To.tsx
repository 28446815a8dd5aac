import { defined } from '@rmtools/contracts/keys'
import { toSearch } from './search.ts'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  path: string
  search: Readonly<Record<string, string | number | boolean | undefined>>
  className?: string
  label?: string
  children: ReactNode
}

/** A link to a list with its filters; the target screen validates them. */
export function To({ path, search, className, label, children }: Props) {
  return (
    <Link
      to={path}
      search={toSearch(defined(search))}
      {...(className ? { className } : {})}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children}
    </Link>
  )
}
