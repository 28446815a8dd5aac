// crm with Bib's simulator, in which a plan is made, signed and run, and days pass.
import { addDays, isExchangeDay } from '@rmtools/bib/simulator/calendar'
import { createSealer } from '@rmtools/kit/secrets'
import type { Message } from '@rmtools/kit/messaging'
import { crmJobs } from '../../jobs.ts'
import { createPaymentWorld, type PaymentWorld } from '../payments/payment-world.ts'
import { account, codeIn, company, investor, signature } from '../test-world.ts'

type NewPlan = Parameters<ReturnType<PaymentWorld['as']>['plans']['create']>[0]

export const fund = { productCode: 'ANDALAN-KAS', amount: '500000' }

/** A plan over one fund by direct debit. */
export const newPlan: NewPlan = {
  investorId: investor,
  lines: [fund],
  day: 25,
  startsOn: '2026-11-23',
  bankAccountId: account,
  way: 'direct-debit',
  factSheetOffered: true,
}

/** The token in the last message that has one, for its signature or for managing. */
const tokenAt = (path: string, messages: readonly Message[]) =>
  messages
    .flatMap(({ text }) => new RegExp(`/i/${path}/([\\w-]{43})`).exec(text)?.[1] ?? [])
    .at(-1) ?? ''

/** Bib's holidays of the coming year. */
function closedWeekdays(): string[] {
  const days = Array.from({ length: 400 }, (_, i) => addDays('2026-11-23', i))
  const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay())
  return days.filter((day) => isWeekday(day) && !isExchangeDay(day))
}

/** Starts it. The investor has an account that fits. */
export async function createPlanWorld() {
  const world = await createPaymentWorld()
  const { as, owner, simulator, time, work, told, hear } = world
  await owner.query(
    `insert into crm_bib.investor_bank_account (id, company_id, investor_id, bank_code, number, number_sealed, number_hash, holder_name, name_match, review)
     values ($1, $2, $3, '014', '******7890', $4, 'h', 'Siti Rahmawati', 'exact', 'not-needed')`,
    [
      account,
      company,
      investor,
      createSealer('x').seal('1234567890', `investor_bank_account.number:${account}`),
    ],
  )
  await owner.query(
    `insert into crm_bib.market_holiday (date, name) select date, 'Libur bursa' from unnest($1::date[]) date on conflict do nothing`,
    [closedWeekdays()],
  )
  const messages: Message[] = []
  async function read(): Promise<readonly Message[]> {
    messages.push(...(await world.sent()))
    return messages
  }

  /** Signs the mandate of the latest link; returns the link's token. */
  async function signMandate(): Promise<string> {
    const token = tokenAt('plan', await read())
    const { documentHash } = await as().planMandates.view({ token })
    await as().planMandates.sendCode({ token })
    const code = codeIn(await read())
    const signed = { documentHash, code, consent: true, signature: await signature() }
    await as().planMandates.answer({ token, decision: 'approve', ...signed })
    return token
  }

  /** A plan that is signed; its lasting link is in the messages. */
  async function active(changes: Partial<NewPlan> = {}) {
    const { id } = await as('rina').plans.create({ ...newPlan, ...changes })
    await signMandate()
    return { id, manage: tokenAt('my-plan', await read()) }
  }

  /** Moves to a time of a day in WIB, at Bib too. */
  function moveTo(date: string, at = '08:00'): void {
    simulator.clock.advanceTo(new Date(`${date}T${at}:00+07:00`))
    time.now = simulator.clock.now()
  }

  /** The hourly look, and the jobs of the plans that it finds. */
  async function look(): Promise<void> {
    await work(crmJobs.plansDue.name, {})
    await runQueued()
  }
  async function runQueued(): Promise<void> {
    const jobs = await world.take<{ planId: string }>(crmJobs.planRun.name)
    for (const job of jobs) await work(crmJobs.planRun.name, job)
  }

  /** Hands the approved instructions over and lets Bib go on until the money has come or not. */
  async function bibGoesOn(): Promise<void> {
    const jobs = await world.take<{ instructionId: string }>(crmJobs.bibInstruction.name)
    for (const { instructionId } of jobs) {
      await work(crmJobs.bibInstruction.name, { instructionId })
      simulator.clock.advanceHours(30 / 3600)
      time.now = simulator.clock.now()
      await hear(told(instructionId))
    }
    await runQueued()
  }
  const planOf = async (id: string) => await as('rina').plans.get({ id })

  return {
    ...world,
    read,
    messages,
    signMandate,
    active,
    moveTo,
    look,
    runQueued,
    bibGoesOn,
    planOf,
    manageToken: async () => tokenAt('my-plan', await read()),
    signToken: async () => tokenAt('plan', await read()),
    instructionsOf: async (planId: string) =>
      (
        await owner.query<{ status: string; attempt: number; nav_date: string; amount: string }>(
          `select n.status, n.attempt, n.nav_date::text, n.amount::text from crm_bib.instruction n join crm_bib.plan_run r on r.id = n.plan_run_id
           where r.plan_id = $1 order by n.id`,
          [planId],
        )
      ).rows,
    runsOf: async (id: string) =>
      (await planOf(id)).runs.map(({ period, status, reason, attempts }) => ({
        period,
        status,
        reason,
        attempts,
      })),
  }
}
export type PlanWorld = Awaited<ReturnType<typeof createPlanWorld>>
