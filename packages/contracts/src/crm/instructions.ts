// Instructions: an investor's orders, entered by the RM, approved and signed by the investor,
// executed by Bib.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import {
  ById,
  CalendarDate,
  Currency,
  Id,
  Instant,
  Money,
  Search,
  Text,
  Units,
  Version,
} from '../fields.ts'
import { contactMissing } from './investor-problems.ts'
import { channelNotOffered } from './client-links.ts'
import { clientChannels } from './client-messages.ts'
import { CountedPage, longListQuery, createdQuery, CSV, exported } from '../lists.ts'
import { languageQuery, orderQuery, SomeOf, XLSX } from '../lists.ts'
import { staleVersion, wrongState } from '../problem.ts'
import * as refusals from './instruction-problems.ts'
import { InstructionEvent } from './instruction-events.ts'
import { AllocatedTarget, Refund } from './instruction-results.ts'
import {
  instructionStatuses,
  instructionTypes,
  type InstructionStatus,
} from './instruction-statuses.ts'
import { amountQuestions } from './plausibility.ts'
import { paymentStates } from './payment-rules.ts'
import { Payment } from './payments.ts'
import { Reservation, unitsReserved } from './reservations.ts'

export { instructionStatuses, instructionTypes, type InstructionStatus }

const Quantity = {
  amount: Nullable(Money),
  units: Nullable(Units),
  allUnits: Type.Boolean(),
}

export const Instruction = Named(
  'Instruction',
  Shape({
    id: Id,
    companyId: Id,
    rmId: Id,
    rmName: Nullable(Type.String()),
    investorId: Id,
    investorName: Type.String(),
    type: OneOf(instructionTypes),
    status: OneOf(instructionStatuses),
    /** Why it ended: the investor's, the RM's or Bib's reason. */
    statusReason: Nullable(Type.String()),
    productCode: Type.String(),
    productName: Type.String(),
    targetProductCode: Nullable(Type.String()),
    targetProductName: Nullable(Type.String()),
    currency: Currency,
    ...Quantity,
    feePercent: Type.String(),
    feeAmount: Nullable(Money),
    /** The date whose NAV applies if the investor approves in time; final once approved. */
    navDate: CalendarDate,
    bankAccountId: Nullable(Id),
    riskLevel: Type.Integer(),
    riskBand: Nullable(Type.Integer()),
    aboveRiskProfile: Type.Boolean(),
    licenceNumber: Type.String(),
    linkExpiresAt: Nullable(Instant),
    approvedAt: Nullable(Instant),
    bibReference: Nullable(Type.String()),
    allocatedUnits: Nullable(Type.String()),
    allocatedNav: Nullable(Type.String()),
    allocatedAmount: Nullable(Type.String()),
    allocatedFee: Nullable(Money),
    allocatedTarget: Nullable(AllocatedTarget),
    /** When Bib last corrected the allocation; the time line has the figures before and after. */
    correctedAt: Nullable(Instant),
    refund: Nullable(Refund),
    settledOn: Nullable(CalendarDate),
    /** For a subscription, once Bib has sent the payment details. */
    payment: Nullable(Payment),
    /**
     * The unpaid instruction that this one repeats for a later NAV date, and the instruction that
     * repeats this one.
     */
    repeatOf: Nullable(Id),
    repeatedBy: Nullable(Id),
    /** The recurring plan that made it, by its mandate. */
    planId: Nullable(Id),
    /** The identical open instruction despite which this one was confirmed. */
    duplicateOf: Nullable(Id),
    /** Why the amount was questioned, and the RM's answer. */
    amountQuestions: Type.Array(OneOf(amountQuestions)),
    amountReason: Nullable(Type.String()),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  }),
)
export type Instruction = Static<typeof Instruction>

