// Live instructions: created, sent, signed and in progress, through the public API and the links in
// the inbox.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { Problem } from '@rmtools/contracts/problem'
import { createCaller, eventually, messageTo, patiently, type Caller } from '../../caller.ts'
import type { bibControl } from '../../bib-control.ts'
import { drawnSignature } from '../../tour/pictures.ts'
import { demoId } from '../people.ts'
import { accountIdOf } from './capture.ts'
import type { Callers } from './callers.ts'
import { demoCases, type DemoCase } from './cases.ts'
import { subjectOf } from './forms.ts'

type End =
  | 'draft'
  | 'awaiting'
  | 'declined'
  | 'cancelled'
  | 'sent'
  | 'payment-late'
  | 'payment-held'
  | 'allocated'
  | 'settled'
type Wish = { rm: string; company: string; nth: number; type: Instruction['type']; end: End }

const wishes: readonly Wish[] = [
  { rm: 'rina', company: 'nusantara', nth: 1, type: 'subscription', end: 'awaiting' },
  { rm: 'rina', company: 'nusantara', nth: 2, type: 'subscription', end: 'draft' },
  { rm: 'rina', company: 'nusantara', nth: 3, type: 'redemption', end: 'sent' },
  { rm: 'rina', company: 'nusantara', nth: 4, type: 'subscription', end: 'payment-late' },
  { rm: 'rina', company: 'nusantara', nth: 5, type: 'redemption', end: 'awaiting' },
  { rm: 'rina', company: 'nusantara', nth: 6, type: 'subscription', end: 'allocated' },
  { rm: 'rina', company: 'nusantara', nth: 7, type: 'subscription', end: 'declined' },
  { rm: 'bagus', company: 'nusantara', nth: 0, type: 'subscription', end: 'awaiting' },
  { rm: 'bagus', company: 'nusantara', nth: 1, type: 'subscription', end: 'payment-held' },
  { rm: 'bagus', company: 'nusantara', nth: 3, type: 'subscription', end: 'cancelled' },
  { rm: 'dimas', company: 'nusantara', nth: 0, type: 'subscription', end: 'sent' },
  { rm: 'dimas', company: 'samudra', nth: 0, type: 'subscription', end: 'awaiting' },
  { rm: 'dimas', company: 'samudra', nth: 1, type: 'subscription', end: 'settled' },
  { rm: 'dimas', company: 'samudra', nth: 2, type: 'redemption', end: 'draft' },
]

/** Part of the ids of orders that are not paid, for Bib's fault switch. */
export const LATE_PAYERS = '-0d1a-7000-'

/** Part of the ids of orders that somebody else pays for. */
export const OTHER_PAYERS = '-0d1b-7000-'

const idParts: Partial<Record<End, string>> = { 'payment-late': '0d1a', 'payment-held': '0d1b' }
const signedEnds: readonly End[] = ['sent', 'payment-late', 'payment-held', 'allocated', 'settled']
const beforeAnswer = ['draft', 'awaiting-approval']

export type LiveTarget = {
  url: string
  callers: Callers
  control: ReturnType<typeof bibControl>
  isStopped: () => boolean
}

/** Brings every live instruction to its target state; returns how many there are. */
export async function liveInstructions(target: LiveTarget): Promise<number> {
  let count = 0
  for (const [index, wish] of wishes.entries()) {
    if (target.isStopped()) break
    const { end, rm, company, nth } = wish
    const book = demoCases.filter(
      (one) =>
        one.aim === 'registered' &&
        one.rm.email.startsWith(`${rm}@`) &&
        one.company.code === company,
    )
    const one = book[nth]
    if (!one) continue
    const id = demoId(idParts[end] ?? '0d00', index + 1)
    const caller = await target.callers(one.rm, one.company)
    const instruction = (await known(caller, id)) ?? (await create(caller, { id, one, wish }))
    if (beforeAnswer.includes(instruction.status))
      await finish(target, caller, { one, end, instruction })
    count++
  }
  return count
}

async function known(caller: Caller, id: string): Promise<Instruction | undefined> {
  try {
    return (await caller.api.instructions.get({ id })).instruction
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined
    throw error
  }
}

async function create(
  caller: Caller,
  { id, one, wish: { type, end } }: { id: string; one: DemoCase; wish: Wish },
): Promise<Instruction> {
  const { positions } = await caller.api.portfolios.get({ id: one.id })
  const largest = positions.toSorted((a, b) => Number(b.value) - Number(a.value))[0]
  if (!largest) throw new Error(`${subjectOf(one).fullName} holds nothing`)
  const share = Math.floor(Number(largest.value) / 10 / 50_000) * 50_000
  return await caller.api.instructions.create({
    id,
    investorId: one.id,
    type,
    productCode: largest.productCode,
    amount: String(Math.max(share, 500_000)),
    ...(type === 'redemption' ? { bankAccountId: accountIdOf(one) } : {}),
    factSheetOffered: true,
    aboveRiskProfileTold: true,
    confirmDuplicate: true,
    amountReason: 'Sesuai rencana investasi',
    // The others get their link in a later step, so that there is only one.
    send: end === 'awaiting' || end === 'cancelled',
  })
}

type Finishing = { one: DemoCase; end: End; instruction: Instruction }

async function finish(
  { url, control }: LiveTarget,
  caller: Caller,
  { one, end, instruction }: Finishing,
): Promise<void> {
  const { id, version } = instruction
  if (end === 'draft' || end === 'awaiting') return
  if (end === 'cancelled')
    return void (await caller.api.instructions.cancel({
      id,
      version,
      reason: 'Nasabah ingin menunggu harga turun',
    }))
  const since = new Date()
  await caller.api.instructions.send({ id, version })
  const { email, phone, fullName } = subjectOf(one)
  const token = await messageTo(url, email, /\/i\/approve\/([\w-]{43})/, since)
  const browser = createCaller(url, 'Mozilla/5.0 (Linux; Android 16)').api.approvals
  if (end === 'declined')
    return void (await patiently(
      async () =>
        await browser.answer({ token, decision: 'decline', reason: 'Menunggu gaji bulan depan' }),
    ))
  const { documentHash } = await patiently(async () => await browser.view({ token }))
  const asking = new Date()
  await patiently(async () => await browser.sendCode({ token }))
  const code = await messageTo(url, phone, /\b(\d{6})\b/, asking)
  await patiently(
    async () =>
      await browser.answer({
        token,
        decision: 'approve',
        documentHash,
        code,
        consent: true,
        signature: await drawnSignature(fullName),
      }),
  )
  if (signedEnds.includes(end))
    await eventually(
      'Bib to have it',
      async () => (await caller.api.instructions.get({ id })).instruction.status !== 'approved',
    )
  const tenant = one.company.code.toUpperCase()
  if (end === 'allocated' || end === 'settled')
    await control.carryOut({
      tenant,
      sourceId: id,
      until: end === 'settled' ? 'SETTLED' : 'ALLOCATED',
    })
}
