// The chapter of the recurring plan: one signed mandate, a purchase without a new signature, and the
// revocation by the link that the investor keeps.
import { LAST_PLAN_DAY, makingDay } from '@rmtools/contracts/crm/plan-rules'
import { wibDate } from '@rmtools/bib/simulator/calendar'
import { eventually, messageTo, type Caller } from '../caller.ts'
import { untilIs } from './answering.ts'
import type { Person, Registered } from './papers.ts'
import { drawnSignature } from './pictures.ts'
import { refusalOf, visitor, waitingOutLimits, type Stage } from './stage.ts'

/** Runs the chapter: a plan over a product that the investor already holds. */
export async function plan(
  stage: Stage,
  rm: Caller,
  { investor, productCode }: { investor: Registered; productCode: string },
): Promise<void> {
  const { say, expect } = stage
  const asked = new Date()
  const today = wibDate(asked.getTime())
  const { id } = await rm.api.plans.create({
    investorId: investor.id,
    lines: [{ productCode, amount: '500000' }],
    day: soonestDay(today),
    startsOn: today,
    bankAccountId: investor.bankAccountId,
    way: 'virtual-account',
    factSheetOffered: true,
  })
  const browser = visitor(stage, 'Investor browser (tour)').api.planMandates
  const nextRuns = await sign(stage, browser, { person: investor, asked })
  say(`a plan of Rp 500.000 each month: signed once, it buys on ${nextRuns.join(', ')}`)

  const first = nextRuns[0] ?? ''
  if (makingDay(first, 'virtual-account', new Set()) <= today) await buys(stage, rm, id)
  else say(`the investor is asked for the first payment three days before ${first}`)

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
  say('the investor revokes the mandate from the link in the last message; the RM is told')
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

async function buys({ say, expect }: Stage, rm: Caller, id: string): Promise<void> {
  const run = await eventually('the first purchase', async () => {
    const [first] = (await rm.api.plans.get({ id })).runs
    return first?.instructionId ? first : undefined
  })
  const order = await untilIs(rm, run.instructionId ?? '', ['paid', 'sent-to-manager'])
  expect(order.planId === id, 'the order names its plan')
  const { mandate } = await rm.api.evidence.list({ id: order.id })
  expect(mandate?.planId === id && mandate.isUnchanged, 'its evidence is that of the mandate')
  await eventually('the run to be done', async () => {
    const [first] = (await rm.api.plans.get({ id })).runs
    return first?.status === 'done'
  })
  say(`the first purchase, for the NAV of ${order.navDate}, needs no new signature and is paid`)
}
