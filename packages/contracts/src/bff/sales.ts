// Net sales, the one figure under that name: on home screens, in reports, in their files and in print.
import { minus, plus, rounded, isZero } from '../decimals.ts'

type Flows = { subscriptions: string; redemptions: string }

/**
 * New money less money paid out: subscriptions less redemptions. A switch is neither, of a product as of the company: no money comes or
 * goes, and its fee is none of the sales.
 */
export function netSalesOf(lines: readonly Flows[]): string {
  const net = lines.reduce(
    (sum, { subscriptions, redemptions }) => plus(sum, minus(subscriptions, redemptions)),
    '0',
  )
  return isZero(net) ? '0.00' : rounded(net, 2)
}
