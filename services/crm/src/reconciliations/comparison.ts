// Compares a company's investors and instructions with Bib's records. Reports that we missed are
// applied like events, which respects their sequence; a person resolves any other difference.
import type { TenantBib } from '@rmtools/bib/client'
import type { ReconciliationLine } from '@rmtools/bib/internal'
import type { Transaction } from '@rmtools/kit/db'
import type { Static } from 'typebox'
import { applyInstructionRecord } from '../instructions/from-bib.ts'
import { applyRecord } from '../investors/from-bib.ts'
import type { CrmPorts } from '../ports.ts'
import {
  keepDifference,
  oursOf,
  unansweredByBib,
  type NewDifference,
  type Ours,
} from './queries.ts'

type Line = Static<typeof ReconciliationLine>
export type Comparing = {
  reportId: string
  internal: TenantBib['internal']
  ports: CrmPorts
  begin: <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LINES_AT_A_TIME = 500
// Earlier than any record.
const BEGINNING = '2000-01-01T00:00:00.000Z'

/**
 * Compares everything that changed at Bib since an instant, and what awaits a reply. Returns how
 * much, and as of when.
 */
export async function compare(
  run: Comparing,
  since: string | null,
): Promise<{ compared: number; asOf: string }> {
  let compared = 0
  let asOf: string | undefined
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<TenantBib['internal']['reconciliation']>> =
      await run.internal.reconciliation({
        since: since ?? BEGINNING,
        limit: LINES_AT_A_TIME,
        ...(cursor === null ? {} : { cursor }),
      })
    await comparePage(run, page.items)
    // The next comparison starts where this one started: changes made meanwhile are compared again.
    asOf ??= page.asOf
    compared += page.items.length
    cursor = page.nextCursor
  } while (cursor !== null)
  const unheard = await run.begin(
    async (tx) => await unansweredByBib(tx, run.ports.clock.now().toISOString()),
  )
  for (const ours of unheard) await catchUp(run, ours.entity, { sourceId: ours.id, ours })
  return { compared: compared + unheard.length, asOf: asOf ?? BEGINNING }
}

async function comparePage(run: Comparing, lines: readonly Line[]): Promise<void> {
  const ids = lines.map(({ sourceId }) => sourceId).filter((id) => UUID.test(id))
  const known = await run.begin(async (tx) => await oursOf(tx, ids))
  for (const line of lines) {
    const entity = line.kind === 'INVESTOR' ? 'investor' : 'instruction'
    const ours = known.get(line.sourceId)
    if (ours?.entity !== entity)
      await keep(run, {
        entity,
        sourceId: line.sourceId,
        field: 'record',
        ours: null,
        theirs: line.status,
        outcome: 'unresolved',
      })
    else if (line.sequence > ours.sequence)
      await catchUp(run, entity, { sourceId: line.sourceId, ours })
    else if (
      line.sequence === ours.sequence &&
      entity === 'investor' &&
      line.externalId !== ours.externalId
    )
      await keep(run, {
        entity,
        sourceId: ours.id,
        field: 'externalId',
        ours: ours.externalId,
        theirs: line.externalId,
        outcome: 'unresolved',
      })
  }
}

type Difference = Omit<NewDifference, 'reportId'>
type Behind = { sourceId: string; ours: Ours }

async function keep({ begin, reportId }: Comparing, difference: Difference): Promise<void> {
  await begin(async (tx) => await keepDifference(tx, { ...difference, reportId }))
}

/**
 * Requests the record from Bib and applies it. If the event arrived meanwhile, there is nothing to
 * apply.
 */
async function catchUp(
  run: Comparing,
  entity: Ours['entity'],
  { sourceId, ours }: Behind,
): Promise<void> {
  const found =
    entity === 'investor' ? await investorAt(run, sourceId) : await instructionAt(run, sourceId)
  const difference = { entity, sourceId, ours: ours.status }
  if (!found)
    return await keep(run, { ...difference, field: 'record', theirs: null, outcome: 'unresolved' })
  if (found.sequence <= ours.sequence) return
  await run.begin(async (tx) => {
    if ((await oursOf(tx, [sourceId])).get(sourceId)?.sequence !== ours.sequence) return
    const isApplied = await found.apply(tx)
    const outcome = isApplied ? 'applied' : 'unresolved'
    await keepDifference(tx, {
      ...difference,
      field: 'status',
      theirs: found.status,
      outcome,
      reportId: run.reportId,
    })
  })
}

type Found = { status: string; sequence: number; apply: (tx: Transaction) => Promise<boolean> }

async function investorAt({ internal }: Comparing, sourceId: string): Promise<Found | undefined> {
  const record = (await internal.findInvestors({ sourceId })).items[0]
  return (
    record && {
      status: record.status,
      sequence: record.sequence,
      apply: async (tx) => (await applyRecord(tx, record)) === 'applied',
    }
  )
}

async function instructionAt(
  { internal, ports }: Comparing,
  sourceId: string,
): Promise<Found | undefined> {
  const record = (await internal.findInstructions({ sourceId })).items[0]
  if (!record) return undefined
  const { status, sequence } = record
  return { status, sequence, apply: async (tx) => await applyInstructionRecord(tx, record, ports) }
}