const readers = can('instruction.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('instruction.write', 'rm')
const managers = can('instruction.manage', 'rm', 'reviewer', 'company-admin')
const filters = {
  status: Type.Optional(OneOf(instructionStatuses)),
  statuses: Type.Optional(SomeOf(instructionStatuses)),
  /** The status of the payment. */
  payments: Type.Optional(SomeOf(paymentStates)),
  type: Type.Optional(OneOf(instructionTypes)),
  investorId: Type.Optional(Id),
  rmId: Type.Optional(Id),
  productCode: Type.Optional(Text(20)),
  search: Type.Optional(Search),
  ...createdQuery,
  ...orderQuery,
}

const file = {
  method: 'GET',
  access: can('instruction.export', 'rm', 'reviewer', 'company-admin', 'auditor'),
  query: Shape({ ...filters, ...languageQuery }),
  ...exported,
} as const

export const instructions = {
  list: endpoint({
    method: 'GET',
    path: '/crm/instructions',
    summary: 'Instructions, newest or oldest first',
    access: readers,
    query: Shape({ ...longListQuery, ...filters }),
    reply: CountedPage(Instruction),
  }),
  export: endpoint({
    ...file,
    path: '/crm/instructions.csv',
    summary: 'Instructions as a CSV file',
    produces: CSV,
  }),
  exportXlsx: endpoint({
    ...file,
    path: '/crm/instructions.xlsx',
    summary: 'Instructions as an Excel file',
    produces: XLSX,
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/instructions/{id}',
    summary: 'An instruction with its history',
    access: readers,
    params: ById,
    reply: Shape({
      instruction: Instruction,
      events: Type.Array(InstructionEvent),
      /**
       * For a redemption or switch: the latest exchange day of payment (seven after the NAV date).
       */
      paidBy: Nullable(CalendarDate),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/instructions',
    summary: 'Create an instruction and send it to the investor for approval',
    description:
      'The server checks licence, suitability, minimums and balance, and computes fee and NAV date.',
    access: writers,
    body: Shape(
      {
        id: Type.Optional(Id),
        investorId: Id,
        type: OneOf(instructionTypes),
        productCode: Text(20),
        targetProductCode: Type.Optional(Nullable(Text(20))),
        amount: Type.Optional(Nullable(Money)),
        units: Type.Optional(Nullable(Units)),
        allUnits: Type.Optional(Type.Boolean()),
        bankAccountId: Type.Optional(Nullable(Id)),
        /** The RM offered the prospectus or fact sheet (required by law before a sale). */
        factSheetOffered: Type.Boolean(),
        /**
         * The RM informed the investor that the product is above the risk profile; the investor
         * consents when signing.
         */
        aboveRiskProfileTold: Type.Optional(Type.Boolean()),
        /** Confirms a deliberate repetition of an identical order made less than a minute ago. */
        confirmDuplicate: Type.Optional(Type.Boolean()),
        /** The RM's reason for an amount above what was declared or what the company expects. */
        amountReason: Type.Optional(Nullable(Text(500))),
        send: Type.Optional(
          Type.Boolean({ default: true, description: 'false saves it as a draft' }),
        ),
        /** For this link alone; the one that the investor prefers unless it is given. */
        channel: Type.Optional(OneOf(clientChannels)),
      },
      {
        examples: [
          {
            investorId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
            type: 'subscription',
            productCode: 'ANDALAN-KAS',
            amount: '1500000.00',
            factSheetOffered: true,
          },
        ],
      },
    ),
    reply: Instruction,
    status: 201,
    idempotent: true,
    problems: [...refusals.saleProblems, contactMissing, channelNotOffered],
  }),
  send: endpoint({
    method: 'POST',
    path: '/crm/instructions/{id}/link',
    summary: 'Send the link for approval, or send a new one; earlier links stop working',
    description:
      "By the channel that the investor prefers, unless one is chosen. The back office may do it for an RM. The RM's licence must be valid.",
    access: managers,
    params: ById,
    body: Shape({ version: Version, channel: Type.Optional(OneOf(clientChannels)) }),
    reply: Instruction,
    idempotent: true,
    problems: [
      contactMissing,
      channelNotOffered,
      staleVersion,
      wrongState,
      refusals.licenceExpired,
      refusals.investorNotRegistered,
      refusals.riskProfileMissing,
      refusals.suitabilityConsentMissing,
      refusals.bankAccountUnfit,
      ...refusals.buyerProblems,
      refusals.productNotOffered,
      refusals.certifiedSignatureNeeded,
      refusals.aboveBalance,
      refusals.belowMinimum,
      refusals.leftoverBelowMinimum,
      unitsReserved,
    ],
  }),
  repeat: endpoint({
    method: 'POST',
    path: '/crm/instructions/{id}/repeat',
    summary: 'Order again, for the next NAV date, what was not paid in time',
    description:
      'Checked like a new instruction; the investor is sent a link. An instruction is repeated once: asked again, the answer is the one that repeats it.',
    access: writers,
    params: ById,
    reply: Instruction,
    status: 201,
    idempotent: true,
    problems: [refusals.notRepeatable, ...refusals.saleProblems],
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/crm/instructions/{id}/cancel',
    summary:
      'Cancel an instruction before it is sent to Bib; the RM is notified when somebody else does it',
    access: managers,
    params: ById,
    body: Shape({ version: Version, reason: Text(500) }),
    reply: Instruction,
    problems: [staleVersion, refusals.notCancellable],
  }),
  reservations: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/reservations',
    summary: 'Units reserved by open redemptions and switches of an investor, oldest first',
    access: can('portfolio.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    reply: Shape({ items: Type.Array(Reservation) }),
  }),
  document: endpoint({
    method: 'GET',
    path: '/crm/instructions/{id}/document',
    summary: 'The instruction as PDF; after signing, with the evidence of the approval',
    description:
      'In the requested language until it is signed; afterwards in the language that the investor saw.',
    access: readers,
    params: ById,
    query: Shape({ ...languageQuery }),
    produces: 'application/pdf',
  }),
}
