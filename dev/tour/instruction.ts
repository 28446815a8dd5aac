// Chapter three: products, a subscription, the investor's approval by link, code and signature, and Bib until it is settled.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { eventually, messageTo, type Caller } from '../caller.ts'
import type { Registered } from './kyc.ts'
import { drawnSignature } from './pictures.ts'
import { moveBibClock, visitor, type Stage } from './stage.ts'

/** Walks the chapter. */
export async function instruction(stage: Stage, rm: Caller, investor: Registered): Promise<Instruction> {
  const { say, expect } = stage
  const { items } = await rm.api.products.list({ type: 'MONEY_MARKET' })
  const product = items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')
  const code = product?.code ?? ''
  const navs = await rm.api.products.navs({ code })
  expect(navs.items.length > 200, 'there is a NAV history')
  say(`${items.length} money market funds; ${product?.name} has a NAV of ${product?.latestNav?.nav}`)

  const asked = new Date()
  const created = await rm.api.instructions.create({
    investorId: investor.id,
    type: 'subscription',
    productCode: code,
    amount: '25000000',
    factSheetOffered: true,
  })
  say(`a subscription of Rp 25.000.000 with NAV of ${created.navDate}; a link goes to ${investor.email}`)
  await approve(stage, investor, asked)

  const moving = async (statuses: readonly string[]) =>
    await eventually(`the instruction to be ${statuses.join(' or ')}`, async () => {
      const now = (await rm.api.instructions.get({ id: created.id })).instruction
      if (now.status === 'rejected') throw new Error(`Bib rejected: ${now.statusReason}`)
      return statuses.includes(now.status) && now
    })
  await moving(['paid', 'sent-to-manager'])
  say('Bib received it and the money')
  // A few days at Bib: over weekends and holidays to the NAV, then to the settlement.
  for (let day = 0; day < 16; day++) {
    const { status } = (await rm.api.instructions.get({ id: created.id })).instruction
    if (status === 'settled') break
    await moveBibClock(stage, { advanceDays: 1 })
    await new Promise((next) => setTimeout(next, 250))
  }
  const settled = await moving(['settled'])
  say(`settled on ${settled.settledOn}: ${settled.allocatedUnits} units at ${settled.allocatedNav}`)

  const portfolio = await eventually('the portfolio', async () => {
    const now = await rm.api.portfolios.get({ id: investor.id })
    return now.positions.some(({ productCode }) => productCode === code) && now
  })
  say(`the portfolio shows it: ${portfolio.totals.map(({ currency, value }) => `${currency} ${value}`).join(', ')}`)
  const pdf = await rm.api.instructions.document({ id: created.id })
  expect(Buffer.from(pdf.subarray(0, 5)).toString() === '%PDF-', 'the signed document is a PDF')
  return settled
}

async function approve(stage: Stage, { email, phone }: Registered, asked: Date): Promise<void> {
  const { url, say, expect } = stage
  const browser = visitor(stage, 'Investor browser (tour)')
  const token = await messageTo(url, email, /\/i\/approve\/([\w-]{43})/, asked)
  const view = await browser.api.approvals.view({ token })
  await browser.api.approvals.view({ token })
  const sending = new Date()
  await browser.api.approvals.sendCode({ token })
  const code = await messageTo(url, phone, /\b(\d{6})\b/, sending)
  const answer = await browser.api.approvals.answer({
    token,
    decision: 'approve',
    documentHash: view.documentHash,
    code,
    consent: true,
    signature: await drawnSignature(),
  })
  expect(answer.status === 'approved', 'the investor approved')
  const twice = await browser.api.approvals.view({ token }).then(
    () => 'shown',
    (problem: { code: string }) => problem.code,
  )
  expect(twice === 'link-used', 'the link works once')
  say(`the investor opens the link, reads, types the code from the SMS and signs; NAV of ${answer.navDate}`)
}
