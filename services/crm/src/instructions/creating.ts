// Creating an order and sending it to the investor: Bib is asked first, then crm decides under a
// lock.
import type { Product } from '@rmtools/bib/partner'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { worthOf } from '@rmtools/contracts/crm/instruction-rules'
import { instructionIdTaken } from '@rmtools/contracts/crm/instruction-problems'
import type { Instruction, instructions } from '@rmtools/contracts/crm/instructions'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Db, Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor, type Scope } from '@rmtools/kit/scope'
import { gathering, type OutsideContext } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { sendLink, type Sender } from './approval/link.ts'
import type { CrmPorts } from '../ports.ts'
import {
  answeredAmount,
  atBib,
  duplicateOf,
  freeFor,
  notifyOfUnusualAmount,
  type Answered,
  type Asked,
} from './limits.ts'
import { lockOrdersOf, reservationsOf } from './limits/queries.ts'
import * as queries from './queries.ts'
import { saleFacts, type SaleFacts } from './sales/queries.ts'
import {
  requireFree,
  requireLicence,
  requireOffered,
  requireSignable,
  requireStillFit,
  termsOf,
  type Terms,
} from './rules.ts'
import { requireSame } from '../replays/rules.ts'

type NewOrder = Input<typeof instructions.create>
/** Bib's data on products and holdings. */
export type FromBib = Asked & { product: Product | undefined; target: Product | undefined }

/** The handler that creates an instruction. */
export const creating = (ports: CrmPorts) =>
  gathering<typeof instructions.create, FromBib>(
    async (input, { begin, actor }) =>
      await askBib(input, { begin, scope: scopeOf(actor), sellerId: actor.userId }, ports),
    async (input, context, fromBib) => {
      const { db, actor } = context
      const making = { order: input, fromBib, sellerId: actor.userId }
      if (input.id === undefined) return await make(making, db, ports)
      await lockOrdersOf(db, input.investorId)
      if (await queries.isInstruction(db, input.id)) return await storedBefore(db, input)
      return await make(making, db, ports)
    },
  )

type Asking = Pick<OutsideContext, 'begin'> & { scope: Scope; sellerId: string }

/** Asks Bib before there is a transaction; crm's own data is read again inside it. */
export async function askBib(
  input: NewOrder,
  { begin, scope, sellerId }: Asking,
  ports: CrmPorts,
): Promise<FromBib> {
  // Read before asking Bib: Bib's answer includes everything it has received by now.
  const { facts, hadAtBib } = await begin(scope, async (tx) => ({
    facts: await factsOf(tx, input, sellerId),
    hadAtBib: atBib(await reservationsOf(tx, input.investorId)),
  }))
  const { tenant, buyer } = facts
  const [product, target, portfolio] = await Promise.all([
    ports.catalogue.product(facts, input.productCode),
    input.targetProductCode ? ports.catalogue.product(facts, input.targetProductCode) : undefined,
    buyer.externalId === null ? undefined : ports.catalogue.portfolio(tenant, buyer.externalId),
  ])
  return { product, target, portfolio, hadAtBib }
}

type Making = {
  order: NewOrder
  fromBib: FromBib
  /** The RM who sells. */
  sellerId: string
  repeatOf?: string
  /** Who orders and therefore sends the link; by default the RM. */
  sender?: Exclude<Sender, { by: 'system' }>
}

const byRm = (channel: ClientChannel | undefined): Sender & { by: 'rm' } => ({
  by: 'rm',
  ...(channel ? { channel } : {}),
})

/** Checks an order as a whole, stores it and sends the link for approval. */
export async function make(
  { order, fromBib, sellerId, repeatOf, sender = byRm(order.channel) }: Making,
  db: Transaction,
  ports: CrmPorts,
): Promise<Instruction> {
  const facts = await factsOf(db, order, sellerId)
  await lockOrdersOf(db, order.investorId)
  const portfolio = await freeFor(db, order, fromBib)
  const now = ports.clock.now()
  const today = jakarta(now)
  const terms = termsOf({
    order,
    ...facts,
    ...fromBib,
    portfolio,
    today: today.date,
    now: now.toISOString(),
  })
  const worth = worthOf(order, terms.product, portfolio)
  requireSignable(
    { worth, currency: terms.product.currency, certifiedAbove: facts.certifiedAbove },
    ports.signatures.level,
  )
  const answered = await answeredAmount(db, order, facts)
  const duplicate = await duplicateOf(db, order)
  const navDate = navDateFor(today, terms.product.cutOff, await queries.marketHolidays(db))
  const decided = {
    ...terms,
    ...answered,
    duplicateOf: duplicate,
    navDate,
    worth,
    riskBand: facts.buyer.riskBand,
  }
  const row = {
    ...newRow(order, decided),
    rmId: sellerId,
    ...(repeatOf === undefined ? {} : { repeatOf }),
  }
  const id = await queries.insertInstruction(db, row)
  if (id === undefined) return await storedBefore(db, order)
  await queries.addEvent(db, id, { status: 'draft', by: sender.by })
  await notifyOfUnusualAmount(db, id, answered)
  if (order.send !== false) await sendLink(db, id, ports, sender)
  return await visibleInstruction(db, id)
}

