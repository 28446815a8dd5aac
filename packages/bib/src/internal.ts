// Bib's internal API: our writes, and the look-ups of their outcome. Bib answers a write with 202
// on receipt; business refusals arrive as events, so that one place handles them.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import { CalendarDate, Instant, Money, Text, Units } from '@rmtools/contracts/fields'
import { problemKind } from '@rmtools/contracts/problem'
import { BankAccount, Kyc, KycDocument } from './kyc.ts'
import { investorMerged } from './partner.ts'
import { AnyPayment } from './payments.ts'
import {
  BankAccountOutcome,
  ExternalId,
  Ifua,
  instructionStatuses,
  InstructionType,
  investorStatuses,
  Nav,
  ProductCode,
  Reason,
  Refund,
  RmId,
  Sid,
  SourceId,
  Tenant,
} from './terms.ts'

/** The source id is in use with different content. */
export const sourceIdTaken = problemKind(
  'source-id-taken',
  409,
  'This source id was used for another record',
)
/** The money was passed to the fund or returned, or Bib does not hold it. */
export const receiptNotHeld = problemKind('receipt-not-held', 409, 'Bib no longer holds this money')
/** Bib has passed the instruction to the fund manager, or it has ended. */
export const notCancellable = problemKind(
  'not-cancellable',
  409,
  'This instruction can no longer be cancelled',
)

/** The state of an investor at Bib: the data of investor.status events and of the look-ups. */
export const investorState = {
  sourceId: SourceId,
  rmId: RmId,
  status: OneOf(investorStatuses),
  externalId: Nullable(ExternalId),
  /** The investor's id before Bib merged two investors. */
  previousExternalId: Nullable(ExternalId),
  sid: Nullable(Sid),
  ifua: Nullable(Ifua),
  /** Another selling agent had already created the SID. */
  linked: Type.Boolean(),
  reasons: Type.Array(Reason),
  bankAccounts: Type.Array(BankAccountOutcome),
}

/**
 * The state of an instruction at Bib: the data of instruction.status events and of the look-ups.
 */
export const instructionState = {
  sourceId: SourceId,
  /** Bib's own number. */
  reference: Text(64),
  externalId: ExternalId,
  type: InstructionType,
  productCode: ProductCode,
  targetProductCode: Nullable(ProductCode),
  status: OneOf(instructionStatuses),
  /**
   * For reason NAV_DATE_CHANGED: the date that would apply now. The instruction may then be sent
   * again with this date under the same source id.
   */
  navDate: Nullable(CalendarDate),
  nav: Nullable(Nav),
  units: Nullable(Units),
  amount: Nullable(Money),
  fee: Nullable(Money),
  /** For a switch: the purchase of the target. */
  target: Nullable(Shape({ navDate: CalendarDate, nav: Nav, units: Units, amount: Money })),
  /** The NAV was corrected after the first allocation. */
  corrected: Type.Boolean(),
  /** A `PaymentRequest`, parsed by `readPayment`. */
  payment: Nullable(AnyPayment),
  refund: Nullable(Refund),
  settlementDate: Nullable(CalendarDate),
  reason: Nullable(Reason),
}

const trail = { sequence: Type.Integer({ minimum: 0 }), updatedAt: Instant }
export const InvestorRecord = Shape({ ...investorState, ...trail })
export type InvestorRecord = Static<typeof InvestorRecord>
export const InstructionRecord = Shape({ ...instructionState, ...trail })
export type InstructionRecord = Static<typeof InstructionRecord>

const investorContent = {
  tenant: Tenant,
  rmId: RmId,
  kyc: Kyc,
  bankAccounts: Type.Array(BankAccount, { maxItems: 3 }),
  documents: Type.Array(KycDocument, { maxItems: 20 }),
}

/**
 * Exactly one of amount, units or all. Subscriptions are by amount. `evidenceHash` is the hex
 * SHA-256 of what the investor signed; `expectedNavDate` is the date the investor agreed to.
 */
