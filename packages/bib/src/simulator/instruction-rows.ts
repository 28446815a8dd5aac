// Stored instructions; every change of one publishes an event.
import { asKept } from './store.ts'
import type { InstructionRecord, InstructionSubmission } from '../internal.ts'
import type { World } from './world.ts'

export type InstructionRow = {
  id: number
  tenant: string
  source_id: string
  investor: number
  status: string
  nav_date: string | null
  fingerprint: string
  record: string
  submission: string
  received: number
  updated: number
}

export const recordOf = (row: InstructionRow) => asKept<InstructionRecord>(row.record)
export const submissionOf = (row: InstructionRow) => asKept<InstructionSubmission>(row.submission)

/** Throws if it does not exist: scheduled work never outlives its instruction. */
export function instructionById(world: World, id: string): InstructionRow {
  const row = world.store.get<InstructionRow>('select * from instruction where id = ?', Number(id))
  if (!row) throw new Error(`no instruction ${id}`)
  return row
}

export function instructionBySource(
  world: World,
  tenant: string,
  sourceId: string,
): InstructionRow | undefined {
  return world.store.get<InstructionRow>(
    'select * from instruction where tenant = ? and source_id = ?',
    tenant,
    sourceId,
  )
}

/** The text in which a fault's `match` and the sentinels are searched. */
export function subjectOf(world: World, row: InstructionRow): string {
  const investor = world.store.get<{ name: string }>(
    'select name from investor where id = ?',
    row.investor,
  )
  const { type, productCode, externalId } = submissionOf(row)
  return `${row.tenant} ${row.source_id} ${externalId} ${type} ${productCode} ${investor?.name ?? ''}`
}

/** The investor's name as banks print it; null for an investor who was accepted without a name. */
export function investorName(world: World, row: InstructionRow): string | null {
  const found = world.store.get<{ name: string }>(
    'select name from investor where id = ?',
    row.investor,
  )
  return found?.name ? found.name.replace(/ ?SIM-[A-Z0-9-]+/g, '').toUpperCase() : null
}

/** Changes an instruction and publishes the change. */
export function save(
  world: World,
  row: InstructionRow,
  changes: Partial<InstructionRecord>,
): InstructionRecord {
  const now = world.clock.now()
  const { sequence: _, updatedAt: __, ...state } = { ...recordOf(row), ...changes }
  const sequence = world.events.emit('instruction.status', row.tenant, row.source_id, state)
  const record: InstructionRecord = { ...state, sequence, updatedAt: new Date(now).toISOString() }
  world.store.run(
    'update instruction set status = ?, nav_date = ?, record = ?, updated = ? where id = ?',
    record.status,
    record.navDate,
    JSON.stringify(record),
    now,
    row.id,
  )
  return record
}
