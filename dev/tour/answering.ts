// The investor answers an instruction, and Bib carries it out.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { eventually, messageTo, type Caller } from '../caller.ts'
import type { Person } from './papers.ts'
import { drawnSignature } from './pictures.ts'
import { controlOf, refusalOf, waitingOutLimits, visitor, type Stage } from './stage.ts'

/** Opens the link that was sent since `asked`. */
async function opened(stage: Stage, { email }: Person, asked: Date) {
  const browser = visitor(stage, 'Investor browser (tour)')
  const token = await messageTo(stage.url, email, /\/i\/approve\/([\w-]{43})/, asked)
  const view = await waitingOutLimits(
    stage,
    async () => await browser.api.approvals.view({ token }),
  )
  return { browser, token, view }
}

/**
 * The investor opens the link, reads, enters the code from the SMS and signs; returns the signed
 * NAV date.
 */
export async function approve(stage: Stage, person: Person, asked: Date): Promise<string> {
  const { url, expect } = stage
  const { browser, token, view } = await opened(stage, person, asked)
  const sending = new Date()
  await waitingOutLimits(stage, async () => await browser.api.approvals.sendCode({ token }))
  const code = await messageTo(url, person.phone, /\b(\d{6})\b/, sending)
  const signature = await drawnSignature(person.fullName)
  const { documentHash } = view
  const answer = await browser.api.approvals.answer({
    token,
    decision: 'approve',
    documentHash,
    code,
    consent: true,
    signature,
  })
  expect(answer.status === 'approved', 'the investor approved')
  expect(
    (await refusalOf(browser.api.approvals.view({ token }))) === 'link-used',
    'the link works once',
  )
  return answer.navDate
}

/** The investor declines with a reason; no code is needed for that. */
export async function decline(
  stage: Stage,
  person: Person,
  given: { asked: Date; reason: string },
): Promise<void> {
  const { browser, token } = await opened(stage, person, given.asked)
  const answer = await browser.api.approvals.answer({
    token,
    decision: 'decline',
    reason: given.reason,
  })
  stage.expect(answer.status === 'declined', 'the investor declined')
}

/**
 * Waits until an instruction has one of the statuses. Throws Bib's reason if it is rejected
 * instead.
 */
export async function untilIs(
  rm: Caller,
  id: string,
  statuses: readonly Instruction['status'][],
): Promise<Instruction> {
  return await eventually(`the instruction to be ${statuses.join(' or ')}`, async () => {
    const { instruction } = await rm.api.instructions.get({ id })
    if (instruction.status === 'rejected' && !statuses.includes('rejected'))
      throw new Error(`Bib rejected: ${instruction.statusReason}`)
    return statuses.includes(instruction.status) && instruction
  })
}

/**
 * Bib processes a signed instruction: the NAV of its date, then settlement. That takes days; the
 * simulator does it at once for this instruction. Its clock stays unchanged, so that the next walk
 * finds Bib at the same time as the other services.
 */
export async function settle(stage: Stage, rm: Caller, id: string): Promise<Instruction> {
  await untilIs(rm, id, ['sent-to-manager', 'allocated', 'settled'])
  await controlOf(stage).carryOut({ tenant: 'NUSANTARA', sourceId: id, until: 'SETTLED' })
  return await untilIs(rm, id, ['settled'])
}
