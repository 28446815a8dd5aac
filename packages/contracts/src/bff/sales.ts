// Net sales, the only figure of that name: on home screens, in reports, in their files and in
// print.
import { minus, plus, rounded, isZero } from '../decimals.ts'

type Flows = { subscriptions: string; redemptions: string }

/**
 * New money less money paid out: subscriptions less redemptions. Switches do not count, neither per
 * product nor for the company: they move no money, and their fee is not part of sales.
 */
export function netSalesOf(lines: readonly Flows[]): string {
  const net = lines.reduce(
    (sum, { subscriptions, redemptions }) => plus(sum, minus(subscriptions, redemptions)),
    '0',
  )
  return isZero(net) ? '0.00' : rounded(net, 2)
}
