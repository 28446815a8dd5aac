import { Tooltip } from 'antd'
import { useId, type ReactNode } from 'react'

type Described = { disabled: boolean; 'aria-describedby'?: string }

/** A button that is disabled with its reason: on hover, and for screen readers. */
export function WithReason({
  reason,
  children,
}: {
  reason: string | undefined
  children: (described: Described) => ReactNode
}) {
  const id = useId()
  if (!reason) return children({ disabled: false })
  return (
    <Tooltip title={reason}>
      <span tabIndex={0}>
        {children({ disabled: true, 'aria-describedby': id })}
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      </span>
    </Tooltip>
  )
}