/** The handler that sends the link for approval. */
export const sending = (ports: CrmPorts) =>
  gathering<typeof instructions.send, Omit<FromBib, 'target'>>(
    async ({ id }, { begin, actor }) => {
      const { instruction, facts, hadAtBib } = await begin(scopeOf(actor), async (tx) => {
        const found = await visibleInstruction(tx, id)
        const seller = await factsOf(tx, found, found.rmId)
        return {
          instruction: found,
          facts: seller,
          hadAtBib: atBib(await reservationsOf(tx, found.investorId)),
        }
      })
      const { tenant, buyer } = facts
      const asksHolding = instruction.type !== 'subscription' && buyer.externalId !== null
      const [product, portfolio] = await Promise.all([
        ports.catalogue.product(facts, instruction.productCode),
        asksHolding ? ports.catalogue.portfolio(tenant, buyer.externalId ?? '') : undefined,
      ])
      return { product, portfolio, hadAtBib }
    },
    async ({ id, version, channel }, { db, actor }, { product, ...asked }) => {
      const { investorId } = await visibleInstruction(db, id)
      await lockOrdersOf(db, investorId)
      const instruction = await visibleInstruction(db, id)
      const { seller, buyer, account } = await factsOf(db, instruction, instruction.rmId)
      const today = jakarta(ports.clock.now()).date
      requireLicence(seller, today)
      requireStillFit({ instruction, buyer, account, today })
      const sold = requireOffered(
        product,
        instruction.type === 'subscription',
        ports.clock.now().toISOString(),
      )
      requireFree(instruction, sold, await freeFor(db, instruction, asked))
      if (instruction.version !== version) throw new Problem(staleVersion)
      const documented = await queries.documentedById(db, id)
      if (documented) requireSignable(documented, ports.signatures.level)
      const by = creatorOf(actor, instruction)
      if (!(await sendLink(db, id, ports, { by, ...(channel ? { channel } : {}) })))
        throw new Problem(wrongState)
      return await visibleInstruction(db, id)
    },
  )

/** An instruction that the caller may see. Throws 404. */
export async function visibleInstruction(db: Db, id: string): Promise<Instruction> {
  return existing(await queries.instructionById(db, id))
}

/** The creator: the RM, or somebody acting for the RM. */
export function creatorOf(
  { userId }: Actor,
  { rmId }: Pick<Instruction, 'rmId'>,
): 'rm' | 'back-office' {
  return userId === rmId ? 'rm' : 'back-office'
}

/** The facts that decide on a sale. Throws 404 for an investor whom the caller may not see. */
export async function factsOf(
  db: Db,
  { investorId, bankAccountId }: Pick<NewOrder, 'investorId' | 'bankAccountId'>,
  sellerId: string,
): Promise<SaleFacts> {
  return existing(await saleFacts(db, { investorId, bankAccountId, sellerId }))
}

const ordered = [
  'investorId',
  'type',
  'productCode',
  'targetProductCode',
  'amount',
  'units',
  'allUnits',
  'bankAccountId',
] as const

/** The stored instruction, if a phone that missed our reply sent the same one again. */
async function storedBefore(db: Db, input: NewOrder): Promise<Instruction> {
  const instruction =
    input.id === undefined ? undefined : await queries.instructionById(db, input.id)
  if (!instruction) throw new Problem(instructionIdTaken)
  requireSame(input, instruction, ordered)
  return instruction
}

type Decided = Terms &
  Answered & {
    navDate: string
    riskBand: number | null
    worth: string | null
    duplicateOf: string | null
  }

/** An instruction as it is stored. */
export function newRow(
  input: NewOrder,
  { product, target, ...decided }: Decided,
): Omit<queries.NewInstruction, 'rmId'> {
  return {
    ...(input.id === undefined ? {} : { id: input.id }),
    investorId: input.investorId,
    type: input.type,
    status: 'draft',
    productCode: product.code,
    product: JSON.stringify(product),
    targetProductCode: target?.code ?? null,
    targetProduct: target && JSON.stringify(target),
    currency: product.currency,
    amount: input.amount ?? null,
    units: input.units ?? null,
    allUnits: input.allUnits ?? false,
    feePercent: decided.feePercent,
    feeAmount: decided.feeAmount,
    navDate: decided.navDate,
    bankAccountId: input.bankAccountId ?? null,
    riskLevel: (target ?? product).riskLevel,
    riskBand: decided.riskBand,
    aboveRiskProfile: decided.aboveRiskProfile,
    licenceNumber: decided.licenceNumber,
    worth: decided.worth,
    duplicateOf: decided.duplicateOf,
    amountQuestions: decided.amountQuestions,
    amountReason: decided.amountReason,
  }
}
