// Handing over the book of one RM to another: leads, investors and their open instructions.
import Type from 'typebox'
import { can, endpoint, OneOf, Shape } from '../endpoint.ts'
import { Id, Text } from '../fields.ts'
import { problemKind } from '../problem.ts'
import { leadPhoneTaken } from './leads.ts'

export const notAnActiveRm = problemKind(
  'not-an-active-rm',
  422,
  'The receiver is not an active, licensed RM of this company',
)
export const handoverSelectionInvalid = problemKind(
  'handover-selection-invalid',
  422,
  'The two RMs must differ, and ids are given only with a selection',
)

const Ids = Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000, uniqueItems: true }))

export const handovers = {
  create: endpoint({
    method: 'POST',
    path: '/crm/handovers',
    summary: "Hand one RM's book, or a part of it, to another RM",
    description:
      'Investors move with their open instructions and the leads they came from, in one step. Records that cannot move are listed and stay. Unsigned instructions continue under the licence of the new RM. Both RMs are notified.',
    access: can('book.hand-over', 'company-admin'),
    body: Shape(
      {
        fromRmId: Id,
        toRmId: Id,
        what: OneOf(['all', 'leads', 'investors', 'selected']),
        leadIds: Ids,
        investorIds: Ids,
        reason: Text(500),
      },
      {
        examples: [
          {
            fromRmId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
            toRmId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a12',
            what: 'all',
            reason: 'Left the company',
          },
        ],
      },
    ),
    reply: Shape({
      leads: Type.Integer(),
      investors: Type.Integer(),
      instructions: Type.Integer(),
      stayed: Type.Integer({ description: 'Number of records that could not be moved' }),
      notMoved: Type.Array(
        Shape({
          kind: OneOf(['lead', 'investor']),
          id: Id,
          code: OneOf(['lead-phone-taken', 'not-found']),
        }),
        {
          description: 'The first 200 of them',
        },
      ),
    }),
    idempotent: true,
    problems: [notAnActiveRm, handoverSelectionInvalid, leadPhoneTaken],
  }),
}
