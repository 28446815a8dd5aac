// Registration of investors: QUEUED, REGISTERED, SID_CREATED, or REJECTED.
import { asKept } from './store.ts'
import { forbidden, notFound, Problem } from '@rmtools/contracts/problem'
import type { InvestorRecord, InvestorSubmission, InvestorUpdate } from '../internal.ts'
import { sourceIdTaken } from '../internal.ts'
import type { BankAccount } from '../kyc.ts'
import { investorMerged } from '../partner.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { World } from './world.ts'

export type InvestorRow = {
  id: number
  tenant: string
  source_id: string
  external_id: string | null
  previous_external_id: string | null
  name: string
  fingerprint: string
  record: string
  submission: string | null
  updated: number
}

/** Registers the scheduled work of investors. */
export function prepareInvestors(world: World): void {
  world.on('investor-register', (id) => register(world, byRow(world, id)))
  world.on('investor-sid', (id) => giveSid(world, byRow(world, id)))
  world.on('investor-merge', (id) => mergeInvestor(world, byRow(world, id)))
}

export const recordOf = (row: InvestorRow) => asKept<InvestorRecord>(row.record)

function byRow(world: World, id: string): InvestorRow {
  const row = world.store.get<InvestorRow>('select * from investor where id = ?', Number(id))
  if (!row) throw new Error(`no investor ${id}`)
  return row
}

export function investorBySource(
  world: World,
  tenant: string,
  sourceId: string,
): InvestorRow | undefined {
  return world.store.get<InvestorRow>(
    'select * from investor where tenant = ? and source_id = ?',
    tenant,
    sourceId,
  )
}

/**
 * The tenant's investor. Throws 404 for another tenant's, 410 investor-merged for an id that was
 * merged into another.
 */
export function investorByExternal(world: World, tenant: string, externalId: string): InvestorRow {
  const row = world.store.get<InvestorRow>(
    'select * from investor where tenant = ? and external_id = ?',
    tenant,
    externalId,
  )
  if (row) return row
  const former = world.store.get(
    'select 1 from investor where tenant = ? and previous_external_id = ?',
    tenant,
    externalId,
  )
  throw new Problem(former ? investorMerged : notFound)
}

/**
 * Accepts an investor. The same content again changes nothing; after a rejection the process starts
 * again, corrected or not.
 */
export function createInvestor(
  world: World,
  tenant: string,
  input: InvestorSubmission,
): InvestorRecord {
  if (input.tenant !== tenant)
    throw new Problem(forbidden, { detail: 'tenant differs from x-tenant' })
  const { store, clock } = world
  const fingerprint = fingerprintOf(input)
  const known = investorBySource(world, tenant, input.sourceId)
  if (known && recordOf(known).status !== 'REJECTED') {
    if (known.fingerprint === fingerprint) return recordOf(known)
    throw new Problem(sourceIdTaken)
  }
  const now = clock.now()
  const record: InvestorRecord = {
    sourceId: input.sourceId,
    rmId: input.rmId,
    status: 'QUEUED',
    externalId: null,
    previousExternalId: null,
    sid: null,
    ifua: null,
    linked: false,
    reasons: [],
    bankAccounts: [],
    sequence: known ? recordOf(known).sequence : 0,
    updatedAt: new Date(now).toISOString(),
  }
  store.run(
    `insert into investor (tenant, source_id, name, fingerprint, record, submission, updated) values (?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, source_id) do update set name = excluded.name, fingerprint = excluded.fingerprint,
        record = excluded.record, submission = excluded.submission, updated = excluded.updated`,
    tenant,
    input.sourceId,
    nameOf(input),
    fingerprint,
    JSON.stringify(record),
    JSON.stringify(input),
    now,
  )
  clock.schedule(
    now + world.tickMs,
    'investor-register',
    String(investorBySource(world, tenant, input.sourceId)?.id),
  )
  return record
}

/** Replaces the data of a registered investor. */
export function updateInvestor(
  world: World,
  tenant: string,
  input: InvestorUpdate & { externalId: string },
): InvestorRecord {
  if (input.tenant !== tenant)
    throw new Problem(forbidden, { detail: 'tenant differs from x-tenant' })
  const row = investorByExternal(world, tenant, input.externalId)
  world.store.run(
    'update investor set name = ?, submission = ? where id = ?',
    nameOf(input),
    JSON.stringify(input),
    row.id,
  )
  return save(world, row, {
    rmId: input.rmId,
    bankAccounts: outcomes(world, row, input.bankAccounts),
  })
}

