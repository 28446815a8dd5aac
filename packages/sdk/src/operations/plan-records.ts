// Generated from the contracts by `npm run generate`. Do not edit.
import type { CalendarDate, Currency, Id, Instant, Money, Version } from './fields.ts'
import type { InstructionStatus } from './instruction-statuses.ts'
import type { PaymentState } from './payment-rules.ts'
import type { PlanReason, PlanRunStatus, PlanStatus, PlanWay } from './plan-rules.ts'

export type Plan = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  investorId: Id
  investorName: string
  status: PlanStatus
  statusReason: string | null
  pausedBy: 'rm' | 'back-office' | 'investor' | null
  lines: Array<PlanLine>
  amount: Money
  currency: Currency
  day: number
  startsOn: CalendarDate
  endsOn: CalendarDate | null
  runsAtMost: number | null
  goalAmount: Money | null
  way: PlanWay
  bankAccountId: Id
  bankAccount: string | null
  nextRunOn: CalendarDate | null
  runsDone: number
  amountDone: Money
  runsSkipped: number
  runsRetrying: number
  isChangeWaiting: boolean
  linkExpiresAt: Instant | null
  signedAt: Instant | null
  version: Version
  createdAt: Instant
  updatedAt: Instant
}

export type PlanEvent = {
  at: Instant
  what: 'created' | 'link-sent' | 'signed' | 'declined' | 'expired' | 'changed' | 'change-asked' | 'paused' | 'resumed' | 'stopped' | 'revoked' | 'completed' | 'handed-over'
  by: 'rm' | 'back-office' | 'investor' | 'system'
  detail: string | null
}

export type PlanLine = {
  productCode: string
  productName: string
  amount: Money
  riskLevel: number
  aboveRiskProfile: boolean
}

export type PlanRun = {
  id: Id
  period: string
  productCode: string
  productName: string
  amount: Money
  runOn: CalendarDate
  status: PlanRunStatus
  reason: PlanReason | null
  attempts: number
  retryOn: CalendarDate | null
  instructionId: Id | null
  instructionStatus: InstructionStatus | null
  paymentState: PaymentState | null
  updatedAt: Instant
}
