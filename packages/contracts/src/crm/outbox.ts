// The cockpit of outgoing work: waiting and failed jobs, the connection to Bib, and incoming
// messages that could not be decoded.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Page, pageQuery, Shape, Named } from '../endpoint.ts'
import { Id, Instant } from '../fields.ts'
import { wrongState } from '../problem.ts'

/** The tasks that run for a company and are shown to it. */
export const companyTasks = [
  'bib.investor',
  'bib.instruction',
  'bib.cancel',
  'bib.payer',
  'bib.reconcile',
  'message',
  'message.fall-back',
  'notify',
  'instruction.expire',
  'payment.due',
  'approval.remind',
  'registration.remind',
  'risk.expiring',
  'plan.run',
  'plan.expire',
  'statement.batch',
  'statement.make',
  'lead.remind',
  'document.erase',
] as const
export type CompanyTask = (typeof companyTasks)[number]
/** The queue may hold others, of an earlier or a later release. */
export const isCompanyTask = (task: string): task is CompanyTask =>
  companyTasks.some((known) => known === task)

export const jobStates = ['waiting', 'retrying', 'dead'] as const

const JobId = Type.String({ pattern: '^[0-9]{1,18}$', examples: ['1042'] })

export const OutboxJob = Named(
  'OutboxJob',
  Shape({
    id: JobId,
    companyId: Id,
    task: Type.String(),
    recordId: Nullable(
      Type.String({
        description: 'ID of the investor, instruction, lead or message that the job concerns',
      }),
    ),
    /**
     * waiting: due, not done; retrying: failed, will be retried automatically; dead: given up until
     * somebody replays it.
     */
    state: OneOf(jobStates),
    attempts: Type.Integer(),
    maxAttempts: Type.Integer(),
    lastError: Nullable(Type.String({ description: 'Without the payload of the job' })),
    createdAt: Instant,
    nextRunAt: Nullable(Instant),
  }),
)
export type OutboxJob = Static<typeof OutboxJob>

const readers = can('outbox.read', 'company-admin', 'auditor')

export const outbox = {
  list: endpoint({
    method: 'GET',
    path: '/crm/outbox',
    summary: 'Jobs that are due or have failed, newest first',
    description: 'Jobs scheduled for later, such as reminders, are not included.',
    access: readers,
    query: Shape({
      ...pageQuery,
      state: Type.Optional(OneOf(jobStates)),
      task: Type.Optional(
        Type.String({ pattern: '^[a-z][a-z.-]{0,60}$', examples: ['bib.investor'] }),
      ),
    }),
    reply: Page(OutboxJob),
  }),
  replay: endpoint({
    method: 'POST',
    path: '/crm/outbox/{id}/replay',
    summary: 'Retry a failed job now, with all its attempts',
    access: can('outbox.replay', 'company-admin'),
    params: Shape({ id: JobId }),
    status: 202,
    reply: Shape({ id: JobId }),
    problems: [wrongState],
  }),
  breaker: endpoint({
    method: 'GET',
    path: '/crm/outbox/breaker',
    summary: 'Whether Bib is reachable',
    description:
      'As seen by the answering process. open: Bib was down a moment ago, and calls are suspended for a while.',
    access: readers,
    reply: Shape({ state: OneOf(['closed', 'open', 'half-open']) }),
  }),
  poison: endpoint({
    method: 'GET',
    path: '/crm/bib/poison',
    summary: 'The latest 200 messages from Bib that could not be understood',
    access: can('bib.poison', 'platform-admin'),
    reply: Shape({
      items: Type.Array(
        Shape({
          id: Id,
          messageId: Nullable(Type.String()),
          reason: Type.String(),
          receivedAt: Instant,
        }),
      ),
    }),
  }),
}
