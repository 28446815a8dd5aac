// The review of a submitted case, by somebody other than its makers.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { ById, Id, Text, Version } from '../fields.ts'
import { staleVersion, wrongState } from '../problem.ts'
import { fourEyes } from './four-eyes.ts'
import { Investor } from './investor-cases.ts'
import * as refusals from './investor-problems.ts'
import { investorStatuses } from './investor-statuses.ts'

const reviewers = can('investor.review', 'reviewer', 'company-admin')
const Note = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '\\S',
  examples: ['Gaji sebagai bupati; LHKPN dilihat'],
})

export const Decision = Named('Decision', OneOf(['approve', 'return', 'reject']))
export const ReviewResult = Named(
  'ReviewResult',
  Shape({
    id: Id,
    /** Null when refused. */
    status: Nullable(OneOf(investorStatuses)),
    version: Nullable(Version),
    problem: Nullable(Shape({ type: Type.String(), title: Type.String(), status: Type.Integer() })),
  }),
)
export type ReviewResult = Static<typeof ReviewResult>

/** Part of the contract `investors`. */
export const investorDecisions = {
  review: endpoint({
    method: 'PATCH',
    path: '/crm/investors',
    summary: 'Approve, return or reject submitted investors',
    description:
      'At most 100. Each item has its own result. Nobody can decide on a case that they captured or whose RM they are.',
    access: reviewers,
    body: Shape({
      items: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 100 }),
      decision: Decision,
      reasons: Type.Optional(
        Type.Array(Shape({ pointer: Text(100), reason: Text(500) }), { minItems: 1, maxItems: 50 }),
      ),
      note: Type.Optional(Text(500)),
    }),
    reply: Shape({ results: Type.Array(ReviewResult) }),
    problems: [refusals.reasonsMissing],
  }),
  approvePep: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/senior-approval',
    summary: 'Senior approval of a politically exposed person, before the review decides',
    access: can('investor.approve-pep', 'company-admin'),
    params: ById,
    description:
      'The note gives the reason, such as the source of wealth and what was checked. The approver cannot also decide on the case.',
    body: Shape({ version: Version, note: Note }),
    reply: Investor,
    problems: [staleVersion, wrongState, fourEyes],
  }),
  claim: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/claim',
    summary: 'Claim a submitted case for review; a claim lasts 30 minutes',
    access: reviewers,
    params: ById,
    reply: Investor,
    problems: [wrongState, refusals.claimedByOther, fourEyes],
  }),
  release: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/release',
    summary: 'Release a claimed case to the queue',
    access: reviewers,
    params: ById,
    reply: Investor,
    problems: [refusals.claimedByOther],
  }),
}
