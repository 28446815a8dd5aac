// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id } from './fields.ts'

export type HandoversCreateInput = {
  fromRmId: Id
  toRmId: Id
  what: 'all' | 'leads' | 'investors' | 'selected'
  leadIds?: Array<Id>
  investorIds?: Array<Id>
  reason: string
}

export type HandoversApi = {
  /**
   * Hand one RM's book, or a part of it, to another RM
   *
   * Investors move with their open instructions and the leads they came from, in one step. Records that cannot move are listed and stay. Unsigned instructions continue under the licence of the new RM. Both RMs are notified.
   *
   * Needs the permission `book.hand-over`.
   */
  create: Method<HandoversCreateInput, {
    leads: number
    investors: number
    instructions: number
    /** Number of records that could not be moved */
    stayed: number
    /** The first 200 of them */
    notMoved: Array<{
      kind: 'lead' | 'investor'
      id: Id
      code: 'lead-phone-taken' | 'not-found'
    }>
  }>
}

export const handovers = {
  create: {"method":"POST","path":"/crm/handovers","body":["fromRmId","toRmId","what","leadIds","investorIds","reason"],"reply":"json","needsKey":true},
} as const satisfies Operations[string]
