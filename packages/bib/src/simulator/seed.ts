// Creates investors with a history, for demonstrations, without sending events.
import Type, { type Static } from 'typebox'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import { CalendarDate, Money, Text } from '@rmtools/contracts/fields'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type { InvestorRecord } from '../internal.ts'
import {
  ExternalId,
  Ifua,
  instructionTypes,
  ProductCode,
  RmId,
  Sid,
  SourceId,
  Tenant,
} from '../terms.ts'
import { exchangeDayFrom } from './calendar.ts'
import { book, Exact, holdingsOf, money, wholeUnits, type Entry } from './ledger.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

/**
 * A past deal. `date` is its NAV date, or the next exchange day is. A sale of more than is held
 * takes what there is; `all` takes everything.
 */
export const SeedTransaction = Shape({
  type: OneOf(instructionTypes),
  productCode: ProductCode,
  targetProductCode: Type.Optional(ProductCode),
  date: CalendarDate,
  amount: Type.Optional(Money),
  all: Type.Optional(Type.Boolean()),
  sourceId: Type.Optional(SourceId),
})

export const SeedInvestor = Shape({
  tenant: Tenant,
  sourceId: SourceId,
  rmId: RmId,
  externalId: ExternalId,
  sid: Nullable(Sid),
  ifua: Nullable(Ifua),
  name: Type.Optional(Text(150)),
  transactions: Type.Array(SeedTransaction, { maxItems: 2000 }),
})

export const SeedBody = Shape({ investors: Type.Array(SeedInvestor, { maxItems: 5000 }) })
export type SeedBody = Static<typeof SeedBody>
type SeedInvestor = Static<typeof SeedInvestor>
type SeedTransaction = Static<typeof SeedTransaction>

/**
 * Writes investors and their history; for an existing investor it replaces the history of an
 * earlier seeding.
 */
export function seed(
  world: World,
  { investors }: SeedBody,
): { investors: number; transactions: number } {
  return world.store.transaction(() => {
    let transactions = 0
    for (const [index, investor] of investors.entries()) {
      const id = keepInvestor(world, investor)
      const past = [...investor.transactions].sort((a, b) => a.date.localeCompare(b.date))
      for (const deal of past)
        bookPast(world, { id, ...investor }, deal, `/investors/${index}/transactions`)
      transactions += past.length
    }
    return { investors: investors.length, transactions }
  })
}

function keepInvestor(world: World, investor: SeedInvestor): number {
  const now = world.clock.now()
  const record: InvestorRecord = {
    sourceId: investor.sourceId,
    rmId: investor.rmId,
    status: investor.sid === null ? 'REGISTERED' : 'SID_CREATED',
    externalId: investor.externalId,
    previousExternalId: null,
    sid: investor.sid,
    ifua: investor.ifua,
    linked: false,
    reasons: [],
    bankAccounts: [],
    sequence: 0,
    updatedAt: new Date(now).toISOString(),
  }
  const row = world.store.get<{ id: number }>(
    `insert into investor (tenant, source_id, external_id, name, fingerprint, record, updated) values (?, ?, ?, ?, '', ?, ?)
      on conflict (tenant, source_id) do update set external_id = excluded.external_id, name = excluded.name, record = excluded.record
      returning id`,
    investor.tenant,
    investor.sourceId,
    investor.externalId,
    investor.name ?? investor.externalId,
    JSON.stringify(record),
    now,
  )
  const id = row?.id ?? 0
  world.store.run('delete from entry where investor = ? and instruction is null', id)
  return id
}

type Past = Pick<Entry, 'type'> & {
  code: string
  price: string
  units: string
  amount: string
  fee: string
}

function bookPast(
  world: World,
  { id: investor, tenant, rmId }: SeedInvestor & { id: number },
  deal: SeedTransaction,
  pointer: string,
): void {
  const date = exchangeDayFrom(deal.date)
  const fault = (code: string, detail: string) =>
    new Problem(invalidInput, { errors: [{ pointer, code, detail }] })
  const product = productOf(world, deal.productCode)
  const nav = world.navs.at(deal.productCode, date)?.nav
  if (!product || nav === undefined)
    throw fault('nav', `No published NAV of ${deal.productCode} on ${date}`)
  const base = {
    tenant,
    investor,
    instruction: null,
    source_id: deal.sourceId ?? null,
    rm_id: rmId,
    nav_date: date,
  }
  const add = ({ code, price, ...past }: Past) =>
    book(world, { ...base, ...past, product_code: code, nav: price })

  if (deal.type === 'SUBSCRIPTION') {
    const amount = new Exact(deal.amount ?? 0)
    const fee = new Exact(amount.times(product.fees.subscription).div(100).toFixed(2))
    const units = wholeUnits(amount.minus(fee).div(nav)).toFixed(4)
    add({
      type: 'SUBSCRIPTION',
      code: product.code,
      price: nav,
      units,
      amount: money(amount),
      fee: money(fee),
    })
    return
  }
  const held = holdingsOf(world, investor).get(product.code)?.units ?? new Exact(0)
  const units = deal.all ? held : Exact.min(held, wholeUnits(new Exact(deal.amount ?? 0).div(nav)))
  if (units.isZero()) return
  const amount = new Exact(units.times(nav).toFixed(2))
  const isSwitch = deal.type === 'SWITCHING'
  const fee = new Exact(
    amount
      .times(isSwitch ? product.fees.switching : product.fees.redemption)
      .div(100)
      .toFixed(2),
  )
  const type = isSwitch ? 'SWITCH_OUT' : 'REDEMPTION'
  add({
    type,
    code: product.code,
    price: nav,
    units: units.toFixed(4),
    amount: money(amount),
    fee: money(fee),
  })
  if (!isSwitch) return
  const target =
    deal.targetProductCode === undefined ? undefined : world.navs.at(deal.targetProductCode, date)
  if (!target || deal.targetProductCode === undefined)
    throw fault('target', 'A switch needs a target with a published NAV')
  const rest = amount.minus(fee)
  const bought = wholeUnits(rest.div(target.nav)).toFixed(4)
  add({
    type: 'SWITCH_IN',
    code: deal.targetProductCode,
    price: target.nav,
    units: bought,
    amount: money(rest),
    fee: '0.00',
  })
}
