// Units that open redemptions and switches will take: Bib accounts for those it has, and we for
// those that have not reached it.
import Type, { type Static } from 'typebox'
import type { Portfolio, Position } from '../bff/market.ts'
import { compare, minus, ratio, rounded } from '../decimals.ts'
import { Nullable, Shape, Named } from '../endpoint.ts'
import { Id, Instant, Money, Units } from '../fields.ts'
import { problemKind } from '../problem.ts'
import type { InstructionStatus } from './instruction-statuses.ts'

export const unitsReserved = problemKind(
  'units-reserved',
  422,
  'Open instructions have reserved these units',
)

/**
 * From the request to the investor until Bib has taken the units; a draft reserves none, and an
 * ended instruction releases them.
 */
export const reserving = [
  'awaiting-approval',
  'approved',
  'sent',
  'received',
  'payment-pending',
  'paid',
  'sent-to-manager',
] as const satisfies readonly InstructionStatus[]

export const Reservation = Named(
  'Reservation',
  Shape({
    instructionId: Id,
    productCode: Type.String(),
    amount: Nullable(Money),
    units: Nullable(Units),
    allUnits: Type.Boolean(),
    isAtBib: Type.Boolean({
      description: 'Bib has received it and includes it in the portfolio',
    }),
    sentAt: Nullable(Instant),
  }),
)
export type Reservation = Static<typeof Reservation>

export type ReservedPosition = Static<typeof Position> & { reservedUnits: string }
type Held = Pick<Portfolio, 'positions' | 'pending'>

/**
 * A portfolio with our own reservations deducted. What Bib lists as pending, or had received when
 * it reported the portfolio (`isAtBib`), is already in its figures and is not deducted twice.
 */
export function withReservations<P extends Held>(
  portfolio: P,
  reservations: readonly Reservation[],
): Omit<P, 'positions'> & { positions: ReservedPosition[] } {
  const atBib = new Set(portfolio.pending.map(({ sourceId }) => sourceId))
  const own = reservations.filter(
    ({ instructionId, isAtBib }) => !isAtBib && !atBib.has(instructionId),
  )
  const positions = portfolio.positions.map((position) => {
    const ofProduct = own.filter(({ productCode }) => productCode === position.productCode)
    const availableUnits = ofProduct.reduce(
      (free, one) => freeAfter(free, one, position.nav),
      position.availableUnits,
    )
    return {
      ...position,
      availableUnits,
      reservedUnits: reservedUnitsOf({ units: position.units, availableUnits }),
    }
  })
  return { ...portfolio, positions }
}

/** The units of a position that open instructions reserve: held but not available. */
export const reservedUnitsOf = ({
  units,
  availableUnits,
}: {
  units: string
  availableUnits: string
}): string => minus(units, availableUnits)

function freeAfter(free: string, { units, amount, allUnits }: Reservation, nav: string): string {
  if (allUnits) return '0.0000'
  // An amount will be converted at a NAV that is not known yet: this is an estimate.
  const taken = units ?? ratio(amount ?? '0', nav, 4) ?? '0'
  const left = rounded(minus(free, taken), 4)
  return compare(left, '0') > 0 ? left : '0.0000'
}

/** Whether an open order takes all units of a product, and leaves none for another order. */
export const takesAll = (reservations: readonly Reservation[], productCode: string): boolean =>
  reservations.some((one) => one.allUnits && one.productCode === productCode)
