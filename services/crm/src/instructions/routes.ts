import { worthOf } from '@rmtools/contracts/crm/instruction-rules'
import { cancellable, instructionIdTaken, instructions, notCancellable, type Instruction } from '@rmtools/contracts/crm/instructions'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import type { Input } from '@rmtools/contracts/endpoint'
import { notFound, Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import { batchesOf } from '@rmtools/kit/batches'
import { jakarta } from '@rmtools/kit/clock'
import type { Db, Transaction } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { gathering, implement, type ReplyControls } from '@rmtools/kit/service'
import type { TableFormat } from '@rmtools/kit/tables'
import { exportFile } from '../exports/events.ts'
import { tellRm } from './approval/answer.ts'
import { sendLink } from './approval/link.ts'
import type { CrmPorts } from '../ports.ts'
import { requestCancelling } from './events.ts'
import { instructionColumns } from './export.ts'
import { instructionPdf } from './pdf.ts'
import * as queries from './queries.ts'
import { requireLicence, requireOffered, requireSignable, requireStillFit, termsOf, type Terms } from './rules.ts'

type NewOrder = Input<typeof instructions.create>

export const instructionRoutes = (ports: CrmPorts) =>
  implement('instructions', instructions, {
    list: async (input, { db, actor }) => {
      const owner = actor.ownOnly ? actor.userId : null
      const [rows, total] = await Promise.all([queries.instructionsOf(db, input, owner), queries.instructionTotal(db, input, owner)])
      return { ...pageByTime(rows, input.limit ?? 20, ({ createdAt }) => createdAt), ...total }
    },

    export: async (filter, asking) => await fileOf('csv', filter, asking),
    exportXlsx: async (filter, asking) => await fileOf('xlsx', filter, asking),

    get: async ({ id }, { db }) => ({ instruction: await visible(db, id), events: await queries.eventsOf(db, id) }),

    create: gathering(
      // Bib is asked before there is a transaction; what crm knows is read again inside it.
      async (input, { begin, actor }) => {
        const facts = await begin(scopeOf(actor), async (tx) => await factsOf(tx, input, actor.userId))
        const { tenant, buyer } = facts
        const [product, target, portfolio] = await Promise.all([
          ports.catalogue.product(facts, input.productCode),
          input.targetProductCode ? ports.catalogue.product(facts, input.targetProductCode) : undefined,
          buyer.externalId === null ? undefined : ports.catalogue.portfolio(tenant, buyer.externalId),
        ])
        return { product, target, portfolio }
      },
      async (input, { db, actor }, fromBib) => {
        const facts = await factsOf(db, input, actor.userId)
        const now = ports.clock.now()
        const today = jakarta(now)
        const terms = termsOf({ order: input, ...facts, ...fromBib, today: today.date, now: now.toISOString() })
        const worth = worthOf(input, terms.product, fromBib.portfolio)
        requireSignable({ worth, currency: terms.product.currency, certifiedAbove: facts.certifiedAbove }, ports.signatures.level)
        const navDate = navDateFor(today, terms.product.cutOff, await queries.marketHolidays(db))
        const id = await queries.insertInstruction(db, newRow(input, { ...terms, navDate, worth, riskBand: facts.buyer.riskBand }))
        if (id === undefined) return await storedBefore(db, input.id)
        await queries.addEvent(db, id, { status: 'draft', by: 'rm' })
        if (input.send !== false) await sendLink(db, id, ports)
        return await visible(db, id)
      },
    ),

    send: gathering(
      async ({ id }, { begin, actor }) => {
        const { productCode, ...facts } = await begin(scopeOf(actor), async (tx) => {
          const instruction = await visible(tx, id)
          return { ...(await factsOf(tx, instruction, instruction.rmId)), productCode: instruction.productCode }
        })
        return await ports.catalogue.product(facts, productCode)
      },
      async ({ id, version }, { db, actor }, product) => {
        const instruction = await visible(db, id)
        const { seller, buyer, account } = await factsOf(db, instruction, instruction.rmId)
        const today = jakarta(ports.clock.now()).date
        requireLicence(seller, today)
        requireStillFit({ instruction, buyer, account, today })
        requireOffered(product, instruction.type === 'subscription', ports.clock.now().toISOString())
        if (instruction.version !== version) throw new Problem(staleVersion)
        const documented = await queries.documentedById(db, id)
        if (documented) requireSignable(documented, ports.signatures.level)
        if (!(await sendLink(db, id, ports, { by: handOf(actor, instruction) }))) throw new Problem(wrongState)
        return await visible(db, id)
      },
    ),

    cancel: async (input, { db, actor }) => await cancel(db, input, actor),

    document: async ({ id }, { db }) => {
      await visible(db, id)
      return await instructionPdf(db, id, ports)
    },
  })

type Exporting = { db: Db; actor: Actor; reply: ReplyControls }

async function fileOf(
  format: TableFormat,
  filter: Input<typeof instructions.export>,
  asking: Exporting,
): Promise<AsyncIterable<Uint8Array>> {
  const owner = asking.actor.ownOnly ? asking.actor.userId : null
  const rows = batchesOf(async (limit, cursor) => {
    const found = await queries.instructionsOf(asking.db, { ...filter, limit, ...(cursor ? { cursor } : {}) }, owner)
    return pageByTime(found, limit, ({ createdAt }) => createdAt)
  })
  return await exportFile(format, { entity: 'instruction', filter, columns: instructionColumns, rows }, asking)
}

async function cancel(db: Transaction, { id, version, reason }: Input<typeof instructions.cancel>, actor: Actor): Promise<Instruction> {
  const instruction = await visible(db, id)
  const by = handOf(actor, instruction)
  if (!cancellable.includes(instruction.status)) throw new Problem(notCancellable)
  const moved = await queries.moveInstruction(db, id, {
    from: cancellable,
    to: 'cancelled',
    version,
    changes: { statusReason: reason },
  })
  if (!moved) throw new Problem(staleVersion)
  await queries.addEvent(db, id, { status: 'cancelled', by, detail: reason })
  if (instruction.status === 'approved') await requestCancelling(db, id, reason)
  const documented = by === 'back-office' && (await queries.documentedById(db, id))
  if (documented) await tellRm(db, documented, 'instruction.cancelled')
  return await visible(db, id)
}

async function visible(db: Db, id: string): Promise<Instruction> {
  const instruction = await queries.instructionById(db, id)
  if (!instruction) throw new Problem(notFound)
  return instruction
}

/** Whose hand it was: an RM's own, or somebody's for an RM. */
function handOf({ userId }: Actor, { rmId }: Pick<Instruction, 'rmId'>): 'rm' | 'back-office' {
  return userId === rmId ? 'rm' : 'back-office'
}

async function factsOf(
  db: Db,
  { investorId, bankAccountId }: Pick<NewOrder, 'investorId' | 'bankAccountId'>,
  sellerId: string,
): Promise<queries.SaleFacts> {
  const facts = await queries.saleFacts(db, { investorId, bankAccountId, sellerId })
  if (!facts) throw new Problem(notFound)
  return facts
}

/** The same instruction sent again from a phone that did not hear our answer. */
async function storedBefore(db: Db, id: string | undefined): Promise<Instruction> {
  const instruction = id === undefined ? undefined : await queries.instructionById(db, id)
  if (!instruction) throw new Problem(instructionIdTaken)
  return instruction
}

type Decided = Terms & { navDate: string; riskBand: number | null; worth: string | null }

function newRow(input: NewOrder, { product, target, ...decided }: Decided): queries.NewInstruction {
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
  }
}
