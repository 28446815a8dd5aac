// What the tests of links do more than once.
import type { PlanWorld } from '../../instructions/plans/plan-world.ts'
import { investor } from '../../instructions/test-world.ts'

/** Creates an order, whose link goes out by this channel or by the client's own; returns its id. */
export async function orderBy(world: PlanWorld, channel?: 'sms' | 'email'): Promise<string> {
  const { id } = await world.as('rina').instructions.create({
    investorId: investor,
    type: 'subscription',
    productCode: 'ANDALAN-KAS',
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
    ...(channel ? { channel } : {}),
  })
  return id
}

/** The status and code of a refusal, or `done`. */
export const refusal = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
  )
