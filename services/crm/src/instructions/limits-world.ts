// Orders of an investor who holds a fund and has declared an income.
import type { Problem } from '@rmtools/contracts/problem'
import { createSealer } from '@rmtools/kit/secrets'
import {
  account,
  company,
  createInstructionWorld,
  investor,
  people,
  type InstructionWorld,
} from './test-world.ts'

export const fund = 'ANDALAN-KAS'
/** For how much the investor bought it. */
export const BOUGHT = '50000000'

/** Starts it. */
export async function createLimitsWorld() {
  const world = await createInstructionWorld()
  await seed(world)
  const settings = async (changes: object) =>
    await world.owner.query('update crm_bib.known_company set settings = settings || $1::jsonb', [
      JSON.stringify(changes),
    ])
  const declare = async (income: string | null, wealth: string | null) =>
    await world.owner.query(
      'update crm_bib.investor_individual set yearly_income = $1, net_worth = $2',
      [income, wealth],
    )
  const api = () => world.as('rina').instructions
  return {
    ...world,
    /** Changes settings of the company. */
    settings,
    /** Changes what the investor has declared. */
    declare,
    api,
    statusOf: async (id: string) => (await api().get({ id })).instruction.status,
    /** Ends the orders of the test before, and sets everything back. */
    startAnew: async () => {
      world.time.now = new Date('2026-11-23T03:00:00.000Z')
      world.simulator.control.clearFaults()
      await world.owner.query(`update crm_bib.instruction set status = 'expired'`)
      await settings({ orderCap: null, orderQuestionAbove: null })
      await declare('100m-500m', null)
      for (const task of ['message', 'notify', 'bib.instruction']) await world.take(task)
    },
  }
}
export type LimitsWorld = Awaited<ReturnType<typeof createLimitsWorld>>

async function seed(world: InstructionWorld): Promise<void> {
  const history = {
    tenant: 'APERDA',
    sourceId: investor,
    rmId: 'rm',
    externalId: 'BIB1',
    sid: 'IDD010112345678',
    ifua: 'IFUA1',
  }
  const bought = {
    type: 'SUBSCRIPTION',
    productCode: fund,
    date: '2026-11-02',
    amount: BOUGHT,
  } as const
  world.simulator.control.seed({ investors: [{ ...history, transactions: [bought] }] })
  await world.owner.query(
    `insert into crm_bib.investor_bank_account (id, company_id, investor_id, bank_code, country, currency, number, number_sealed, number_hash, holder_name, name_match, review)
     values ($1, $2, $3, '014', 'ID', 'IDR', '****6789', $4, '\\x00', 'Siti Rahmawati', 'exact', 'not-needed')`,
    [
      account,
      company,
      investor,
      createSealer('x').seal('123456789', `investor_bank_account.number:${account}`),
    ],
  )
  await world.owner.query(
    `insert into crm_bib.investor_individual (id, company_id, yearly_income) values ($1, $2, '100m-500m')`,
    [investor, company],
  )
  await world.owner.query(
    'update crm_bib.known_user set reviewer_of = array[$2::uuid] where id = $1',
    [people.ratna.id, company],
  )
}

export const subscription = (more: object = {}) => ({
  investorId: investor,
  type: 'subscription' as const,
  productCode: fund,
  amount: '5000000',
  factSheetOffered: true,
  ...more,
})
export const redemption = (more: object = {}) => ({
  investorId: investor,
  type: 'redemption' as const,
  productCode: fund,
  allUnits: true,
  bankAccountId: account,
  factSheetOffered: true,
  ...more,
})
export const refused = async (work: Promise<unknown>) =>
  await work.then(
    () => ({ code: 'done', errors: undefined, detail: undefined }),
    ({ code, errors, detail }: Problem) => ({ code, errors, detail }),
  )
export const codes = async (works: Promise<unknown>[]) =>
  (await Promise.all(works.map(refused))).map(({ code }) => code).toSorted()
