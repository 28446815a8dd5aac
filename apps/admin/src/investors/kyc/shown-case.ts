// The case whose values are shown, for what stands deep within them: the reveal of a masked value, the questions at a field.
import { createContext, useContext } from 'react'
import type { InvestorDetail } from '@rmtools/contracts/crm/investors'

export type ShownCase = Pick<InvestorDetail, 'id' | 'warnings' | 'returnReasons'>
export const ShownCaseContext = createContext<ShownCase | null>(null)

/** Throws outside of a case. */
export function useShownCase(): ShownCase {
  const shown = useContext(ShownCaseContext)
  if (!shown) throw new Error('There is no case around this')
  return shown
}
