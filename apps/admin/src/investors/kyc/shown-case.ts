// The displayed case, for components deep inside it: the reveal of a masked value, the findings at
// a field.
import { createContext, useContext } from 'react'
import type {
  InvestorDetail,
  ReturnedPart,
  ReturnReason,
} from '@rmtools/contracts/crm/investor-cases'

/** The reason for a part; after resubmission, with its earlier value. */
export type ShownReturn = ReturnReason & Partial<Pick<ReturnedPart, 'was' | 'isChanged'>>

export type ShownCase = Pick<InvestorDetail, 'id' | 'warnings'> & {
  readonly returned: readonly ShownReturn[]
  /** The values are earlier ones, which cannot be revealed. */
  readonly isPast?: boolean
}
export const ShownCaseContext = createContext<ShownCase | null>(null)

/** The reasons of a case: open ones, or those of the last return if it waits for review again. */
export function returnedOf({
  status,
  returnReasons,
  lastReturn,
}: InvestorDetail): readonly ShownReturn[] {
  return status === 'submitted' ? lastReturn : returnReasons
}

/** Throws outside a case. */
export function useShownCase(): ShownCase {
  const shown = useContext(ShownCaseContext)
  if (!shown) throw new Error('useShownCase was called outside a case')
  return shown
}
