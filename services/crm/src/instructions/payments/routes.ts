import { payerDecided, payments, type Payment } from '@rmtools/contracts/crm/payments'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import type { Input } from '@rmtools/contracts/endpoint'
import type { Transaction } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { crmJobs } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { addEvent } from '../queries.ts'
import { followPayment, stepOf } from './following.ts'
import { insertDecision, lockPayment } from './queries.ts'
import { notifyOfVerdict } from './notifying.ts'

export const paymentRoutes = (ports: CrmPorts) =>
  implement('payments', payments, {
    decide: async (input, { db }) => await decide(db, input, ports),
  })

/** Stores the decision, sends it to Bib, and notifies those concerned. */
async function decide(
  db: Transaction,
  { id, receiptId, verdict, reason, version }: Input<typeof payments.decide>,
  { clock }: CrmPorts,
): Promise<Payment> {
  const kept = existing(await lockPayment(db, id))
  const receipt = kept.paying?.receipts.find((one) => one.id === receiptId)
  if (receipt?.decision) throw new Problem(payerDecided)
  if (receipt?.standing !== 'held') throw new Problem(wrongState)
  if (kept.version !== version) throw new Problem(staleVersion)
  const now = clock.now()
  const decision = { instructionId: id, receiptId, verdict, reason, decidedAt: now.toISOString() }
  if (!(await insertDecision(db, decision))) throw new Problem(payerDecided)
  await addJob(db, crmJobs.bibPayer, {
    companyId: companyOf(db),
    instructionId: id,
    receiptId,
    verdict,
  })
  if (kept.paying)
    await addEvent(db, id, {
      status: kept.status,
      by: 'back-office',
      detail: reason,
      about: 'payment',
      data: stepOf(kept.paying, verdict),
    })
  await notifyOfVerdict(db, id, { verdict, amount: receipt.amount })
  await followPayment(db, id, now)
  return existing((await lockPayment(db, id))?.paying ?? undefined)
}
