// An RM's waiting work today: in the own book, from crm's data.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Id, Instant } from '../fields.ts'
import { instructionStatuses, instructionTypes } from './instructions.ts'
import { leadStatuses } from './leads.ts'

/** The number of days for which instructions that failed stay on the agenda. */
export const FAILED_DAYS = 30
/** The number of items listed of each kind; `count` is the total. */
export const NAMED = 20

const Count = Type.Integer({ minimum: 0 })
const instruction = Named(
  'AgendaInstruction',
  Shape({
    id: Id,
    investorId: Id,
    investorName: Type.String(),
    type: OneOf(instructionTypes),
    status: OneOf(instructionStatuses),
    productName: Type.String(),
    statusReason: Nullable(Type.String()),
    linkExpiresAt: Nullable(Instant),
  }),
)

export const Agenda = Named(
  'Agenda',
  Shape({
    /** Due by the end of today in Jakarta, longest overdue first. */
    followUps: Shape({
      count: Count,
      overdue: Count,
      items: Type.Array(
        Shape({
          id: Id,
          fullName: Type.String(),
          phone: Type.String(),
          status: OneOf(leadStatuses),
          nextFollowUpAt: Instant,
        }),
      ),
    }),
    /**
     * KYC cases that reviewers returned, longest waiting first, with the number of open reasons.
     */
    returned: Shape({
      count: Count,
      items: Type.Array(
        Shape({
          id: Id,
          displayName: Type.String(),
          reasons: Count,
          returnedAt: Nullable(Instant),
        }),
      ),
    }),
    /** Instructions that the investor has not answered, soonest to expire first. */
    waiting: Shape({ count: Count, items: Type.Array(instruction) }),
    /** Declined, expired or refused by Bib within the last days, latest first. */
    failed: Shape({ count: Count, items: Type.Array(instruction) }),
    /** Null: the RM has no licence and may not sell. */
    licence: Nullable(
      Shape({ number: Type.String(), expiresOn: CalendarDate, daysLeft: Type.Integer() }),
    ),
  }),
)
export type Agenda = Static<typeof Agenda>

export const agendaReaders = can('today.read', 'rm')

export const agenda = {
  get: endpoint({
    method: 'GET',
    path: '/crm/agenda',
    summary: "The RM's pending work today: follow-ups, returned KYC, instructions, the licence",
    access: agendaReaders,
    reply: Agenda,
  }),
}
