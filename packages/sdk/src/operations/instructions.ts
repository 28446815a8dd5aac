// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { ClientChannel } from './client-messages.ts'
import type { CalendarDate, Currency, Id, Instant, Money, Search, Units, Version } from './fields.ts'
import type { InstructionEvent } from './instruction-events.ts'
import type { AllocatedTarget, Refund } from './instruction-results.ts'
import type { InstructionStatus, InstructionType } from './instruction-statuses.ts'
import type { Total } from './lists.ts'
import type { Payment } from './payments.ts'
import type { Reservation } from './reservations.ts'

export type Instruction = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  investorId: Id
  investorName: string
  type: InstructionType
  status: InstructionStatus
  statusReason: string | null
  productCode: string
  productName: string
  targetProductCode: string | null
  targetProductName: string | null
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  feePercent: string
  feeAmount: Money | null
  navDate: CalendarDate
  bankAccountId: Id | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  licenceNumber: string
  linkExpiresAt: Instant | null
  approvedAt: Instant | null
  bibReference: string | null
  allocatedUnits: string | null
  allocatedNav: string | null
  allocatedAmount: string | null
  allocatedFee: Money | null
  allocatedTarget: AllocatedTarget | null
  correctedAt: Instant | null
  refund: Refund | null
  settledOn: CalendarDate | null
  payment: Payment | null
  repeatOf: Id | null
  repeatedBy: Id | null
  planId: Id | null
  duplicateOf: Id | null
  amountQuestions: Array<'above-income' | 'above-wealth' | 'above-ceiling' | 'very-large'>
  amountReason: string | null
  version: Version
  createdAt: Instant
  updatedAt: Instant
}

export type InstructionCountedPage = {
  items: Array<Instruction>
  nextCursor: string | null
  total?: Total
}

export type InstructionsListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Count the items, up to 10000 */
  count?: boolean
  /** all: also in other companies where the user holds the same role */
  companies?: 'active' | 'all'
  status?: InstructionStatus
  /** Any of these, separated by commas */
  statuses?: string
  /** Any of these, separated by commas */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type InstructionsExportInput = {
  status?: InstructionStatus
  /** Any of these, separated by commas */
  statuses?: string
  /** Any of these, separated by commas */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type InstructionsExportXlsxInput = {
  status?: InstructionStatus
  /** Any of these, separated by commas */
  statuses?: string
  /** Any of these, separated by commas */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type InstructionsGetInput = {
  id: Id
}

export type InstructionsCreateInput = {
  id?: Id
  investorId: Id
  type: InstructionType
  productCode: string
  targetProductCode?: string | null
  amount?: Money | null
  units?: Units | null
  allUnits?: boolean
  bankAccountId?: Id | null
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean
  confirmDuplicate?: boolean
  amountReason?: string | null
  /** false saves it as a draft */
  send?: boolean
  channel?: ClientChannel
}

export type InstructionsSendInput = {
  id: Id
  version: Version
  channel?: ClientChannel
}

export type InstructionsRepeatInput = {
  id: Id
}

export type InstructionsCancelInput = {
  id: Id
  version: Version
  reason: string
}

export type InstructionsReservationsInput = {
  id: Id
}

export type InstructionsDocumentInput = {
  id: Id
  language?: 'id' | 'en'
}

export type InstructionsApi = {
  /**
   * Instructions, newest or oldest first
   *
   * Needs the permission `instruction.read`.
   */
  list: ListMethod<InstructionsListInput, InstructionCountedPage>
  /**
   * Instructions as a CSV file
   *
   * Needs the permission `instruction.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  export: Method<InstructionsExportInput, Uint8Array>
  /**
   * Instructions as an Excel file
   *
   * Needs the permission `instruction.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  exportXlsx: Method<InstructionsExportXlsxInput, Uint8Array>
  /**
   * An instruction with its history
   *
   * Needs the permission `instruction.read`.
   */
  get: Method<InstructionsGetInput, {
    instruction: Instruction
    events: Array<InstructionEvent>
    paidBy: CalendarDate | null
  }>
  /**
   * Create an instruction and send it to the investor for approval
   *
   * The server checks licence, suitability, minimums and balance, and computes fee and NAV date.
   *
   * Needs the permission `instruction.write`.
   */
  create: Method<InstructionsCreateInput, Instruction>
  /**
   * Send the link for approval, or send a new one; earlier links stop working
   *
   * By the channel that the investor prefers, unless one is chosen. The back office may do it for an RM. The RM's licence must be valid.
   *
   * Needs the permission `instruction.manage`.
   */
  send: Method<InstructionsSendInput, Instruction>
  /**
   * Order again, for the next NAV date, what was not paid in time
   *
   * Checked like a new instruction; the investor is sent a link. An instruction is repeated once: asked again, the answer is the one that repeats it.
   *
   * Needs the permission `instruction.write`.
   */
  repeat: Method<InstructionsRepeatInput, Instruction>
  /**
   * Cancel an instruction before it is sent to Bib; the RM is notified when somebody else does it
   *
   * Needs the permission `instruction.manage`.
   */
  cancel: Method<InstructionsCancelInput, Instruction>
  /**
   * Units reserved by open redemptions and switches of an investor, oldest first
   *
   * Needs the permission `portfolio.read`.
   */
  reservations: Method<InstructionsReservationsInput, {
    items: Array<Reservation>
  }>
  /**
   * The instruction as PDF; after signing, with the evidence of the approval
   *
   * In the requested language until it is signed; afterwards in the language that the investor saw.
   *
   * Needs the permission `instruction.read`.
   */
  document: Method<InstructionsDocumentInput, Uint8Array>
}

export const instructions = {
  list: {"method":"GET","path":"/crm/instructions","query":["limit","cursor","count","companies","status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order"],"reply":"json"},
  export: {"method":"GET","path":"/crm/instructions.csv","query":["status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order","language"],"reply":"bytes"},
  exportXlsx: {"method":"GET","path":"/crm/instructions.xlsx","query":["status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order","language"],"reply":"bytes"},
  get: {"method":"GET","path":"/crm/instructions/{id}","reply":"json"},
  create: {"method":"POST","path":"/crm/instructions","body":["id","investorId","type","productCode","targetProductCode","amount","units","allUnits","bankAccountId","factSheetOffered","aboveRiskProfileTold","confirmDuplicate","amountReason","send","channel"],"reply":"json","needsKey":true},
  send: {"method":"POST","path":"/crm/instructions/{id}/link","body":["version","channel"],"reply":"json","needsKey":true},
  repeat: {"method":"POST","path":"/crm/instructions/{id}/repeat","reply":"json","needsKey":true},
  cancel: {"method":"POST","path":"/crm/instructions/{id}/cancel","body":["version","reason"],"reply":"json"},
  reservations: {"method":"GET","path":"/crm/investors/{id}/reservations","reply":"json"},
  document: {"method":"GET","path":"/crm/instructions/{id}/document","query":["language"],"reply":"bytes"},
} as const satisfies Operations[string]
