import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isReturnable, type InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'

/** Why a decision is not available: a code, and its text. */
export type Reason = { code: string; text: string }

// Other reasons are temporary: somebody releases the case, the reader reloads it.
const lasting: ReadonlySet<string> = new Set(['role', fourEyes.code])

/**
 * Whether the reviewer could ever return this case: marks are kept while a temporary reason
 * applies.
 */
export const mayMark = (status: InvestorStatus, reason: Reason | undefined) =>
  isReturnable(status) && !(reason && lasting.has(reason.code))
