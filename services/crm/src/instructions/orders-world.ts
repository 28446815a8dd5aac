// Orders of a money-market fund, as the RM sends them and the investor answers them.
import type { Message } from '@rmtools/kit/messaging'
import { codeIn, createInstructionWorld, investor, signature, tokenIn } from './test-world.ts'

/** Starts it; Bib knows the investor, who holds nothing yet. */
export async function createOrderWorld() {
  const world = await createInstructionWorld()
  const drawn = await signature()
  const history = {
    tenant: 'APERDA',
    sourceId: investor,
    rmId: 'rm',
    externalId: 'BIB1',
    sid: null,
    ifua: null,
  }
  world.simulator.control.seed({ investors: [{ ...history, transactions: [] }] })
  const product = await moneyMarket(world.simulator.url)
  const order = () => ({
    investorId: investor,
    type: 'subscription' as const,
    productCode: product,
    amount: '5000000',
    factSheetOffered: true,
    confirmDuplicate: true,
  })
  const ordered = async () => {
    await world.take('message')
    const created = await world.as('rina').instructions.create(order())
    return { created, token: tokenIn(await world.take<Message>('message')) }
  }
  const coded = async (token: string) => {
    await world.as().approvals.sendCode({ token })
    return codeIn(await world.take<Message>('message'))
  }
  const answer = async (token: string, code: string, more: object = {}) => {
    const { documentHash } = await world.as().approvals.view({ token })
    return await world.as().approvals.answer({
      token,
      decision: 'approve',
      documentHash,
      code,
      consent: true,
      signature: drawn,
      ...more,
    })
  }
  return {
    ...world,
    product,
    order,
    /** An order that is sent, and the token of its link. */
    ordered,
    /** The code that the investor receives. */
    coded,
    answer,
    /** An order that the investor has approved. */
    approved: async () => {
      const { created, token } = await ordered()
      await answer(token, await coded(token))
      return created.id
    },
    statusOf: async (id: string) =>
      (await world.as('rina').instructions.get({ id })).instruction.status,
  }
}
export type OrderWorld = Awaited<ReturnType<typeof createOrderWorld>>

async function moneyMarket(url: string): Promise<string> {
  const headers = { authorization: 'Bearer bib-key-of-tests', 'x-tenant': 'APERDA' }
  const reply = await fetch(`${url}/_partners/products`, { headers })
  const { items } = (await reply.json()) as {
    items: { code: string; type: string; currency: string; cutOff: string; status: string }[]
  }
  return (
    items.find(
      (one) =>
        one.type === 'MONEY_MARKET' &&
        one.currency === 'IDR' &&
        one.status === 'ACTIVE' &&
        one.cutOff === '13:00',
    )?.code ?? ''
  )
}

/** The code of a refusal, or `done`. */
export const refusal = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )
