// Sends an approved investor to Bib by a job: retried with back-off while Bib is unavailable, ended
// by its refusal.
import { sourceIdTaken, type InvestorRecord, type InvestorUpdate } from '@rmtools/bib/internal'
import { investorMerged } from '@rmtools/bib/partner'
import { consentNotInForce, lacksConsent } from '@rmtools/contracts/crm/consents'
import { Problem } from '@rmtools/contracts/problem'
import type { Database, Transaction } from '@rmtools/kit/db'
import { companyScope, systemOrigin } from '@rmtools/kit/scope'
import type { CrmPorts } from '../../ports.ts'
import type { CrmHandlers } from '../../jobs.ts'
import { consentsOf } from '../consents/queries.ts'
import { applyRecord } from '../from-bib.ts'
import { failSync, startSync } from './queries.ts'
import { lockCase, noteEvent, type KycCase } from '../queries.ts'
import { ownCompany } from '../company/queries.ts'
import { notifyRmOfCase } from '../../notifications/notify.ts'
import { snapshotOf } from './snapshot.ts'

type HandOver = { companyId: string; investorId: string; version: number }
type Prepared = { investor: KycCase; content: InvestorUpdate; tenant: string }

/** The jobs of this feature. */
export function investorJobs(
  ports: CrmPorts,
  database: Database,
): CrmHandlers<'bibInvestor' | 'documentErase'> {
  return {
    bibInvestor: async (payload, { jobId }) => {
      const origin = systemOrigin(`job-${jobId}`)
      await handOver(payload, {
        ports,
        begin: async (work) =>
          await database.transaction(companyScope(payload.companyId), origin, work),
      })
    },
    documentErase: async ({ keys }) => {
      for (const key of keys) await ports.files.delete(key)
    },
  }
}

type World = { ports: CrmPorts; begin: <R>(work: (db: Transaction) => Promise<R>) => Promise<R> }

/**
 * Sends a case of this version to Bib. The key is investor and version, so that a retry after a
 * lost reply acts once. Throws temporary failures (unavailable, too many requests, an invalid
 * reply) for the queue to retry.
 */
export async function handOver(
  { investorId, version }: HandOver,
  { ports, begin }: World,
): Promise<void> {
  const prepared = await begin(async (db) => await prepare(db, { investorId, version }, ports))
  if (!prepared) return
  try {
    const record = await send(prepared, ports)
    await begin(async (db) => void (await applyRecord(db, record, true)))
  } catch (error) {
    if (!isRefusal(error)) throw error
    await begin(async (db) => await refuse(db, prepared.investor, error))
  }
}

/** The case to send; undefined if another version overtook this job or nothing is left to do. */
async function prepare(
  db: Transaction,
  { investorId, version }: Pick<HandOver, 'investorId' | 'version'>,
  ports: CrmPorts,
): Promise<Prepared | undefined> {
  const investor = await lockCase(db, investorId)
  if (
    investor?.version !== version ||
    !['approved', 'syncing', 'registered'].includes(investor.status)
  )
    return undefined
  if (lacksConsent(await consentsOf(db, investorId))) {
    await refuse(db, investor, new Problem(consentNotInForce))
    return undefined
  }
  if (investor.status === 'approved') {
    await startSync(db, investorId)
    await noteEvent(db, { investorId, kind: 'sync-started', status: 'syncing', by: 'system' })
  }
  const company = await ownCompany(db, investor.companyId)
  if (!company) throw new Error('crm has not received the company yet')
  const own = company.settings['bibTenant']
  const tenant = typeof own === 'string' ? own : company.code
  return { investor, tenant, content: await snapshotOf(db, investor, tenant, ports) }
}

async function send(
  { investor, content, tenant }: Prepared,
  ports: CrmPorts,
): Promise<InvestorRecord> {
  const { internal } = ports.bib.forTenant(tenant)
  const options = { idempotencyKey: `${investor.id}:${investor.version}` }
  try {
    if (investor.externalId !== null)
      return await internal.updateInvestor({ externalId: investor.externalId, ...content }, options)
    return await internal.createInvestor({ sourceId: investor.id, ...content }, options)
  } catch (error) {
    const isKnownOtherwise =
      error instanceof Problem &&
      (error.code === sourceIdTaken.code || error.code === investorMerged.code)
    if (!isKnownOtherwise) throw error
    // Bib accepted an earlier version, or merged the investor, and the reply was lost: its record
    // gets the new data.
    const known = (await internal.findInvestors({ sourceId: investor.id })).items[0]
    if (!known?.externalId || known.externalId === investor.externalId) throw error
    return await internal.updateInvestor(
      { externalId: known.externalId, ...content },
      { idempotencyKey: `${options.idempotencyKey}:update` },
    )
  }
}

/** 4xx other than 429: Bib refused the content, and a retry cannot help. */
function isRefusal(error: unknown): error is Problem {
  return (
    error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 429
  )
}

async function refuse(db: Transaction, { id, version }: KycCase, problem: Problem): Promise<void> {
  const fields = problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
  const failed = await failSync(db, {
    id,
    version,
    reason: [problem.code, problem.detail, fields].filter(Boolean).join(': ').slice(0, 500),
  })
  if (!failed) return
  await noteEvent(db, {
    investorId: id,
    kind: 'sync-failed',
    status: failed.status,
    by: 'bib',
    detail: failed.syncError,
  })
  const params = { investorName: failed.displayName, reason: failed.syncError }
  await notifyRmOfCase(db, failed, { kind: 'investor.sync-failed', params })
}
