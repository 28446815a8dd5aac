import type { ReactNode } from 'react'
import type { CaseContext, SeenCase } from '../investors/rules.ts'
import type { CasePart } from './parts.ts'

export type PartProps = {
  seen: SeenCase
  context: CaseContext
  part: CasePart
  /**
   * Renders the screen around a part; `beforeNext` runs before the next part opens, and may prevent
   * it.
   */
  frame: (content: ReactNode, beforeNext?: () => Promise<boolean>, footer?: ReactNode) => ReactNode
}
