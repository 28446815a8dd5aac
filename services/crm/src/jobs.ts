// crm's jobs. The trigger on leads (0051_lead_work.sql) adds `lead.remind` by its name.
import Type from 'typebox'
import { NewNotification } from '@rmtools/contracts/auth/internal'
import type { CompanyTask } from '@rmtools/contracts/crm/outbox'
import { payerVerdicts } from '@rmtools/contracts/crm/payments'
import { Nullable, OneOf } from '@rmtools/contracts/endpoint'
import { CalendarDate, Id } from '@rmtools/contracts/fields'
import { job, Payload, type Handlers, type Job } from '@rmtools/kit/job-registry'
import { Whatsapp } from '@rmtools/kit/messaging'
import { readParams } from '@rmtools/kit/notification-params'

const ofInstruction = { companyId: Id, instructionId: Id }

/** Name of an investor's queue and of the waiting job in it. */
export const handOverKey = (investorId: string) => `investor:${investorId}`
// A cancellation never runs while the hand-over of the same instruction does.
const instructionQueue = ({ instructionId }: { instructionId: string }) =>
  `instruction:${instructionId}`

// Two lanes: statements by the thousand leave the other workers to messages that somebody waits for.
const statementQueue = (id: string) => `statements:${Number.parseInt(id.slice(-1), 16) % 2}`

/** Name of the waiting job that sends a message by SMS. */
export const fallBackKey = (messageId: string) => `fall-back:${messageId}`

/** What a WhatsApp message has besides its address and its text. */
const ByWhatsapp = Type.Object({
  sender: Whatsapp.properties.sender,
  template: Whatsapp.properties.template,
  /** The text of the SMS if nothing is delivered. */
  sms: Type.String(),
})

const ofCompanies = {
  /** Sends a case to Bib: at most one per investor waits, and they run in order. */
  bibInvestor: job({
    name: 'bib.investor',
    payload: Payload({ companyId: Id, investorId: Id, version: Type.Integer() }),
    key: ({ investorId }) => handOverKey(investorId),
    queue: ({ investorId }) => handOverKey(investorId),
  }),
  bibInstruction: job({
    name: 'bib.instruction',
    payload: Payload(ofInstruction),
    queue: instructionQueue,
  }),
  bibCancel: job({
    name: 'bib.cancel',
    payload: Payload({ ...ofInstruction, reason: Type.String() }),
    key: ({ instructionId }) => `cancel:${instructionId}`,
    queue: instructionQueue,
  }),
  bibReconcile: job({
    name: 'bib.reconcile',
    payload: Payload({ companyId: Id, reportId: Id }),
    key: ({ companyId }) => `reconcile:${companyId}`,
    // With back-off this takes some hours: until the morning.
    maxAttempts: 12,
  }),
  instructionExpire: job({
    name: 'instruction.expire',
    payload: Payload(ofInstruction),
    key: ({ instructionId }) => `expire:${instructionId}`,
  }),
  /** Reminds of a link that is still open, some hours before it ends. */
  approvalRemind: job({
    name: 'approval.remind',
    payload: Payload({ ...ofInstruction, linkId: Id }),
    key: ({ linkId }) => `approval-remind:${linkId}`,
  }),
  registrationRemind: job({
    name: 'registration.remind',
    payload: Payload({ companyId: Id, investorId: Id, linkId: Id }),
    key: ({ linkId }) => `registration-remind:${linkId}`,
  }),
  /** Tells a company's clients whose risk profile ends soon. */
  riskExpiring: job({
    name: 'risk.expiring',
    payload: Payload({ companyId: Id }),
    key: ({ companyId }) => `risk-expiring:${companyId}`,
  }),
  /** Checks some minutes after the due time whether the payment has arrived. */
  paymentDue: job({
    name: 'payment.due',
    payload: Payload(ofInstruction),
    key: ({ instructionId }) => `payment-due:${instructionId}`,
  }),
  /**
   * Sends the back office's decision about a payer to Bib, never while another act on the same
   * instruction is running.
   */
  bibPayer: job({
    name: 'bib.payer',
    payload: Payload({ ...ofInstruction, receiptId: Type.String(), verdict: OneOf(payerVerdicts) }),
    queue: instructionQueue,
  }),
  /** Does what a plan has to do now; one for each plan at a time. */
  planRun: job({
    name: 'plan.run',
    payload: Payload({ companyId: Id, planId: Id }),
    key: ({ planId }) => `plan:${planId}`,
    queue: ({ planId }) => `plan:${planId}`,
  }),
  planExpire: job({
    name: 'plan.expire',
    payload: Payload({ companyId: Id, mandateId: Id }),
    key: ({ mandateId }) => `plan-expire:${mandateId}`,
  }),
  /** Queues the statements of the next clients of a company, after those of the batch before. */
  statementBatch: job({
    name: 'statement.batch',
    payload: Payload({ companyId: Id, month: CalendarDate, after: Nullable(Id) }),
    key: ({ companyId, month }) => `statement-batch:${companyId}:${month}`,
    queue: ({ companyId }) => statementQueue(companyId),
  }),
  statementMake: job({
    name: 'statement.make',
    payload: Payload({ companyId: Id, investorId: Id, month: CalendarDate }),
    key: ({ investorId, month }) => `statement:${investorId}:${month}`,
    queue: ({ investorId }) => statementQueue(investorId),
  }),
  leadRemind: job({
    name: 'lead.remind',
    payload: Payload({ companyId: Id, leadId: Id, at: Type.String() }),
  }),
  documentErase: job({
    name: 'document.erase',
    payload: Payload({ keys: Type.Array(Type.String()) }),
  }),
  message: job({
    name: 'message',
    payload: Payload({
      id: Id,
      companyId: Type.Optional(Id),
      channel: OneOf(['email', 'sms', 'whatsapp']),
      to: Nullable(Type.String()),
      subject: Type.Optional(Type.String()),
      text: Type.String(),
      whatsapp: Type.Optional(ByWhatsapp),
    }),
    // A message that waits for the morning is added again while the job runs.
    key: ({ id, companyId }) => (companyId === undefined ? undefined : `message:${id}`),
  }),
  /** Sends a WhatsApp message by SMS if it was not delivered. */
  messageFallBack: job({
    name: 'message.fall-back',
    payload: Payload({ id: Id, companyId: Id, to: Type.String(), text: Type.String() }),
    key: ({ id }) => fallBackKey(id),
  }),
  notify: job({
    name: 'notify',
    payload: Payload(NewNotification.properties),
    faults: ({ kind, params }) =>
      readParams(kind, params).faults.map(({ pointer, code }) => `${pointer} ${code}`),
  }),
} satisfies Record<string, Job<CompanyTask>>

