// What Bib says of an instruction.
import type { InstructionStatusEvent } from '@rmtools/bib/events'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { Transaction } from '@rmtools/kit/db'
import type { CrmPorts } from '../ports.ts'
import { tellRm } from './approval/answer.ts'
import { sendLink } from './approval/link.ts'
import { addEvent, applyBibChange, documentedById } from './queries.ts'
import { NAV_DATE_CHANGED } from './sync.ts'

const statuses: Record<InstructionStatusEvent['data']['status'], InstructionStatus> = {
  QUEUED: 'sent',
  RECEIVED: 'received',
  PAYMENT_PENDING: 'payment-pending',
  PAID: 'paid',
  SENT_TO_IM: 'sent-to-manager',
  ALLOCATED: 'allocated',
  SETTLED: 'settled',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
}
const worthTelling: ReadonlySet<InstructionStatus> = new Set(['payment-pending', 'allocated', 'settled', 'rejected', 'cancelled'])

/** Applies an event; false when it is not newer than what is known. */
export async function applyInstructionStatus(tx: Transaction, event: InstructionStatusEvent, ports: CrmPorts): Promise<boolean> {
  const { data, sequence, aggregateId } = event
  const status = statuses[data.status]
  const statusReason = data.reason ? [data.reason.code, data.reason.detail].filter(Boolean).join(': ') : null
  const applied = await applyBibChange(tx, aggregateId, {
    status,
    sequence,
    reference: data.reference,
    statusReason,
    navDate: data.navDate,
    nav: data.nav,
    units: data.units,
    amount: data.amount,
    payment: data.payment && JSON.stringify(data.payment),
    settledOn: data.status === 'SETTLED' ? data.settlementDate : null,
  })
  if (!applied) return false
  await addEvent(tx, aggregateId, { status, by: 'bib', detail: statusReason })
  // The cut-off passed on the way: the investor must consent to the later date.
  if (data.status === 'REJECTED' && data.reason?.code === 'NAV_DATE_CHANGED') {
    await sendLink(tx, aggregateId, ports, NAV_DATE_CHANGED)
    return true
  }
  const instruction = worthTelling.has(status) && (await documentedById(tx, aggregateId))
  if (instruction) await tellRm(tx, instruction, `instruction.${status}`)
  return true
}
