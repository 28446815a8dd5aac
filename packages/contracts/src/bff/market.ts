// Types of Bib's partner API that the apps also use: defined here once, shared by the Bib client
// and bff. Money, units and NAV are decimal strings.
import Type, { type Static } from 'typebox'
import { Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, Money, Text, Units } from '../fields.ts'
import { problemKind } from '../problem.ts'
import { NamedList } from '../list-names.ts'

/** Our id of the record (investor, instruction, bank account): unique at Bib within the tenant. */
export const SourceId = Text(64)
export const RmId = Text(64)
/** Bib's id of an investor. */
export const ExternalId = Text(64)
export const ProductCode = Named(
  'ProductCode',
  Type.String({ pattern: '^[A-Z0-9-]{2,20}$', examples: ['ANDALAN-PU'] }),
)
/** DOMAIN.md section 1, KSEI. */
export const Sid = Named(
  'Sid',
  Type.String({ pattern: '^[A-Z]{2}[DF]\\d{12}$', examples: ['IDD010112345678'] }),
)
export const Ifua = Text(20)
/** Net asset value of one unit, four decimals. For a bond, the price of one unit of nominal. */
export const Nav = Named(
  'Nav',
  Type.String({
    pattern: '^(0|[1-9][0-9]{0,11})\\.[0-9]{4}$',
    examples: ['1523.4411'],
  }),
)
export const SignedMoney = Named(
  'SignedMoney',
  Type.String({
    pattern: '^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,2})?$',
    examples: ['-1500.25'],
  }),
)
/** Percent as text, with at most four decimals. */
export const Percent = Named(
  'Percent',
  Type.String({
    pattern: '^-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?$',
    examples: ['1.5000'],
  }),
)
/** Time of day in WIB (Asia/Jakarta). */
export const TimeOfDay = Named(
  'TimeOfDay',
  Type.String({
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
    examples: ['13:00'],
  }),
)
export const productTypes = NamedList('ProductType', [
  'MONEY_MARKET',
  'FIXED_INCOME',
  'MIXED',
  'EQUITY',
  'INDEX',
  'BOND',
])
export const productStatuses = ['ACTIVE', 'SUSPENDED', 'CLOSED'] as const
export const instructionTypes = ['SUBSCRIPTION', 'REDEMPTION', 'SWITCHING'] as const
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
export const InstructionType = Named('BibInstructionType', OneOf(instructionTypes))
export type InstructionStatus = (typeof instructionStatuses)[number]

/**
 * Bib merged this investor with another one; our record must take the new id (GET
 * investors?sourceId= returns it).
 */
export const investorMerged = problemKind(
  'investor-merged',
  410,
  'This investor was merged into another',
)

export const NavPoint = Named(
  'NavPoint',
  Shape({
    date: CalendarDate,
    nav: Nav,
    corrected: Type.Boolean(),
    publishedAt: Instant,
  }),
)

/** Fields that only bonds have. Price is in percent of nominal. */
export const Bond = Named(
  'Bond',
  Shape({
    coupon: Percent,
    couponType: OneOf(['FIXED', 'FLOATING_WITH_FLOOR']),
    couponFrequency: OneOf(['MONTHLY', 'QUARTERLY', 'SEMIANNUAL']),
    maturity: CalendarDate,
    price: Percent,
    tradable: Type.Boolean(),
    offeringFrom: Instant,
    offeringUntil: Instant,
  }),
)

/**
 * Minimum amounts are in the product's currency; the minimum balance is valued at the latest NAV.
 * Fees are in percent of the amount.
 */
export const Product = Named(
  'Product',
  Shape({
    code: ProductCode,
    isin: Type.String({ pattern: '^[A-Z]{2}[A-Z0-9]{9}[0-9]$' }),
    name: Text(200),
    type: OneOf(productTypes),
    manager: Text(150),
    custodian: Text(150),
    currency: Currency,
    riskLevel: Type.Integer({ minimum: 1, maximum: 5 }),
    minimumSubscription: Money,
    minimumTopUp: Money,
    minimumRedemption: Money,
    minimumBalance: Money,
    fees: Shape({ subscription: Percent, redemption: Percent, switching: Percent }),
    cutOff: TimeOfDay,
    settlementDays: Type.Integer({ minimum: 0, maximum: 7 }),
    switchGroup: Nullable(Text(40)),
    syariah: Type.Boolean(),
    factsheetUrl: Nullable(Type.String({ format: 'uri', maxLength: 500 })),
    status: OneOf(productStatuses),
    latestNav: Nullable(NavPoint),
    bond: Nullable(Bond),
  }),
)
export type Product = Static<typeof Product>

