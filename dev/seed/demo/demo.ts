// The rest of the demo data, written in the background once the product is up: investors in every
// state, their portfolios at Bib, a year of instructions. The next start resumes an interrupted
// run; ids are fixed in advance, so that nothing is created twice.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createBib } from '@rmtools/bib/client'
import { soldBy } from '@rmtools/bib/partner'
import type { Transaction } from '@rmtools/bib/partner'
import { addDays, wibDate } from '@rmtools/bib/simulator/calendar'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { Problem } from '@rmtools/contracts/problem'
import { bibControl, type BibAddress } from '../../bib-control.ts'
import { eventually } from '../../caller.ts'
import { demoId } from '../people.ts'
import { demoCallers, type Callers } from './callers.ts'
import { accountIdOf, bringForward } from './capture.ts'
import { demoCases, type DemoCase } from './cases.ts'
import { dealsOf, fundsOf, type Deal, type Shelf } from './deals.ts'
import { subjectOf } from './forms.ts'
import { LATE_PAYERS, OTHER_PAYERS, liveInstructions } from './live.ts'
import { demoPlans } from './plans.ts'
import { endedOf, settledOf, type Holder, type Past } from './past.ts'
import { asSeed, backdate, signaturesOf, storeActivities, storePast } from './store.ts'

export type DemoTarget = {
  url: string
  directory: string
  ownerUrl: string
  signingKeys: string
  bib: BibAddress
  onStep: (step: string) => void
}
export type Demo = AsyncDisposable & { readonly done: Promise<void> }

type Mark = { startedAt: string; isComplete: boolean }
type World = DemoTarget & {
  callers: Callers
  control: ReturnType<typeof bibControl>
  isStopped: () => boolean
  mark: Mark
}

// More would only compete for two cores, and the product should stay usable meanwhile.
const AT_ONCE = 3
const SAY_EVERY_MS = 5000

/** Starts writing; disposing it stops between two steps. */
export function startDemo(target: DemoTarget): Demo {
  let isStopped = false
  const done = run(target, () => isStopped).catch((error: unknown) => {
    if (!isStopped)
      target.onStep(`demo data: not complete, the next start continues (${said(error)})`)
  })
  return {
    done,
    async [Symbol.asyncDispose]() {
      isStopped = true
      await done
    },
  }
}

async function run(target: DemoTarget, isStopped: () => boolean): Promise<void> {
  const file = join(target.directory, 'demo.json')
  const mark = await readMark(file)
  if (mark.isComplete) return
  await writeFile(file, JSON.stringify(mark))
  const world = {
    ...target,
    callers: demoCallers(target.url, target.signingKeys),
    control: bibControl(target.bib),
    isStopped,
    mark,
  }
  const started = performance.now()
  await untilKnown(world)
  await setFaults(world)
  const failures = await bringAllForward(world)
  const holders = await registeredHolders(world)
  const past = await asSeed(target.ownerUrl, async (client) => {
    await backdate(client, demoCases, new Date(mark.startedAt))
    await storeActivities(client)
    return await writePast(world, client, holders)
  })
  const live = await liveInstructions(world)
  const plans = await demoPlans(world)
  if (isStopped()) return
  for (const name of ['kycRefused', 'codeListMismatch', 'sidExists', 'bankAccountRefused'] as const)
    await world.control.clearFault({ name })
  if (failures.length > 0) throw new Error(failures.join('; '))
  await writeFile(file, JSON.stringify({ ...mark, isComplete: true }))
  target.onStep(
    `demo data: complete after ${((performance.now() - started) / 1000).toFixed(0)} s: ${demoCases.length} investors, ${past + live} instructions, ${plans} plans`,
  )
}

async function readMark(file: string): Promise<Mark> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Mark
  } catch {
    return { startedAt: new Date().toISOString(), isComplete: false }
  }
}

/** Waits until jobs have copied the people to crm. */
async function untilKnown({ ownerUrl }: World): Promise<void> {
  await eventually('crm to know the people', async () =>
    asSeed(ownerUrl, async (client) => {
      const { rows } = await client.query<{ ok: boolean }>(`
        select (select count(*) from crm_bib.known_user where id in (select user_id from auth_bib.auth_membership))
             = (select count(distinct user_id) from auth_bib.auth_membership) and (select count(*) from crm_bib.known_company) >= 2 as ok`)
      return rows[0]?.ok
    }),
  )
}

/** Sets the switches that make Bib refuse, or find something, each for one case. */
async function setFaults({ control }: World): Promise<void> {
  const only = (trait: DemoCase['trait']) => ({
    on: true,
    match: demoCases.find((one) => one.trait === trait)?.id ?? 'nobody',
  })
  await control.setFaults({
    kycRefused: only('kyc-refused'),
    codeListMismatch: only('codes-refused'),
    sidExists: only('sid-exists'),
    bankAccountRefused: only('account-refused'),
    paymentLate: { on: true, match: LATE_PAYERS },
    paymentOtherPayer: { on: true, match: OTHER_PAYERS },
  })
}

