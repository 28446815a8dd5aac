// The client's own page: what a client sees of their orders, holdings and documents, without an
// account: behind a link from a message and a code at each visit.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import {
  ById,
  CalendarDate,
  Currency,
  Id,
  Instant,
  LinkToken,
  Money,
  OtpCode,
  Units,
} from '../fields.ts'
import { languageQuery } from '../lists.ts'
import { problemKind } from '../problem.ts'
import { dated } from '../bff/products.ts'
import { Position } from '../bff/market.ts'
import {
  CodeSent,
  codesSpent,
  linkExpired,
  LinkSender,
  linkVoid,
  otpTooSoon,
  otpWrong,
} from './approvals.ts'
import { channelNotOffered } from './client-links.ts'
import { clientChannels } from './client-messages.ts'
import { contactMissing } from './investor-problems.ts'
import { investorNotRegistered } from './instruction-problems.ts'
import { instructionStatuses, instructionTypes } from './instructions.ts'
import { PaymentForInvestor } from './payments.ts'

export const visitEnded = problemKind(
  'visit-ended',
  410,
  'This visit has ended: ask for a new code',
)
/** Minutes without a request after which a visit ends. */
export const VISIT_MINUTES = 15

/** An order as its client sees it. */
export const ClientOrder = Named(
  'ClientOrder',
  Shape({
    id: Id,
    type: OneOf(instructionTypes),
    status: OneOf(instructionStatuses),
    productName: Type.String(),
    targetProductName: Nullable(Type.String()),
    currency: Currency,
    amount: Nullable(Money),
    units: Nullable(Units),
    allUnits: Type.Boolean(),
    navDate: CalendarDate,
    /** For a redemption or switch: the latest day of payment. */
    paidBy: Nullable(CalendarDate),
    payment: Nullable(PaymentForInvestor),
    allotted: Nullable(
      Shape({
        navDate: Nullable(CalendarDate),
        nav: Nullable(Type.String()),
        units: Nullable(Type.String()),
        amount: Nullable(Type.String()),
      }),
    ),
    /** Why it was not carried out, in words for the client. */
    reason: Nullable(Shape({ id: Type.String(), en: Type.String() })),
    isSigned: Type.Boolean({ description: 'Its signed document can be opened' }),
    createdAt: Instant,
  }),
)
export type ClientOrder = Static<typeof ClientOrder>

/** A monthly statement of a client. */
export const ClientStatement = Named(
  'ClientStatement',
  Shape({
    id: Id,
    /** The first day of the month. */
    month: CalendarDate,
    /** `waiting`: the holdings could not be read yet; it is made as soon as they can. */
    state: OneOf(['waiting', 'made']),
    madeAt: Nullable(Instant),
    /** When the holdings were reported. */
    asOf: Nullable(Instant),
  }),
)
export type ClientStatement = Static<typeof ClientStatement>

const PageLink = Named(
  'PageLink',
  Shape({
    expiresAt: Instant,
    lastVisitAt: Nullable(Instant),
  }),
)
export type PageLink = Static<typeof PageLink>

const ByToken = Shape({ token: LinkToken })
const ByVisit = Shape({ visit: LinkToken })
const slow = { points: 10, seconds: 60, by: 'address' } as const
const often = { points: 60, seconds: 60, by: 'address' } as const
const closed = [linkExpired, linkVoid]

