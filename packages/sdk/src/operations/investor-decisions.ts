// Generated from the contracts by `npm run generate`. Do not edit.
import type { Id, Version } from './fields.ts'
import type { InvestorStatus } from './investor-statuses.ts'

export type Decision = 'approve' | 'return' | 'reject'

export type ReviewResult = {
  id: Id
  status: InvestorStatus | null
  version: Version | null
  problem: {
    type: string
    title: string
    status: number
  } | null
}
