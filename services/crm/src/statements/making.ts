// Makes a client's statement for a month: Bib is asked and the files are stored outside of any
// transaction; then one transaction records the statement and sends the message. A worker that is
// killed before leaves at most files, which the nightly check removes.
import type { Portfolio, Transaction as Deal } from '@rmtools/bib/partner'
import { everyRow } from '@rmtools/kit/batches'
import type { Database, Transaction } from '@rmtools/kit/db'
import { letterheadOf } from '@rmtools/kit/letterhead'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { statementPdf } from '@rmtools/kit/statement'
import { formatMonth } from '@rmtools/look/format'
import type { Language } from '@rmtools/look/words'
import { unaskedPageLinkOf } from '../client-links/link.ts'
import { tellClient } from '../client-news/telling.ts'
import type { CrmPorts } from '../ports.ts'
import {
  addresseeOf,
  keepNothing,
  keepStatement,
  keepWaiting,
  type Addressee,
  type Made,
} from './queries.ts'
import { monthOf, type Month } from './rules.ts'

export type Wanted = { companyId: string; investorId: string; month: string }

// More transactions in a month would need a ledger, not a statement.
const LINES = { atATime: 100, atMost: 2000 }

/**
 * Makes a statement, once for each client and month. Throws, to be tried again, if Bib cannot be
 * asked.
 */
export async function makeStatement(
  wanted: Wanted,
  ports: CrmPorts,
  database: Database,
): Promise<void> {
  const { companyId, investorId, month } = wanted
  const begin = async <R>(work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  const addressee = await begin(async (tx) => await addresseeOf(tx, investorId, month))
  if (!addressee) return
  const content = await askBib(addressee, monthOf(month), ports).catch(async (error: unknown) => {
    await begin(async (tx) => await keepWaiting(tx, investorId, month))
    throw error
  })
  if (content.portfolio.positions.length === 0 && content.transactions.length === 0)
    return await begin(async (tx) => await keepNothing(tx, investorId, month))
  const made = await store(addressee, { ...content, period: monthOf(month) }, ports)
  const isNew = await begin(async (tx) => await record(tx, { wanted, addressee, made }, ports))
  // Another worker was faster: nothing refers to these files.
  if (!isNew) for (const key of [made.keyId, made.keyEn]) await ports.files.delete(key)
}

type Content = { portfolio: Portfolio; transactions: readonly Deal[] }

async function askBib(
  { tenant, externalId }: Addressee,
  { from, to }: Month,
  { bib }: Pick<CrmPorts, 'bib'>,
): Promise<Content> {
  const { partner } = bib.forTenant(tenant)
  const portfolio = await partner.portfolio({ externalId })
  const transactions = await everyRow(
    async (limit, cursor) =>
      await partner.transactions({ externalId, from, to, limit, ...(cursor ? { cursor } : {}) }),
    LINES,
  )
  return { portfolio, transactions }
}

/** Draws and stores the statement in both languages. */
async function store(
  { letterhead, displayName, sid, ifua }: Addressee,
  { portfolio, transactions, period }: Content & { period: Month },
  { clock, files }: Pick<CrmPorts, 'clock' | 'files'>,
): Promise<Made> {
  const at = clock.now()
  const name = crypto.randomUUID()
  const draw = async (language: Language) => {
    const { bytes } = await statementPdf({
      kind: 'monthly',
      company: letterheadOf(letterhead, language),
      holder: { displayName },
      period,
      portfolio: { ...portfolio, sid: portfolio.sid ?? sid, ifua: portfolio.ifua ?? ifua },
      isStale: false,
      transactions,
      language,
      at,
    })
    const key = `statements/${name}-${language}.pdf`
    await files.put(key, bytes)
    return key
  }
  const keyId = await draw('id')
  return { asOf: portfolio.asOf, madeAt: at.toISOString(), keyId, keyEn: await draw('en') }
}

type Recording = { wanted: Wanted; addressee: Addressee; made: Made }

/** False if the statement was recorded before. */
async function record(
  tx: Transaction,
  { wanted, addressee, made }: Recording,
  ports: CrmPorts,
): Promise<boolean> {
  const { investorId, month } = wanted
  if (!(await keepStatement(tx, { investorId, month }, made))) return false
  // Who declined the message, or whose link was revoked, gets no new link; the page lists the
  // statement.
  const page = addressee.takesStatements
    ? await unaskedPageLinkOf(tx, investorId, ports)
    : undefined
  if (page)
    await tellClient(tx, investorId, {
      kind: 'statement-ready',
      once: `statement:${month}`,
      figures: (language) => ({ month: formatMonth(month.slice(0, 7), language), link: page.url }),
    })
  return true
}
