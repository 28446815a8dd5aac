// The chapter of the recurring plan: one signed mandate over two funds, a purchase without a new
// signature, one that is not paid, and the revocation by the link that the investor keeps.
import type { PlanRun } from '@rmtools/contracts/crm/plans'
import { LAST_PLAN_DAY, makingDay } from '@rmtools/contracts/crm/plan-rules'
import { wibDate } from '@rmtools/bib/simulator/calendar'
import { eventually, messageTo, type Caller } from '../caller.ts'
import { untilIs } from './answering.ts'
import type { Person, Registered } from './papers.ts'
import { drawnSignature } from './pictures.ts'
import { controlOf, refusalOf, visitor, waitingOutLimits, type Stage } from './stage.ts'

/** Runs the chapter: a plan over a product that the investor already holds, and another one. */
export async function plan(
  stage: Stage,
  rm: Caller,
  { investor, productCode }: { investor: Registered; productCode: string },
): Promise<void> {
  const { say, expect } = stage
  const unpaid = await anotherFund(rm, productCode)
  const match = `${investor.externalId} SUBSCRIPTION ${unpaid}`
  await controlOf(stage).setFaults({ paymentNever: { on: true, match } })
  const asked = new Date()
  const today = wibDate(asked.getTime())
  const { id } = await rm.api.plans.create({
    investorId: investor.id,
    lines: [
      { productCode, amount: '500000' },
      { productCode: unpaid, amount: '1000000' },
    ],
    day: soonestDay(today),
    startsOn: today,
    bankAccountId: investor.bankAccountId,
    way: 'virtual-account',
    factSheetOffered: true,
  })
  const browser = visitor(stage, 'Investor browser (tour)').api.planMandates
  const nextRuns = await sign(stage, browser, { person: investor, asked })
  say(`a plan of Rp 1.500.000 each month: signed once, it buys on ${nextRuns.join(', ')}`)

  const first = nextRuns[0] ?? ''
  if (makingDay(first, 'virtual-account', new Set()) <= today) {
    await buys(stage, rm, { id, productCode })
    await fails(stage, rm, { id, productCode: unpaid })
  } else say(`the investor is asked for the first payment three days before ${first}`)

  const lasting = await messageTo(stage.url, investor.email, /\/i\/my-plan\/([\w-]{43})/, asked)
  const revoked = await waitingOutLimits(
    stage,
    async () => await browser.revoke({ token: lasting }),
  )
  expect(revoked.status === 'revoked' && revoked.nextRuns.length === 0, 'nothing more is bought')
  expect(
    (await refusalOf(browser.resume({ token: lasting }))) === 'plan-ended',
    'a revoked plan cannot go on',
  )
  await eventually('the RM to hear of it', async () =>
    (await rm.api.notifications.list({ limit: 20 })).items.some(
      ({ kind }) => kind === 'plan.revoked',
    ),
  )
  await controlOf(stage).clearFault({ name: 'paymentNever' })
  say(
    'the investor revokes the mandate from the link in the last message: nothing is tried again; the RM is told',
  )
}

/** A fund within the investor's risk profile that the plan can afford. */
async function anotherFund(rm: Caller, productCode: string): Promise<string> {
  const { items } = await rm.api.products.list({ type: 'FIXED_INCOME' })
  const found = items.find(
    ({ code, status, currency, riskLevel, minimumSubscription }) =>
      code !== productCode &&
      status === 'ACTIVE' &&
      currency === 'IDR' &&
      riskLevel <= 3 &&
      Number(minimumSubscription) <= 1_000_000,
  )
  return found?.code ?? ''
}

/** Today's day of the month, or the first where a plan may not have it. */
function soonestDay(today: string): number {
  const day = Number(today.slice(8))
  return day > LAST_PLAN_DAY ? 1 : day
}

type Browser = ReturnType<typeof visitor>['api']['planMandates']

async function sign(
  stage: Stage,
  browser: Browser,
  { person, asked }: { person: Person; asked: Date },
): Promise<string[]> {
  const token = await messageTo(stage.url, person.email, /\/i\/plan\/([\w-]{43})/, asked)
  const { documentHash } = await waitingOutLimits(stage, async () => await browser.view({ token }))
  const sending = new Date()
  await waitingOutLimits(stage, async () => await browser.sendCode({ token }))
  const code = await messageTo(stage.url, person.phone, /\b(\d{6})\b/, sending)
  const answer = await browser.answer({
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature: await drawnSignature(person.fullName),
  })
  stage.expect(answer.status === 'signed', 'the investor signed the mandate')
  return answer.nextRuns
}

type Bought = { id: string; productCode: string }

/** Waits until the plan's first run for a fund has a status. */
async function runUntil(
  rm: Caller,
  { id, productCode }: Bought,
  status: PlanRun['status'],
): Promise<PlanRun & { instructionId: string }> {
  return await eventually(`the run of ${productCode} to be ${status}`, async () => {
    const { runs } = await rm.api.plans.get({ id })
    const run = runs.find((one) => one.productCode === productCode)
    const { instructionId } = run ?? {}
    return run?.status === status && instructionId ? { ...run, instructionId } : undefined
  })
}

async function buys({ say, expect }: Stage, rm: Caller, bought: Bought): Promise<void> {
  const { instructionId } = await runUntil(rm, bought, 'done')
  const { instruction } = await rm.api.instructions.get({ id: instructionId })
  expect(instruction.planId === bought.id, 'the order names its plan')
  const { mandate } = await rm.api.evidence.list({ id: instructionId })
  expect(
    mandate?.planId === bought.id && mandate.isUnchanged,
    'its evidence is that of the mandate',
  )
  say(
    `the first purchase, for the NAV of ${instruction.navDate}, needs no new signature and is paid`,
  )
}

/** The money for the other fund does not come in time. */
async function fails(stage: Stage, rm: Caller, bought: Bought): Promise<void> {
  const { instructionId } = await runUntil(rm, bought, 'made')
  await untilIs(rm, instructionId, ['payment-pending'])
  const order = { tenant: 'NUSANTARA', sourceId: instructionId }
  await controlOf(stage).carryOut({ ...order, until: 'OVERDUE' })
  const { retryOn } = await runUntil(rm, bought, 'retrying')
  await eventually('the RM to hear of it', async () =>
    (await rm.api.notifications.list({ limit: 20 })).items.some(
      ({ kind }) => kind === 'plan.retrying',
    ),
  )
  stage.say(
    `the other fund is not paid in time: both are told, and it is tried again on ${retryOn}`,
  )
}
