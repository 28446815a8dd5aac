// Words that Bib's APIs and events share.
import Type from 'typebox'
import { Money } from '@rmtools/contracts/fields'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })

/** Our company code at Bib: the tenant of every record. */
export const Tenant = Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$', examples: ['APERD01'] })
/** Our id of the record (investor, instruction, bank account): unique at Bib within the tenant. */
export const SourceId = text(64)
export const RmId = text(64)
/** Bib's id of an investor. */
export const ExternalId = text(64)
export const ProductCode = Type.String({ pattern: '^[A-Z0-9-]{2,20}$', examples: ['ANDALAN-PU'] })
/** DOMAIN.md section 1, KSEI. */
export const Sid = Type.String({ pattern: '^[A-Z]{2}[DF]\\d{12}$', examples: ['IDD010112345678'] })
export const Ifua = text(20)
/** Net asset value of one unit, four decimals. A bond's is the price of one rupiah (or dollar) of nominal. */
export const Nav = Type.String({
  pattern: '^(0|[1-9][0-9]{0,11})\\.[0-9]{4}$',
  examples: ['1523.4411'],
})
export const SignedMoney = Type.String({
  pattern: '^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,2})?$',
  examples: ['-1500.25'],
})
/** Percent as text, at most four decimals. */
export const Percent = Type.String({
  pattern: '^-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?$',
  examples: ['1.5000'],
})
/** Time of day in WIB (Asia/Jakarta). */
export const TimeOfDay = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  examples: ['13:00'],
})
/** A stable code of a refusal; the list grows, so the schema leaves it open. Known ones are in `reasonCodes`. */
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
] as const

/** Why Bib refused, and about which field of what we sent (a JSON pointer into the request body) where one is to blame. */
export const Reason = Shape({
  code: ReasonCode,
  field: Nullable(Type.String({ maxLength: 200 })),
  detail: Nullable(text(500)),
})

export const productTypes = ['MONEY_MARKET', 'FIXED_INCOME', 'MIXED', 'EQUITY', 'INDEX', 'BOND'] as const
export const productStatuses = ['ACTIVE', 'SUSPENDED', 'CLOSED'] as const
export const instructionTypes = ['SUBSCRIPTION', 'REDEMPTION', 'SWITCHING'] as const
export const investorStatuses = ['QUEUED', 'REGISTERED', 'SID_CREATED', 'REJECTED'] as const
export const instructionStatuses = [
  'QUEUED',
  'RECEIVED',
  'PAYMENT_PENDING',
  'PAID',
  'SENT_TO_IM',
  'ALLOCATED',
  'SETTLED',
  'REJECTED',
  'CANCELLED',
] as const
export const InstructionType = OneOf(instructionTypes)
export type InstructionStatus = (typeof instructionStatuses)[number]
export type InvestorStatus = (typeof investorStatuses)[number]

/** What became of one of the investor's redemption accounts. */
export const BankAccountOutcome = Shape({
  sourceId: SourceId,
  status: OneOf(['ACCEPTED', 'REFUSED']),
  reason: Nullable(Reason),
})

/** Where and until when a subscription is to be paid. */
export const PaymentRequest = Shape({
  bankName: text(100),
  virtualAccount: Type.String({ pattern: '^[0-9]{8,20}$' }),
  amount: Money,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  dueAt: Type.String({ format: 'date-time' }),
})

/** Money on its way back after a refusal that came after the payment. */
export const Refund = Shape({ amount: Money, status: OneOf(['PENDING', 'PAID']) })
