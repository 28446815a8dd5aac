// Chapter six: part of a holding is switched and part is redeemed, to the investor's own account
// only. The investor declines another order.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { eventually, type Caller } from '../caller.ts'
import { approve, decline, settle, untilIs } from './answering.ts'
import type { Registered } from './papers.ts'
import { uniqueDigits, refusalOf, type Stage } from './stage.ts'

/** Runs the chapter with the RM and the investor whose holding comes from `held`. */
export async function orders(
  stage: Stage,
  rm: Caller,
  investor: Registered,
  held: Instruction,
): Promise<void> {
  await switching(stage, rm, { investor, held })
  await redemption(stage, rm, { investor, held })
  await declined(stage, rm, { investor, held })
}

type Holding = { investor: Registered; held: Instruction }

async function switching(stage: Stage, rm: Caller, { investor, held }: Holding): Promise<void> {
  const { say, expect } = stage
  const { items } = await rm.api.products.list({})
  const product = items.find(({ code }) => code === held.productCode)
  const isOpen = ({ code, status, riskLevel }: (typeof items)[number]) =>
    code !== held.productCode && status === 'ACTIVE' && riskLevel <= 3
  const [target, elsewhere] = [true, false].map((isSame) =>
    items.find((one) => isOpen(one) && (one.switchGroup === product?.switchGroup) === isSame),
  )
  const order = {
    investorId: investor.id,
    type: 'switching' as const,
    productCode: held.productCode,
    amount: '8000000',
    factSheetOffered: true,
  }
  const foreign = await refusalOf(
    rm.api.instructions.create({ ...order, targetProductCode: elsewhere?.code ?? '' }),
  )
  expect(foreign === 'switch-not-allowed', `one switches within a manager only (${foreign})`)
  const asked = new Date()
  const { id } = await rm.api.instructions.create({
    ...order,
    targetProductCode: target?.code ?? '',
  })
  await approve(stage, investor, asked)
  const { allocatedUnits, allocatedNav } = await settle(stage, rm, id)
  const position = await eventually('the new fund in the portfolio', async () => {
    const { positions } = await rm.api.portfolios.get({ id: investor.id })
    return positions.find(({ productCode }) => productCode === target?.code)
  })
  say(
    `a switch of Rp 8.000.000: to another manager it is refused, to ${target?.name} it is signed; ${allocatedUnits} units left at ${allocatedNav}, ${position.units} came`,
  )
}

async function redemption(stage: Stage, rm: Caller, { investor, held }: Holding): Promise<void> {
  const { say, expect } = stage
  const { id } = investor
  const foreign = await rm.api.bankAccounts.create({
    id,
    bankCode: '009',
    number: `98${uniqueDigits(8)}`,
    holderName: 'Bambang Sudrajat',
  })
  expect(
    foreign.nameMatch === 'weak' && foreign.review === 'needed',
    "somebody else's account is noticed",
  )
  const order = {
    investorId: id,
    type: 'redemption' as const,
    productCode: held.productCode,
    amount: '5000000',
    factSheetOffered: true,
  }
  const refused = await refusalOf(
    rm.api.instructions.create({ ...order, bankAccountId: foreign.id }),
  )
  expect(
    refused === 'bank-account-unfit',
    `no money goes to an account in another name (${refused})`,
  )
  const tooMuch = await refusalOf(
    rm.api.instructions.create({
      ...order,
      amount: '900000000',
      bankAccountId: investor.bankAccountId,
    }),
  )
  expect(tooMuch === 'above-balance', `nor more than is held (${tooMuch})`)
  say(
    `a redemption to the account of ${foreign.holderName} is refused, and one of more than is held too`,
  )

  const asked = new Date()
  const created = await rm.api.instructions.create({
    ...order,
    bankAccountId: investor.bankAccountId,
  })
  await approve(stage, investor, asked)
  const { paidBy } = await rm.api.instructions.get({ id: created.id })
  const settled = await settle(stage, rm, created.id)
  say(
    `to the own account it is signed and paid (by ${paidBy} at the latest): ${settled.currency} ${settled.allocatedAmount} for ${settled.allocatedUnits} units`,
  )
}

async function declined(stage: Stage, rm: Caller, { investor, held }: Holding): Promise<void> {
  const { say, expect } = stage
  const asked = new Date()
  const { id } = await rm.api.instructions.create({
    investorId: investor.id,
    type: 'subscription',
    productCode: held.productCode,
    amount: '10000000',
    factSheetOffered: true,
  })
  await decline(stage, investor, { asked, reason: 'Menunggu gaji bulan depan' })
  const { statusReason } = await untilIs(rm, id, ['declined'])
  expect(statusReason === 'Menunggu gaji bulan depan', 'the RM reads why')
  await eventually('the notice of it', async () =>
    (await rm.api.notifications.list({ limit: 50 })).items.some(
      ({ kind }) => kind === 'instruction.declined',
    ),
  )
  say(`another subscription the investor declines; the RM is told why: ${statusReason}`)
}