async function bringAllForward({ callers, isStopped, onStep }: World): Promise<string[]> {
  const waiting = [...demoCases]
  const failures: string[] = []
  let saidAt = performance.now()
  const work = async () => {
    for (let one = waiting.shift(); one && !isStopped(); one = waiting.shift()) {
      await bringForward(one, callers).catch((error: unknown) =>
        failures.push(`${subjectOf(one).fullName}: ${said(error)}`),
      )
      if (performance.now() - saidAt < SAY_EVERY_MS) continue
      saidAt = performance.now()
      onStep(`demo data: ${demoCases.length - waiting.length} of ${demoCases.length} investors`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (isStopped()) throw new Error('stopped')
  return failures
}

type Registered = Holder & { phone: string; detail: InvestorDetail }

async function registeredHolders({ callers }: World): Promise<Registered[]> {
  const aimed = demoCases.filter(({ aim }) => aim === 'registered')
  const holders: Registered[] = []
  for (const one of aimed) {
    const rm = await callers(one.rm, one.company)
    const detail = await eventually(`${subjectOf(one).fullName} to be registered`, async () => {
      const now = await rm.api.investors.get({ id: one.id })
      return now.sid !== null && now
    })
    const account = detail.bankAccounts[0]
    const label = account ? `${account.bankName} ${account.number} a.n. ${account.holderName}` : '-'
    holders.push({
      one,
      detail,
      name: detail.displayName,
      phone: detail.phone ?? '',
      band: detail.riskBand ?? 1,
      account: { id: accountIdOf(one), label },
    })
  }
  return holders
}

/**
 * Gives the investors their deals at Bib and writes the matching instructions from Bib's records.
 */
async function writePast(
  world: World,
  client: Parameters<typeof storePast>[0],
  holders: readonly Registered[],
): Promise<number> {
  const bib = createBib({ baseUrl: world.bib.url, apiKey: world.bib.apiKey, tenant: 'NUSANTARA' })
  try {
    const { items } = await bib.partner.products()
    const shelf: Shelf = new Map(items.map((product) => [product.code, soldBy(null, product)]))
    const today = wibDate(Date.parse(world.mark.startedAt))
    const books = holders.map((holder) => ({
      holder,
      deals: dealsOf(holder.one, { funds: fundsOf(holder.one, holder.band, shelf), today }),
    }))
    await world.control.seed({
      investors: books.map(({ holder, deals }) => ({ ...recordOf(holder), transactions: deals })),
    })
    const past: Past[] = []
    for (const { holder, deals } of books) {
      const booked = await transactionsOf(bib, holder)
      past.push(
        ...deals.flatMap(
          (deal) =>
            settledOf(
              holder,
              deal,
              booked.filter(({ sourceId }) => sourceId === deal.sourceId),
              shelf,
            ) ?? [],
        ),
      )
      past.push(
        ...endedDeals(holder, deals, today).flatMap((deal) => endedOf(holder, deal, shelf) ?? []),
      )
    }
    await storePast(client, past, await signaturesOf(world.directory, holders))
    return past.length
  } finally {
    await bib.close()
  }
}

function recordOf({ one, detail, name }: Registered) {
  const { externalId, sid, ifua } = detail
  return {
    tenant: one.company.code.toUpperCase(),
    sourceId: one.id,
    rmId: one.rm.id,
    externalId: externalId ?? '',
    sid,
    ifua,
    name,
  }
}

/** Like the last deal, but within the last weeks. */
function endedDeals({ one }: Registered, deals: readonly Deal[], today: string): Deal[] {
  const last = deals.findLast(({ type }) => type === 'SUBSCRIPTION')
  const latest = 8 - Math.min(one.rm.licence?.expiresInDays ?? 0, 0)
  const daysAgo = Math.min(latest + ((one.number * 11) % 45), one.ageDays - 5)
  return last
    ? [{ ...last, sourceId: demoId('0d02', one.number), date: addDays(today, -daysAgo) }]
    : []
}

async function transactionsOf(
  bib: ReturnType<typeof createBib>,
  { one, detail }: Registered,
): Promise<Transaction[]> {
  const { partner } = bib.forTenant(one.company.code.toUpperCase())
  const all: Transaction[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await partner.transactions({
      externalId: detail.externalId ?? '',
      limit: 100,
      ...(cursor ? { cursor } : {}),
    })
    all.push(...page.items)
    cursor = page.nextCursor
  }
  return all
}

function said(error: unknown): string {
  if (error instanceof Problem)
    return [
      error.code,
      error.detail,
      ...(error.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
    ]
      .filter(Boolean)
      .join(' ')
  return error instanceof Error ? error.message : String(error)
}
