// The simulator's handlers for the operations of Bib's APIs.
import { asKept } from './store.ts'
import type { Contract, Input, Reply } from '@rmtools/contracts/endpoint'
import { invalidInput, notFound, Problem } from '@rmtools/contracts/problem'
import type { internal, InstructionRecord, InvestorRecord } from '../internal.ts'
import type { partner, Portfolio } from '../partner.ts'
import { addDays, wibDate } from './calendar.ts'
import { instructionBySource, recordOf as instructionRecordOf } from './instruction-rows.ts'
import { cancelInstruction, createInstruction } from './instructions.ts'
import { decidePayer } from './money.ts'
import {
  createInvestor,
  investorByExternal,
  investorBySource,
  recordOf,
  updateInvestor,
  type InvestorRow,
} from './investors.ts'
import { pendingOf, positionsOf, transactionOf, type Entry, type Wish } from './ledger.ts'
import { investorsOf } from './investor-report.ts'
import { aumOf, salesOf, transactionsOf } from './reports.ts'
import { allProducts, productOf } from './shelf.ts'
import type { World } from './world.ts'

/** A handler per operation; `tenant` is the caller. */
export type Answers<C extends Contract> = {
  [K in keyof C]: (input: Input<C[K]>, tenant: string) => Reply<C[K]>
}

const DEFAULT_HISTORY_DAYS = 365

/** The partner API over the simulator's state. */
export function partnerAnswers(world: World): Answers<typeof partner> {
  const asOf = () => new Date(world.clock.now()).toISOString()
  return {
    products: () => ({ asOf: asOf(), items: allProducts(world) }),
    navs: ({ code, from, to }) => {
      if (!productOf(world, code)) throw new Problem(notFound)
      const until = to ?? wibDate(world.clock.now())
      return {
        asOf: asOf(),
        productCode: code,
        items: world.navs.history(code, from ?? addDays(until, -DEFAULT_HISTORY_DAYS), until),
      }
    },
    portfolio: ({ externalId }, tenant) =>
      portfolioOf(world, investorByExternal(world, tenant, externalId)),
    transactions: (
      { externalId, from = '0000-01-01', to = '9999-12-31', limit = 20, cursor },
      tenant,
    ) => {
      const investor = investorByExternal(world, tenant, externalId)
      const [date = '9999-12-31', id = Number.MAX_SAFE_INTEGER] =
        cursor === undefined ? [] : readCursor(cursor, 2)
      const rows = world.store.all<Entry>(
        `select * from entry where investor = ? and nav_date between ? and ? and (nav_date, id) < (?, ?)
          order by nav_date desc, id desc limit ?`,
        investor.id,
        from,
        to,
        String(date),
        Number(id),
        limit + 1,
      )
      const last = rows.length > limit ? rows[limit - 1] : undefined
      return {
        items: rows.slice(0, limit).map((row) => transactionOf(world, row)),
        nextCursor: last ? writeCursor([last.nav_date, last.id]) : null,
      }
    },
    aum: (period, tenant) => ({ asOf: asOf(), items: aumOf(world, tenant, period) }),
    sales: (period, tenant) => ({ asOf: asOf(), items: salesOf(world, tenant, period) }),
    reportInvestors: ({ limit = 100, ...filter }, tenant) => {
      const lines = investorsOf(world, tenant, filter)
      return { asOf: asOf(), items: lines.slice(0, limit), count: lines.length }
    },
    reportTransactions: ({ limit = 100, cursor, ...filter }, tenant) => {
      const [date, id] = cursor === undefined ? [] : readCursor(cursor, 2)
      const before = date === undefined ? undefined : { date, id: Number(id) }
      const { items, last } = transactionsOf(world, tenant, { ...filter, before, limit })
      return {
        asOf: asOf(),
        items,
        nextCursor: last ? writeCursor([last.nav_date, last.id]) : null,
      }
    },
  }
}

/** The internal API over the simulator's state. */
export function internalAnswers(world: World): Answers<typeof internal> {
  return {
    createInvestor: (input, tenant) => createInvestor(world, tenant, input),
    findInvestors: ({ sourceId }, tenant) => {
      const row = investorBySource(world, tenant, sourceId)
      return { items: row ? [recordOf(row)] : [] }
    },
    updateInvestor: (input, tenant) => updateInvestor(world, tenant, input),
    createInstruction: (input, tenant) => createInstruction(world, tenant, input),
    cancelInstruction: (input, tenant) => cancelInstruction(world, tenant, input),
    decidePayer: (input, tenant) => decidePayer(world, tenant, input),
    findInstructions: ({ sourceId }, tenant) => {
      const row = instructionBySource(world, tenant, sourceId)
      return { items: row ? [instructionRecordOf(row)] : [] }
    },
    reconciliation: (input, tenant) => reconciliationOf(world, tenant, input),
  }
}

function portfolioOf(world: World, investor: InvestorRow): Portfolio {
  const { sid, ifua, externalId } = recordOf(investor)
  return {
    externalId: externalId ?? '',
    sid,
    ifua,
    asOf: new Date(world.clock.now()).toISOString(),
    ...positionsOf(world, investor.id),
    pending: pendingOf(world, investor.id).map((row) => {
      const { status, type, productCode, targetProductCode } = asKept<InstructionRecord>(row.record)
      const { amount = null, units = null, all = false } = asKept<Wish>(row.submission)
      const receivedAt = new Date(row.received).toISOString()
      return {
        sourceId: row.source_id,
        type,
        productCode,
        targetProductCode,
        amount,
        units,
        all,
        status,
        navDate: row.nav_date,
        receivedAt,
      }
    }),
  }
}

type Changed = {
  kind: 'INVESTOR' | 'INSTRUCTION'
  id: number
  source_id: string
  record: string
  updated: number
}

function reconciliationOf(
  world: World,
  tenant: string,
  input: Input<(typeof internal)['reconciliation']>,
): Reply<(typeof internal)['reconciliation']> {
  const { since, limit = 500, cursor } = input
  const [updated = Date.parse(since), kind = '', id = 0] =
    cursor === undefined ? [] : readCursor(cursor, 3)
  const rows = world.store.all<Changed>(
    `select kind, id, source_id, record, updated from (
        select 'INVESTOR' as kind, id, source_id, record, updated from investor where tenant = ?
        union all select 'INSTRUCTION', id, source_id, record, updated from instruction where tenant = ?)
      where (updated, kind, id) > (?, ?, ?) order by updated, kind, id limit ?`,
    tenant,
    tenant,
    Number(updated),
    String(kind),
    Number(id),
    limit + 1,
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    asOf: new Date(world.clock.now()).toISOString(),
    items: rows.slice(0, limit).map((row) => {
      const { status, externalId, sequence, updatedAt } = asKept<
        InvestorRecord | InstructionRecord
      >(row.record)
      return { kind: row.kind, sourceId: row.source_id, externalId, status, sequence, updatedAt }
    }),
    nextCursor: last ? writeCursor([last.updated, last.kind, last.id]) : null,
  }
}

function writeCursor(parts: (string | number)[]): string {
  return Buffer.from(parts.join('|')).toString('base64url')
}

function readCursor(cursor: string, length: number): string[] {
  const parts = Buffer.from(cursor, 'base64url').toString().split('|')
  if (parts.length !== length)
    throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return parts
}