const byTheClock = {
  forgetIdempotencyKeys: job({
    name: 'forget-idempotency-keys',
    payload: Payload({}),
    schedule: '17 * * * *',
  }),
  licenceRemind: job({
    name: 'licence-remind',
    payload: Payload({}),
    schedule: '0 1 * * * ?fill=1d',
  }),
  riskRemind: job({
    name: 'risk-remind',
    payload: Payload({}),
    schedule: '10 1 * * * ?fill=1d',
  }),
  /** Each hour from 07:05 to 19:05 WIB: investors are not woken, and an hour lost is made up for. */
  plansDue: job({
    name: 'plans-due',
    payload: Payload({}),
    schedule: '5 0-12 * * * ?fill=12h',
  }),
  /** 08.30 WIB each day; statements are due on the first exchange day of a month. */
  statementsDue: job({
    name: 'statements-due',
    payload: Payload({}),
    schedule: '30 1 * * * ?fill=1d',
  }),
  /** 04.20 WIB each day: approvals from before records were kept, and those of an old replica. */
  recordApprovals: job({
    name: 'record-approvals',
    payload: Payload({}),
    schedule: '20 21 * * * ?fill=6h',
  }),
  reconcileCompanies: job({
    name: 'reconcile-companies',
    payload: Payload({}),
    schedule: '0 19 * * * ?fill=6h',
  }),
  forgetOrphans: job({
    name: 'forget-orphans',
    payload: Payload({}),
    schedule: '40 19 * * * ?fill=6h',
  }),
}

export const crmJobs = { ...ofCompanies, ...byTheClock }

/** The handlers of some of the jobs, which a feature provides. */
export type CrmHandlers<K extends keyof typeof crmJobs> = Handlers<Pick<typeof crmJobs, K>>
