import type { CSSProperties } from 'react'

/** The one figure that matters, never broken: it shrinks to fit. */
export function Figure({ children }: { children: string }) {
  const length: CSSProperties & { '--length': number } = { '--length': children.length }
  return (
    <div className="figure-place">
      <p className="figure" style={length}>
        {children}
      </p>
    </div>
  )
}
