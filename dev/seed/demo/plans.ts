// Recurring plans in several states, through the public API and the links in the inbox.
import { Problem } from '@rmtools/contracts/problem'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { createCaller, messageTo, patiently, type Caller } from '../../caller.ts'
import { drawnSignature } from '../../tour/pictures.ts'
import { demoId } from '../people.ts'
import { accountIdOf } from './capture.ts'
import { demoCases, type DemoCase } from './cases.ts'
import { subjectOf } from './forms.ts'
import type { LiveTarget } from './live.ts'

type End = 'awaiting' | 'active' | 'by-hand' | 'paused' | 'revoked'
type Wish = { rm: string; nth: number; day: number; amount: string; end: End }

const wishes: readonly Wish[] = [
  { rm: 'rina', nth: 1, day: 25, amount: '500000', end: 'active' },
  { rm: 'rina', nth: 2, day: 5, amount: '1000000', end: 'by-hand' },
  { rm: 'rina', nth: 3, day: 10, amount: '750000', end: 'paused' },
  { rm: 'rina', nth: 4, day: 1, amount: '500000', end: 'awaiting' },
  { rm: 'bagus', nth: 0, day: 15, amount: '2000000', end: 'revoked' },
]

/** Brings every plan to its target state, also after an interruption; returns how many there are. */
export async function demoPlans(target: LiveTarget): Promise<number> {
  let count = 0
  for (const [index, wish] of wishes.entries()) {
    if (target.isStopped()) break
    const book = demoCases.filter(
      (one) =>
        one.aim === 'registered' &&
        one.company.code === 'nusantara' &&
        one.rm.email.startsWith(`${wish.rm}@`),
    )
    const one = book[wish.nth]
    if (!one) continue
    const caller = await target.callers(one.rm, one.company)
    const id = demoId('0e00', index + 1)
    const plan = (await known(caller, id)) ?? (await create(caller, { id, one, wish }))
    if (plan.status === 'awaiting-approval' && wish.end !== 'awaiting')
      await sign(target, plan, one)
    if (wish.end === 'revoked') await revoke(target, plan, one)
    if (wish.end === 'paused') await pause(caller, id)
    count++
  }
  return count
}

async function known(caller: Caller, id: string): Promise<Plan | undefined> {
  try {
    return (await caller.api.plans.get({ id })).plan
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  }
}

type Making = { id: string; one: DemoCase; wish: Wish }

async function create(caller: Caller, { id, one, wish }: Making): Promise<Plan> {
  const { positions } = await caller.api.portfolios.get({ id: one.id })
  const [held] = positions
  if (!held) throw new Error(`${subjectOf(one).fullName} holds nothing`)
  const now = new Date()
  return await caller.api.plans.create({
    id,
    investorId: one.id,
    lines: [{ productCode: held.productCode, amount: wish.amount }],
    day: wish.day,
    // Tomorrow: nothing is bought before the demo is complete.
    startsOn: new Date(now.getTime() + 31 * 3_600_000).toISOString().slice(0, 10),
    bankAccountId: accountIdOf(one),
    way: wish.end === 'by-hand' ? 'virtual-account' : 'direct-debit',
    factSheetOffered: true,
    aboveRiskProfileTold: true,
    amountReason: 'Sesuai rencana investasi',
  })
}

const browserOf = (url: string) =>
  createCaller(url, 'Mozilla/5.0 (Linux; Android 16)').api.planMandates

async function sign({ url }: LiveTarget, { createdAt }: Plan, one: DemoCase): Promise<void> {
  const { email, phone, fullName } = subjectOf(one)
  const token = await messageTo(url, email, /\/i\/plan\/([\w-]{43})/, new Date(createdAt))
  const browser = browserOf(url)
  const { documentHash } = await patiently(async () => await browser.view({ token }))
  const asking = new Date()
  await patiently(async () => await browser.sendCode({ token }))
  const code = await messageTo(url, phone, /\b(\d{6})\b/, asking)
  const signature = await drawnSignature(fullName)
  const given = { token, documentHash, code, consent: true, signature }
  await patiently(async () => await browser.answer({ ...given, decision: 'approve' }))
}

async function revoke({ url }: LiveTarget, { createdAt }: Plan, one: DemoCase): Promise<void> {
  const { email } = subjectOf(one)
  const token = await messageTo(url, email, /\/i\/my-plan\/([\w-]{43})/, new Date(createdAt))
  const browser = browserOf(url)
  const { status } = await patiently(async () => await browser.managed({ token }))
  if (status !== 'revoked') await patiently(async () => await browser.revoke({ token }))
}

async function pause(caller: Caller, id: string): Promise<void> {
  const { status, version } = (await caller.api.plans.get({ id })).plan
  if (status === 'active')
    await caller.api.plans.pause({ id, version, reason: 'Investor sedang cuti' })
}
