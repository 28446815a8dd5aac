// Where the case of an investor may stand, and what is possible there: asked by the server and by the screens.
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

/** Where the RM may change the case. While a link is out the investor has the pen; withdraw the link first. */
export const isEditable = (status: InvestorStatus) => status === 'draft' || status === 'returned'
/**
 * Statuses from which a reviewer may return the case, also after Bib rejected it, so that the RM
 * can correct it.
 */
export const isReturnable = (status: InvestorStatus) =>
  status === 'submitted' || status === 'sync-failed'
/** Where the risk profile may be renewed (yearly, also of registered investors), consents given and bank accounts added. */
export const isMaintainable = (status: InvestorStatus) =>
  isEditable(status) || status === 'registered'
/** Where an id at Bib can exist, and a hand-over be repeated: what Bib was never sent has none. */
export const isHandedOver = (status: InvestorStatus) =>
  ['approved', 'syncing', 'sync-failed', 'registered'].includes(status)
