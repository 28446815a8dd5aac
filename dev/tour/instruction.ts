// Chapter five: products, a subscription, the investor's approval by link, code and signature, and
// processing by Bib until settlement.
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { checkSeal } from '@rmtools/kit/check-seal'
import { recordInPdf } from '@rmtools/kit/evidence-file'
import { eventually, type Caller } from '../caller.ts'
import { approve, settle, untilIs } from './answering.ts'
import type { Registered } from './papers.ts'
import { visitor, type Stage } from './stage.ts'

export { approve }

/** Runs the chapter. */
export async function instruction(
  stage: Stage,
  rm: Caller,
  investor: Registered,
): Promise<Instruction> {
  const { say, expect } = stage
  const { items } = await rm.api.products.list({ type: 'MONEY_MARKET' })
  // One that allows switching, for the next chapter.
  const product = items.find(
    ({ currency, status, switchGroup }) =>
      currency === 'IDR' && status === 'ACTIVE' && switchGroup !== null,
  )
  const code = product?.code ?? ''
  const navs = await rm.api.products.navs({ code })
  expect(navs.items.length > 200, 'there is a NAV history')
  say(
    `${items.length} money market funds; ${product?.name} has a NAV of ${product?.latestNav?.nav}`,
  )

  const asked = new Date()
  const created = await rm.api.instructions.create({
    investorId: investor.id,
    type: 'subscription',
    productCode: code,
    amount: '25000000',
    factSheetOffered: true,
  })
  say(
    `a subscription of Rp 25.000.000 with NAV of ${created.navDate}; a link goes to ${investor.email}`,
  )
  const navDate = await approve(stage, investor, asked)
  say(
    `the investor opens the link, reads, types the code from the SMS and signs; NAV of ${navDate}`,
  )
  await untilIs(rm, created.id, ['paid', 'sent-to-manager'])
  say('Bib received it and the money')
  const settled = await settle(stage, rm, created.id)
  say(`settled on ${settled.settledOn}: ${settled.allocatedUnits} units at ${settled.allocatedNav}`)

  const portfolio = await eventually('the portfolio', async () => {
    const now = await rm.api.portfolios.get({ id: investor.id })
    return now.positions.some(({ productCode }) => productCode === code) && now
  })
  say(
    `the portfolio shows it: ${portfolio.totals.map(({ currency, value }) => `${currency} ${value}`).join(', ')}`,
  )
  const pdf = await rm.api.instructions.document({ id: created.id })
  await checkAsStranger(stage, pdf, created.id)
  return settled
}

/** What a court or an auditor does with the signed document: nothing of ours but the public page. */
async function checkAsStranger(stage: Stage, pdf: Uint8Array, id: string): Promise<void> {
  const { say, expect } = stage
  const found = await recordInPdf(pdf)
  const seal = await checkSeal(pdf)
  expect(found?.record.subjectId === id, 'the signed document carries the record of the approval')
  expect(seal?.holds === true, `its seal holds (${seal?.faults.join()})`)
  const stranger = visitor(stage, 'Auditor (tour)').api.evidence
  const { holds, sequence } = await stranger.check({ hash: found?.hash ?? '' })
  expect(holds, 'the public page finds the record as it was made')
  say(
    `a stranger checks the document: record ${sequence} holds, sealed by ${seal?.signer?.subject}`,
  )
}
