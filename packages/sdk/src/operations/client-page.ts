// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CodeSent } from './approvals.ts'
import type { ClientChannel } from './client-messages.ts'
import type {
  CalendarDate, Currency, Id, Instant, LinkToken, Money, OtpCode, Units,
} from './fields.ts'
import type { InstructionStatus, InstructionType } from './instruction-statuses.ts'
import type { Position } from './market.ts'
import type { PaymentForInvestor } from './payments.ts'

export type ClientOrder = {
  id: Id
  type: InstructionType
  status: InstructionStatus
  productName: string
  targetProductName: string | null
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  navDate: CalendarDate
  paidBy: CalendarDate | null
  payment: PaymentForInvestor | null
  allotted: {
    navDate: CalendarDate | null
    nav: string | null
    units: string | null
    amount: string | null
  } | null
  reason: {
    id: string
    en: string
  } | null
  /** Its signed document can be opened */
  isSigned: boolean
  createdAt: Instant
}

export type ClientStatement = {
  id: Id
  month: CalendarDate
  state: 'waiting' | 'made'
  madeAt: Instant | null
  asOf: Instant | null
}

export type PageLink = {
  expiresAt: Instant
  lastVisitAt: Instant | null
}

export type ClientPageStatusInput = {
  id: Id
}

export type ClientPageSendInput = {
  id: Id
  channel?: ClientChannel
}

export type ClientPageRevokeInput = {
  id: Id
}

export type ClientPageSenderInput = {
  token: LinkToken
}

export type ClientPageSendCodeInput = {
  token: LinkToken
}

export type ClientPageOpenInput = {
  token: LinkToken
  code: OtpCode
}

export type ClientPageHomeInput = {
  visit: LinkToken
}

export type ClientPageHoldingsInput = {
  visit: LinkToken
}

export type ClientPageDocumentInput = {
  visit: LinkToken
  documentId: Id
}

export type ClientPageStatementInput = {
  visit: LinkToken
  statementId: Id
  language?: 'id' | 'en'
}

export type ClientPageCloseInput = {
  visit: LinkToken
}

export type ClientPageApi = {
  /**
   * Whether a client's link to their own page works, and when they last used it
   *
   * Needs the permission `investor.read`.
   */
  status: Method<ClientPageStatusInput, {
    link: PageLink | null
  }>
  /**
   * Send a client the link to their own page; it lives for thirty days from then
   *
   * Needs the permission `client-page.send`.
   */
  send: Method<ClientPageSendInput, {
    /** The masked address */
    sentTo: string
    channel: ClientChannel
    link: PageLink
  }>
  /**
   * Revoke a client's link to their own page; visits end at once
   *
   * Needs the permission `client-page.revoke`.
   */
  revoke: Method<ClientPageRevokeInput, void>
  /** Whose link this is, also after it has ended */
  sender: Method<ClientPageSenderInput, {
    companyName: string
    brandColour: string | null
    rmName: string | null
    rmPhone: string | null
    language: 'id' | 'en'
    answeredAt: Instant | null
    phone: string | null
  }>
  /** Send a code to the client's phone */
  sendCode: Method<ClientPageSendCodeInput, CodeSent>
  /** Begin a visit by the code; it ends after fifteen minutes without a request */
  open: Method<ClientPageOpenInput, {
    visit: LinkToken
  }>
  /** The client's orders and documents, and whom they may ask */
  home: Method<ClientPageHomeInput, {
    investorName: string
    sid: string | null
    ifua: string | null
    companyName: string
    brandColour: string | null
    rmName: string | null
    rmPhone: string | null
    now: Instant
    orders: Array<ClientOrder>
    statements: Array<ClientStatement>
  }>
  /** The client's holdings at the latest NAV, with the time of the figures */
  holdings: Method<ClientPageHoldingsInput, {
    asOf: Instant
    isStale: boolean
    totals: Array<{
      currency: Currency
      value: Money
    }>
    positions: Array<Position>
  }>
  /** A signed document of the client as PDF */
  document: Method<ClientPageDocumentInput, Uint8Array>
  /** A monthly statement of the client as PDF */
  statement: Method<ClientPageStatementInput, Uint8Array>
  /** End a visit */
  close: Method<ClientPageCloseInput, void>
}

export const clientPage = {
  status: {"method":"GET","path":"/crm/investors/{id}/page","reply":"json"},
  send: {"method":"POST","path":"/crm/investors/{id}/page","query":["channel"],"reply":"json","needsKey":true},
  revoke: {"method":"DELETE","path":"/crm/investors/{id}/page"},
  sender: {"method":"GET","path":"/crm/client-pages/{token}/sender","reply":"json","isPublic":true},
  sendCode: {"method":"POST","path":"/crm/client-pages/{token}/code","reply":"json","isPublic":true},
  open: {"method":"POST","path":"/crm/client-pages/{token}/visits","body":["code"],"reply":"json","isPublic":true},
  home: {"method":"GET","path":"/crm/client-visits/{visit}","reply":"json","isPublic":true},
  holdings: {"method":"GET","path":"/crm/client-visits/{visit}/holdings","reply":"json","isPublic":true},
  document: {"method":"GET","path":"/crm/client-visits/{visit}/documents/{documentId}","reply":"bytes","isPublic":true},
  statement: {"method":"GET","path":"/crm/client-visits/{visit}/statements/{statementId}","query":["language"],"reply":"bytes","isPublic":true},
  close: {"method":"DELETE","path":"/crm/client-visits/{visit}","isPublic":true},
} as const satisfies Operations[string]
