// The statuses of an investor's case, and what each allows. Used by the server and the screens.
import { NamedList } from '../list-names.ts'

export const investorStatuses = NamedList('InvestorStatus', [
  'draft',
  'awaiting-investor',
  'submitted',
  'approved',
  'returned',
  'rejected',
  'syncing',
  'registered',
  'sync-failed',
])
export type InvestorStatus = (typeof investorStatuses)[number]

/**
 * Statuses in which the RM may change the case. While a link is open the investor has the pen;
 * withdraw the link first.
 */
export const isEditable = (status: InvestorStatus) => status === 'draft' || status === 'returned'
/**
 * Statuses from which a reviewer may return the case, also after Bib rejected it, so that the RM
 * can correct it.
 */
export const isReturnable = (status: InvestorStatus) =>
  status === 'submitted' || status === 'sync-failed'
/**
 * Statuses in which the risk profile may be renewed (yearly, also for registered investors),
 * consents given and bank accounts added.
 */
export const isMaintainable = (status: InvestorStatus) =>
  isEditable(status) || status === 'registered'
/**
 * Statuses in which an id at Bib can exist and the hand-over be repeated: a case that was never
 * sent has none.
 */
export const isHandedOver = (status: InvestorStatus) =>
  ['approved', 'syncing', 'sync-failed', 'registered'].includes(status)
