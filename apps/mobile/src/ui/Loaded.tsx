import type { ReactNode } from 'react'
import { SkeletonRows } from './Skeleton.tsx'
import { ErrorState } from './States.tsx'

/** Stands in for content until it is loaded: a skeleton, or the error with a way to try again. */
export function Loaded({
  isLoading,
  error,
  onRetry,
  outline = <SkeletonRows />,
  children,
}: {
  isLoading: boolean
  error: unknown
  onRetry: () => void
  outline?: ReactNode
  children: ReactNode
}) {
  if (isLoading) return outline
  return error ? <ErrorState error={error} onRetry={onRetry} /> : children
}