const instructionContent = {
  sourceId: SourceId,
  tenant: Tenant,
  rmId: RmId,
  externalId: ExternalId,
  type: InstructionType,
  productCode: ProductCode,
  targetProductCode: Type.Optional(Nullable(ProductCode)),
  amount: Type.Optional(Nullable(Money)),
  units: Type.Optional(Nullable(Units)),
  all: Type.Optional(Type.Boolean()),
  bankAccount: Type.Optional(Nullable(BankAccount)),
  /**
   * Of a subscription: Bib debits this account by the investor's mandate, instead of asking for the
   * money. `signedAt` and `evidenceHash` are then the mandate's.
   */
  debit: Type.Optional(Nullable(Shape({ bankAccount: BankAccount, mandateId: SourceId }))),
  signedAt: Instant,
  evidenceHash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  expectedNavDate: CalendarDate,
}

const bySource = Shape({ sourceId: SourceId })

/** An investor or instruction that changed; the look-up by source id gives the details. */
export const ReconciliationLine = Shape({
  kind: OneOf(['INVESTOR', 'INSTRUCTION']),
  sourceId: SourceId,
  externalId: Nullable(ExternalId),
  status: Text(40),
  ...trail,
})

export const internal = {
  createInvestor: endpoint({
    method: 'POST',
    path: '/_internal/investors',
    summary: 'Hand over an approved investor for registration',
    access: 'service',
    idempotent: true,
    status: 202,
    body: Shape({ sourceId: SourceId, ...investorContent }),
    reply: InvestorRecord,
    problems: [sourceIdTaken],
  }),
  findInvestors: endpoint({
    method: 'GET',
    path: '/_internal/investors',
    summary: 'Look up an investor by source id: one item or none',
    access: 'service',
    query: bySource,
    reply: Shape({ items: Type.Array(InvestorRecord) }),
  }),
  updateInvestor: endpoint({
    method: 'PUT',
    path: '/_internal/investors/{externalId}',
    summary: 'Replace the data of a registered investor',
    access: 'service',
    idempotent: true,
    status: 202,
    params: Shape({ externalId: ExternalId }),
    body: Shape(investorContent),
    reply: InvestorRecord,
    problems: [investorMerged],
  }),
  createInstruction: endpoint({
    method: 'POST',
    path: '/_internal/instructions',
    summary: 'Hand over a signed instruction',
    access: 'service',
    idempotent: true,
    status: 202,
    body: Shape(instructionContent),
    reply: InstructionRecord,
    problems: [sourceIdTaken, investorMerged],
  }),
  cancelInstruction: endpoint({
    method: 'POST',
    path: '/_internal/instructions/{id}/cancel',
    summary: 'Cancel an instruction that has not gone to the fund manager; id is our source id',
    access: 'service',
    idempotent: true,
    status: 202,
    params: Shape({ id: SourceId }),
    body: Shape({ tenant: Tenant, reason: Text(500) }),
    reply: InstructionRecord,
    problems: [notCancellable],
  }),
  decidePayer: endpoint({
    method: 'POST',
    path: '/_internal/instructions/{id}/payer-decision',
    summary: 'Take money that is held for its payer, or give it back; id is our source id',
    access: 'service',
    idempotent: true,
    status: 202,
    params: Shape({ id: SourceId }),
    body: Shape({ tenant: Tenant, receiptId: Text(64), verdict: OneOf(['ACCEPT', 'RETURN']) }),
    reply: InstructionRecord,
    problems: [receiptNotHeld],
  }),
  findInstructions: endpoint({
    method: 'GET',
    path: '/_internal/instructions',
    summary: 'Look up an instruction by source id: one item or none',
    access: 'service',
    query: bySource,
    reply: Shape({ items: Type.Array(InstructionRecord) }),
  }),
  reconciliation: endpoint({
    method: 'GET',
    path: '/_internal/reconciliation',
    summary: 'Ids and statuses changed since an instant, oldest change first',
    description: 'Continue with `nextCursor` instead of `since` until it is null.',
    access: 'service',
    query: Shape({
      since: Instant,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 500 })),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    reply: Shape({
      asOf: Instant,
      items: Type.Array(ReconciliationLine),
      nextCursor: Nullable(Type.String()),
    }),
  }),
}

export type InvestorSubmission = Static<(typeof internal)['createInvestor']['body']>
export type InvestorUpdate = Static<(typeof internal)['updateInvestor']['body']>
export type InstructionSubmission = Static<(typeof internal)['createInstruction']['body']>
