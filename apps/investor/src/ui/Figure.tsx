// A digit takes at most this part of the type size.
const DIGIT = 0.6

/** The one figure that matters, never broken: it shrinks to fit. */
export function Figure({ children }: { children: string }) {
  const fitting = (100 / (DIGIT * children.length)).toFixed(2)
  return (
    <div className="figure-place">
      <p className="figure" style={{ fontSize: `min(34px, ${fitting}cqw)` }}>
        {children}
      </p>
    </div>
  )
}
