// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Id, Instant } from './fields.ts'
import type { InstructionStatus, InstructionType } from './instruction-statuses.ts'
import type { LeadStatus } from './leads.ts'

export type Agenda = {
  followUps: {
    count: number
    overdue: number
    items: Array<{
      id: Id
      fullName: string
      phone: string
      status: LeadStatus
      nextFollowUpAt: Instant
    }>
  }
  returned: {
    count: number
    items: Array<{
      id: Id
      displayName: string
      reasons: number
      returnedAt: Instant | null
    }>
  }
  waiting: {
    count: number
    items: Array<AgendaInstruction>
  }
  failed: {
    count: number
    items: Array<AgendaInstruction>
  }
  licence: {
    number: string
    expiresOn: CalendarDate
    daysLeft: number
  } | null
}

export type AgendaInstruction = {
  id: Id
  investorId: Id
  investorName: string
  type: InstructionType
  status: InstructionStatus
  productName: string
  statusReason: string | null
  linkExpiresAt: Instant | null
}

export type AgendaGetInput = {
}

export type AgendaApi = {
  /**
   * The RM's pending work today: follow-ups, returned KYC, instructions, the licence
   *
   * Needs the permission `today.read`.
   */
  get: Method<AgendaGetInput, Agenda>
}

export const agenda = {
  get: {"method":"GET","path":"/crm/agenda","reply":"json"},
} as const satisfies Operations[string]
