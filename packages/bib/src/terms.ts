// Types that Bib's APIs and events share.
import Type from 'typebox'
import { Money } from '@rmtools/contracts/fields'
import { SourceId } from '@rmtools/contracts/bff/market'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'

export {
  ExternalId,
  Ifua,
  instructionStatuses,
  InstructionType,
  instructionTypes,
  Nav,
  Percent,
  ProductCode,
  productStatuses,
  productTypes,
  RmId,
  Sid,
  SignedMoney,
  SourceId,
  TimeOfDay,
  type InstructionStatus,
} from '@rmtools/contracts/bff/market'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** Our company code at Bib: the tenant of every record. */
export const Tenant = Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$', examples: ['APERD01'] })
/**
 * A stable code of a refusal. The schema leaves the list open, because it grows; `reasonCodes` has
 * the known ones.
 */
export const ReasonCode = Type.String({ pattern: '^[A-Z][A-Z0-9_]{1,59}$' })

export const reasonCodes = [
  'KYC_REFUSED',
  'CODE_LIST_MISMATCH',
  'BANK_ACCOUNT_REFUSED',
  'INVESTOR_NOT_READY',
  'PRODUCT_UNKNOWN',
  'PRODUCT_SUSPENDED',
  'OFFERING_CLOSED',
  'BELOW_MINIMUM',
  'INSUFFICIENT_UNITS',
  'REMAINDER_BELOW_MINIMUM',
  'SWITCH_NOT_ALLOWED',
  'NAV_DATE_CHANGED',
  'MANAGER_REFUSED',
  'PAYMENT_EXPIRED',
  'DEBIT_REFUSED',
  'DEBIT_INSUFFICIENT',
] as const

/** Why Bib refused, and the field responsible, if any (a JSON pointer into the request body). */
export const Reason = Shape({
  code: ReasonCode,
  field: Nullable(Type.String({ maxLength: 200 })),
  detail: Nullable(text(500)),
})

export const investorStatuses = ['QUEUED', 'REGISTERED', 'SID_CREATED', 'REJECTED'] as const
export type InvestorStatus = (typeof investorStatuses)[number]

/** The outcome of one of the investor's redemption accounts. */
export const BankAccountOutcome = Shape({
  sourceId: SourceId,
  status: OneOf(['ACCEPTED', 'REFUSED']),
  reason: Nullable(Reason),
})

/** Money on its way back because the refusal came after the payment. */
export const Refund = Shape({ amount: Money, status: OneOf(['PENDING', 'PAID']) })
