import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isReturnable, type InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'

/** Why a decision is not open: a code to go by, and its words. */
export type Reason = { code: string; text: string }

// Others pass: somebody gives the case back, the reader loads it anew.
const lasting: ReadonlySet<string> = new Set(['role', fourEyes.code])

/** Whether the reader may ever return this case: what is marked then is kept while a passing reason holds. */
export const mayMark = (status: InvestorStatus, reason: Reason | undefined) =>
  isReturnable(status) && !(reason && lasting.has(reason.code))