function nameOf(input: InvestorUpdate): string {
  return input.kyc.kind === 'INDIVIDUAL' ? input.kyc.fullName : input.kyc.name
}

const subjectOf = (row: InvestorRow) =>
  `${row.tenant} ${row.source_id} ${row.external_id ?? ''} ${row.name}`

function register(world: World, row: InvestorRow): void {
  const subject = subjectOf(row)
  const refuse = (code: string, field: string | null, detail: string) =>
    void save(world, row, { status: 'REJECTED', reasons: [{ code, field, detail }] })
  if (world.faults.take('kycRefused', subject))
    return refuse('KYC_REFUSED', '/kyc', 'The data could not be verified')
  const { kyc, bankAccounts } = submissionOf(row)
  if (world.faults.take('codeListMismatch', subject)) {
    const field = kyc.kind === 'INDIVIDUAL' ? '/kyc/occupation' : '/kyc/companyType'
    return refuse('CODE_LIST_MISMATCH', field, 'This code is not in the list')
  }
  const externalId = `BIB${String(10_000_000 + row.id)}`
  save(world, row, {
    status: 'REGISTERED',
    externalId,
    bankAccounts: outcomes(world, row, bankAccounts),
  })
  world.clock.schedule(world.clock.now() + world.tickMs, 'investor-sid', String(row.id))
}

function submissionOf(row: InvestorRow): InvestorUpdate {
  return asKept<InvestorUpdate>(row.submission ?? '{}')
}

function outcomes(
  world: World,
  row: InvestorRow,
  accounts: BankAccount[],
): InvestorRecord['bankAccounts'] {
  return accounts.map(({ sourceId, holderName }) => {
    const isRefused =
      world.faults.take('bankAccountRefused', `${subjectOf(row)} ${sourceId} ${holderName}`) !==
      undefined
    const reason = {
      code: 'BANK_ACCOUNT_REFUSED',
      field: null,
      detail: 'The bank does not know this account under this name',
    }
    return {
      sourceId,
      status: isRefused ? 'REFUSED' : 'ACCEPTED',
      reason: isRefused ? reason : null,
    }
  })
}

function giveSid(world: World, row: InvestorRow): void {
  const { kyc } = submissionOf(row)
  const isIndividual = kyc.kind === 'INDIVIDUAL'
  const country = isIndividual ? kyc.nationality : kyc.countryOfDomicile
  const born = (isIndividual ? kyc.dateOfBirth : kyc.dateOfEstablishment).replaceAll('-', '')
  const isLinked = world.faults.take('sidExists', subjectOf(row)) !== undefined
  const serial = String((isLinked ? 900_000 : 100_000) + (row.id % 100_000))
  const sid = `${isIndividual ? 'ID' : 'CP'}${country === 'ID' ? 'D' : 'F'}${born.slice(6)}${born.slice(4, 6)}${born.slice(2, 4)}${serial}`
  save(world, row, {
    status: 'SID_CREATED',
    sid,
    ifua: `IFUA${String(1_000_000_000 + row.id)}`,
    linked: isLinked,
  })
  if (world.faults.take('externalIdMerged', subjectOf(row)))
    world.clock.schedule(world.clock.now() + world.tickMs, 'investor-merge', String(row.id))
}

/** Gives the investor another external id, as when Bib merges a duplicate; the old id is gone. */
export function mergeInvestor(world: World, row: InvestorRow): InvestorRecord {
  const former = row.external_id
  const count =
    world.store.get<{ n: number }>(
      'select count(*) as n from investor where previous_external_id is not null',
    )?.n ?? 0
  return save(world, row, {
    externalId: `BIB${String(50_000_000 + row.id * 100 + (count % 100))}`,
    previousExternalId: former,
  })
}

function save(world: World, row: InvestorRow, changes: Partial<InvestorRecord>): InvestorRecord {
  const now = world.clock.now()
  const { sequence: _, updatedAt: __, ...state } = { ...recordOf(row), ...changes }
  const sequence = world.events.emit('investor.status', row.tenant, row.source_id, state)
  const record: InvestorRecord = { ...state, sequence, updatedAt: new Date(now).toISOString() }
  world.store.run(
    'update investor set external_id = ?, previous_external_id = ?, record = ?, updated = ? where id = ?',
    record.externalId,
    record.previousExternalId,
    JSON.stringify(record),
    now,
    row.id,
  )
  return record
}
