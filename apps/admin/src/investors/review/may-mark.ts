import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isReturnable, type InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'

/** Why a decision is not open: a code to go by, and its words. */
export type Reason = { code: string; text: string }

// Other reasons are temporary: somebody releases the case, the reader reloads it.
const lasting: ReadonlySet<string> = new Set(['role', fourEyes.code])

/**
 * Whether the reader could ever return this case: marks are kept while a temporary reason holds.
 */
export const mayMark = (status: InvestorStatus, reason: Reason | undefined) =>
  isReturnable(status) && !(reason && lasting.has(reason.code))
