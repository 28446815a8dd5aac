import type { ReactNode } from 'react'
import type { CaseContext, SeenCase } from '../investors/rules.ts'
import type { CasePart } from './parts.ts'

export type PartProps = {
  seen: SeenCase
  context: CaseContext
  part: CasePart
  /** Draws the screen around a part; `beforeNext` runs, and may refuse, when one goes on. */
  frame: (content: ReactNode, beforeNext?: () => Promise<boolean>, footer?: ReactNode) => ReactNode
}