export const clientPage = {
  status: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/page',
    summary: "Whether a client's link to their own page works, and when they last used it",
    access: can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    reply: Shape({ link: Nullable(PageLink) }),
  }),
  send: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/page',
    summary: 'Send a client the link to their own page; it lives for thirty days from then',
    access: can('client-page.send', 'rm', 'reviewer', 'company-admin'),
    params: ById,
    query: Shape({ channel: Type.Optional(OneOf(clientChannels)) }),
    reply: Shape({
      sentTo: Type.String({ description: 'The masked address' }),
      channel: OneOf(clientChannels),
      link: PageLink,
    }),
    idempotent: true,
    throttle: { points: 30, seconds: 3600, by: 'account' },
    problems: [investorNotRegistered, contactMissing, channelNotOffered],
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/crm/investors/{id}/page',
    summary: "Revoke a client's link to their own page; visits end at once",
    access: can('client-page.revoke', 'reviewer', 'company-admin'),
    params: ById,
  }),

  sender: endpoint({
    method: 'GET',
    path: '/crm/client-pages/{token}/sender',
    summary: 'Whose link this is, also after it has ended',
    access: 'link',
    params: ByToken,
    reply: Shape({
      ...LinkSender.properties,
      /** The masked phone number to which the code will be sent; null once the link has ended. */
      phone: Nullable(Type.String()),
    }),
    throttle: { points: 30, seconds: 60, by: 'address' },
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/crm/client-pages/{token}/code',
    summary: "Send a code to the client's phone",
    access: 'link',
    params: ByToken,
    reply: CodeSent,
    status: 202,
    problems: [...closed, otpTooSoon, codesSpent, contactMissing],
    throttle: slow,
  }),
  open: endpoint({
    method: 'POST',
    path: '/crm/client-pages/{token}/visits',
    summary: 'Begin a visit by the code; it ends after fifteen minutes without a request',
    access: 'link',
    params: ByToken,
    body: Shape({ code: OtpCode }),
    reply: Shape({ visit: LinkToken }),
    status: 201,
    problems: [...closed, otpWrong],
    throttle: { points: 20, seconds: 60, by: 'address' },
  }),

  home: endpoint({
    method: 'GET',
    path: '/crm/client-visits/{visit}',
    summary: "The client's orders and documents, and whom they may ask",
    access: 'link',
    params: ByVisit,
    reply: Shape({
      investorName: Type.String(),
      sid: Nullable(Type.String()),
      ifua: Nullable(Type.String()),
      companyName: Type.String(),
      brandColour: Nullable(Type.String()),
      rmName: Nullable(Type.String()),
      rmPhone: Nullable(Type.String()),
      /** The server's time, so that a phone with a wrong clock counts down correctly. */
      now: Instant,
      /** The latest hundred, newest first. */
      orders: Type.Array(ClientOrder),
      /** Those of the latest three years, newest first. */
      statements: Type.Array(ClientStatement),
    }),
    problems: [visitEnded],
    throttle: often,
  }),
  holdings: endpoint({
    method: 'GET',
    path: '/crm/client-visits/{visit}/holdings',
    summary: "The client's holdings at the latest NAV, with the time of the figures",
    access: 'link',
    params: ByVisit,
    reply: Shape({
      ...dated,
      totals: Type.Array(Shape({ currency: Currency, value: Money })),
      positions: Type.Array(Position),
    }),
    problems: [visitEnded, investorNotRegistered],
    throttle: often,
  }),
  document: endpoint({
    method: 'GET',
    path: '/crm/client-visits/{visit}/documents/{documentId}',
    summary: 'A signed document of the client as PDF',
    access: 'link',
    params: Shape({ visit: LinkToken, documentId: Id }),
    produces: 'application/pdf',
    problems: [visitEnded],
    throttle: slow,
  }),
  statement: endpoint({
    method: 'GET',
    path: '/crm/client-visits/{visit}/statements/{statementId}',
    summary: 'A monthly statement of the client as PDF',
    access: 'link',
    params: Shape({ visit: LinkToken, statementId: Id }),
    query: Shape(languageQuery),
    produces: 'application/pdf',
    problems: [visitEnded],
    throttle: slow,
  }),
  close: endpoint({
    method: 'DELETE',
    path: '/crm/client-visits/{visit}',
    summary: 'End a visit',
    access: 'link',
    params: ByVisit,
    throttle: often,
  }),
}
