import { cancellable } from '@rmtools/contracts/crm/instruction-statuses'
import { instructions, type Instruction } from '@rmtools/contracts/crm/instructions'
import { notCancellable } from '@rmtools/contracts/crm/instruction-problems'
import { paidByDay } from '@rmtools/contracts/crm/nav-date'
import type { Input } from '@rmtools/contracts/endpoint'
import { notFound, Problem, staleVersion } from '@rmtools/contracts/problem'
import { listed } from '@rmtools/kit/across'
import { batchesOf } from '@rmtools/kit/batches'
import type { Db, Transaction } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { pageByTime } from '@rmtools/kit/paging'
import type { Actor } from '@rmtools/kit/scope'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import type { TableFormat } from '@rmtools/kit/tables'
import { exportFile } from '../exports/export-file.ts'
import { tellRmOfInstruction } from '../notifications/notify.ts'
import type { CrmPorts } from '../ports.ts'
import { creating, creatorOf, sending, visibleInstruction } from './creating.ts'
import { requestCancelling } from './from-bib.ts'
import { instructionColumns } from './export.ts'
import { reservationsOf } from './limits/queries.ts'
import { instructionPdf } from './pdf.ts'
import { notifyOfCancelling } from './outcomes.ts'
import { followRun } from './plans/runs/following.ts'
import * as queries from './queries.ts'
import { repeating } from './repeating.ts'

export const instructionRoutes = (ports: CrmPorts) =>
  implement('instructions', instructions, {
    list: async (input, context) => {
      const owner = context.actor.ownOnly ? context.actor.userId : null
      return await listed(input, context, {
        load: async (db) => {
          const [rows, total] = await Promise.all([
            queries.instructionsOf(db, input, owner),
            queries.instructionTotal(db, input, owner),
          ])
          return { rows, ...total }
        },
        at: ({ createdAt }) => createdAt,
        direction: input.order,
      })
    },

    export: async (filter, asking) => await instructionsFile('csv', filter, asking),
    exportXlsx: async (filter, asking) => await instructionsFile('xlsx', filter, asking),

    get: async ({ id }, { db }) => {
      const instruction = await visibleInstruction(db, id)
      const isPaidOut = instruction.type !== 'subscription'
      return {
        instruction,
        events: await queries.eventsOf(db, id),
        paidBy: isPaidOut ? paidByDay(instruction.navDate, await queries.marketHolidays(db)) : null,
      }
    },

    create: creating(ports),

    repeat: repeating(ports),

    send: sending(ports),

    cancel: async (input, { db, actor }) => await cancel(db, input, { actor, ports }),

    reservations: async ({ id }, { db }) => {
      if (!(await queries.isInvestor(db, id))) throw new Problem(notFound)
      return { items: await reservationsOf(db, id) }
    },

    document: async ({ id, language = 'id' }, { db, reply }) => {
      await visibleInstruction(db, id)
      const { name, bytes } = await instructionPdf(db, id, { ...ports, language })
      reply.header('content-disposition', disposition('inline', name))
      return bytes
    },
  })

type Exporting = { db: Db; actor: Actor; reply: ReplyControls }

async function instructionsFile(
  format: TableFormat,
  filter: Input<typeof instructions.export>,
  asking: Exporting,
): Promise<AsyncIterable<Uint8Array>> {
  const owner = asking.actor.ownOnly ? asking.actor.userId : null
  const rows = batchesOf(async (limit, cursor) => {
    const found = await queries.instructionsOf(
      asking.db,
      { ...filter, limit, ...(cursor ? { cursor } : {}) },
      owner,
    )
    return pageByTime(found, limit, ({ createdAt }) => createdAt)
  })
  return await exportFile(
    format,
    { entity: 'instruction', filter, columns: instructionColumns, rows },
    asking,
  )
}

async function cancel(
  db: Transaction,
  { id, version, reason }: Input<typeof instructions.cancel>,
  { actor, ports }: { actor: Actor; ports: CrmPorts },
): Promise<Instruction> {
  const instruction = await visibleInstruction(db, id)
  const by = creatorOf(actor, instruction)
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
  if (instruction.planId !== null) await followRun(db, id, ports)
  else if (instruction.status !== 'draft') await notifyOfCancelling(db, id, reason, ports)
  const documented = by === 'back-office' && (await queries.documentedById(db, id))
  if (documented) await tellRmOfInstruction(db, documented, 'instruction.cancelled')
  return await visibleInstruction(db, id)
}