/** Units held; `availableUnits` excludes what pending redemptions and switches will take. */
export const Position = Named(
  'Position',
  Shape({
    productCode: ProductCode,
    productName: Text(200),
    productType: OneOf(productTypes),
    currency: Currency,
    units: Units,
    availableUnits: Units,
    averageCost: Nav,
    cost: Money,
    nav: Nav,
    navDate: CalendarDate,
    value: Money,
    gain: SignedMoney,
    gainPercent: Percent,
  }),
)

/** An instruction that has not yet changed the units. */
export const Pending = Named(
  'Pending',
  Shape({
    sourceId: SourceId,
    type: InstructionType,
    productCode: ProductCode,
    targetProductCode: Nullable(ProductCode),
    amount: Nullable(Money),
    units: Nullable(Units),
    all: Type.Boolean(),
    status: OneOf(instructionStatuses),
    navDate: Nullable(CalendarDate),
    receivedAt: Instant,
  }),
)

export const Portfolio = Named(
  'Portfolio',
  Shape({
    externalId: ExternalId,
    sid: Nullable(Sid),
    ifua: Nullable(Ifua),
    asOf: Instant,
    totals: Type.Array(
      Shape({
        currency: Currency,
        value: Money,
        cost: Money,
        gain: SignedMoney,
        gainPercent: Percent,
      }),
    ),
    positions: Type.Array(Position),
    pending: Type.Array(Pending),
  }),
)
export type Portfolio = Static<typeof Portfolio>

export const transactionTypes = NamedList('TransactionType', [
  'SUBSCRIPTION',
  'REDEMPTION',
  'SWITCH_OUT',
  'SWITCH_IN',
])

/** One allocation. `amount` is gross; for a redemption, the payout before the fee. */
export const Transaction = Named(
  'Transaction',
  Shape({
    id: Text(64),
    sourceId: Nullable(SourceId),
    type: OneOf(transactionTypes),
    productCode: ProductCode,
    productName: Text(200),
    currency: Currency,
    navDate: CalendarDate,
    nav: Nav,
    units: Units,
    amount: Money,
    fee: Money,
    status: OneOf(['ALLOCATED', 'SETTLED']),
    settlementDate: CalendarDate,
  }),
)
export type Transaction = Static<typeof Transaction>

/** An allocation in a company's report, with its investor and RM. */
export const ReportTransaction = Named(
  'ReportTransaction',
  Shape({
    ...Transaction.properties,
    externalId: ExternalId,
    rmId: RmId,
  }),
)
export type ReportTransaction = Static<typeof ReportTransaction>

/** Assets of an RM's investors in one product on one day. */
export const AumLine = Named(
  'AumLine',
  Shape({
    date: CalendarDate,
    rmId: RmId,
    productCode: ProductCode,
    currency: Currency,
    investors: Type.Integer({ minimum: 0 }),
    units: Units,
    value: Money,
  }),
)

/**
 * An RM's sales of one product in one calendar month (yyyy-mm), by NAV date. `net` is subscriptions
 * less redemptions (see netSalesOf).
 */
export const SalesLine = Named(
  'SalesLine',
  Shape({
    month: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' }),
    rmId: RmId,
    productCode: ProductCode,
    currency: Currency,
    transactions: Type.Integer({ minimum: 0 }),
    subscriptions: Money,
    redemptions: Money,
    switchIn: Money,
    switchOut: Money,
    net: SignedMoney,
    fees: Money,
  }),
)
/**
 * An investor's holdings in one currency at the end of a period, and the inflow and outflow within
 * it; switches are neither.
 */
export const InvestorLine = Named(
  'InvestorLine',
  Shape({
    externalId: ExternalId,
    rmId: RmId,
    currency: Currency,
    products: Type.Integer({ minimum: 0 }),
    value: Money,
    inflow: Money,
    outflow: Money,
  }),
)
export type InvestorLine = Static<typeof InvestorLine>
export type AumLine = Static<typeof AumLine>
export type SalesLine = Static<typeof SalesLine>
export type NavPoint = Static<typeof NavPoint>
