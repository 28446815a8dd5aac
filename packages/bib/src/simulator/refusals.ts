// Why Bib refuses an instruction on inspection. Rules: DOMAIN.md section 6.
import { asKept } from './store.ts'
import type { Static } from 'typebox'
import type { InstructionSubmission } from '../internal.ts'
import type { BibProduct } from '../partner.ts'
import type { Reason as ReasonSchema } from '../terms.ts'
import { subjectOf, submissionOf, type InstructionRow } from './instruction-rows.ts'
import { availableUnits, Exact, holdingsOf, unitsWanted } from './ledger.ts'
import { announcingStatus, productOf } from './shelf.ts'
import type { World } from './world.ts'

type Reason = Static<typeof ReasonSchema>

const reason = (code: string, field: string | null, detail: string): Reason => ({
  code,
  field,
  detail,
})

/** The first reason to refuse an instruction; undefined if there is none. */
export function refusalOf(world: World, row: InstructionRow): Reason | undefined {
  const wish = submissionOf(row)
  const product = productOf(world, wish.productCode)
  if (!product) return reason('PRODUCT_UNKNOWN', '/productCode', 'There is no such product')
  const subject = subjectOf(world, row)
  const isStruck =
    announcingStatus(world, () => world.faults.take('productSuspended', subject)) !== undefined
  if (isStruck || product.status === 'SUSPENDED')
    return reason('PRODUCT_SUSPENDED', '/productCode', 'The product is suspended')
  const investor = world.store.get<{ record: string }>(
    'select record from investor where id = ?',
    row.investor,
  )
  const { sid } = asKept<{ sid?: string | null }>(investor?.record ?? '{}')
  if (!sid) return reason('INVESTOR_NOT_READY', '/externalId', 'The investor has no SID yet')
  if (wish.type === 'SUBSCRIPTION') return againstBuying(world, row, wish, product)
  if (world.faults.take('redemptionAboveUnits', subject))
    return reason('INSUFFICIENT_UNITS', '/units', 'Another application redeemed these units')
  return (
    againstSelling(world, row, wish, product) ??
    (wish.type === 'SWITCHING' ? againstSwitching(world, wish, product) : undefined)
  )
}

function againstBuying(
  world: World,
  row: InstructionRow,
  wish: InstructionSubmission,
  product: BibProduct,
): Reason | undefined {
  if (product.status === 'CLOSED')
    return reason('PRODUCT_SUSPENDED', '/productCode', 'The product takes no more subscriptions')
  if (!wish.amount) return reason('BELOW_MINIMUM', '/amount', 'A subscription is by amount')
  const now = new Date(world.clock.now()).toISOString()
  if (product.bond && (now < product.bond.offeringFrom || now >= product.bond.offeringUntil))
    return reason('OFFERING_CLOSED', '/productCode', 'The bond is not on offer now')
  const isTopUp = holdingsOf(world, row.investor).has(product.code)
  const minimum = isTopUp ? product.minimumTopUp : product.minimumSubscription
  if (new Exact(wish.amount).lt(minimum))
    return reason('BELOW_MINIMUM', '/amount', `The minimum is ${minimum}`)
  return undefined
}

function againstSelling(
  world: World,
  row: InstructionRow,
  wish: InstructionSubmission,
  product: BibProduct,
): Reason | undefined {
  if (product.bond && !product.bond.tradable)
    return reason('OFFERING_CLOSED', '/productCode', 'This bond is kept to maturity')
  const held = holdingsOf(world, row.investor).get(product.code)?.units ?? new Exact(0)
  const available = availableUnits(world, row.investor, product.code, row.id)
  const wanted = wish.all ? available : unitsWanted(world, wish, held)
  if (wanted.isZero() || wanted.gt(available))
    return reason(
      'INSUFFICIENT_UNITS',
      wish.amount ? '/amount' : '/units',
      'There are not so many units',
    )
  const nav = product.latestNav?.nav ?? '0'
  const rest = available.minus(wanted)
  if (wish.all || rest.isZero()) return undefined
  if (wanted.times(nav).lt(new Exact(product.minimumRedemption).minus('0.01')))
    return reason('BELOW_MINIMUM', '/amount', `The minimum is ${product.minimumRedemption}`)
  if (rest.times(nav).lt(product.minimumBalance))
    return reason(
      'REMAINDER_BELOW_MINIMUM',
      '/all',
      `Less than ${product.minimumBalance} would remain: all of it must go`,
    )
  return undefined
}

function againstSwitching(
  world: World,
  wish: InstructionSubmission,
  product: BibProduct,
): Reason | undefined {
  const target = wish.targetProductCode ? productOf(world, wish.targetProductCode) : undefined
  if (!target) return reason('PRODUCT_UNKNOWN', '/targetProductCode', 'There is no such product')
  if (target.status !== 'ACTIVE')
    return reason(
      'PRODUCT_SUSPENDED',
      '/targetProductCode',
      'The target takes no subscriptions now',
    )
  const isSameGroup =
    product.switchGroup !== null &&
    product.switchGroup === target.switchGroup &&
    product.code !== target.code
  return isSameGroup
    ? undefined
    : reason(
        'SWITCH_NOT_ALLOWED',
        '/targetProductCode',
        'Switching is within one switch group of one manager',
      )
}
