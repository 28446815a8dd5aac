// A count is the same figure everywhere: on the home screen, above the list that it links to, and
// as rows in that list's file.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBefore } from '@rmtools/contracts/crm/figures'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import {
  company,
  createCrmWorld,
  otherCompany,
  people,
  type CrmWorld,
  type PersonName,
} from '../testing/crm-world.ts'

let world: CrmWorld

beforeAll(async () => {
  world = await createCrmWorld()
  for (const [index, [companyId, rmId]] of [
    [company, people.rina.id],
    [company, people.oscar.id],
    [otherCompany, people.fajar.id],
  ].entries()) {
    await world.rows(
      `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, lost_reason, next_follow_up_at)
       select $1, $2, 'Lead ' || i, '+62812' || (10000000 + $3::int * 1000 + i), ($4::text[])[1 + i % $5::int], 'x', $6::timestamptz - interval '1 hour'
       from generate_series(0, 11 + $3::int) i`,
      [companyId, rmId, index, [...leadStatuses], leadStatuses.length, world.time.now],
    )
    await world.rows(
      `insert into crm_bib.investor (company_id, rm_id, kind, status, display_name, submitted_at, reviewed_at, updated_at)
       select $1, $2, 'individual', ($3::text[])[1 + i % $4::int], 'Investor ' || i, t.at, t.at, t.at
       from generate_series(0, 20) i, lateral (select $5::timestamptz - i * interval '13 hours' as at) t`,
      [companyId, rmId, [...investorStatuses], investorStatuses.length, world.time.now],
    )
    await world.rows(
      `insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent,
         nav_date, risk_level, licence_number, created_at, updated_at)
       select $1, $2, (select id from crm_bib.investor where company_id = $1 and rm_id = $2 limit 1), 'subscription', ($3::text[])[1 + i % $4::int],
         'KAS', '{"name":"Kas"}', case when i % 2 = 0 then 'IDR' else 'USD' end, 1, 0, '2026-11-23', 1, 'W', t.at, t.at
       from generate_series(0, 30) i, lateral (select $5::timestamptz - i * interval '7 hours' as at) t`,
      [companyId, rmId, [...instructionStatuses], instructionStatuses.length, world.time.now],
    )
  }
})
afterAll(async () => await world[Symbol.asyncDispose]())

const linesOf = (csv: Uint8Array) => Buffer.from(csv).toString().trim().split('\r\n').length - 1
/** One of each kind: the own book, a company, a reviewer, and two companies at once. */
const readers: PersonName[] = ['rina', 'ani', 'ratna', 'fitri', 'both']

describe.each(readers)('what %s counts', (who) => {
  test('in a status is what the list says and its file has', async () => {
    const api = world.as(who)
    const counts = await api.figures.counts()
    expect(counts.leads.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(10)
    const wrong = []
    for (const { status, count } of counts.leads) {
      const total = (await api.leads.list({ status, count: true, limit: 1 })).total?.count
      if (total !== count) wrong.push(['lead', status, count, total])
    }
    for (const { status, count } of counts.investors) {
      const total = (await api.investors.list({ status, count: true, limit: 1 })).total?.count
      if (total !== count) wrong.push(['investor', status, count, total])
    }
    for (const { status, count } of counts.instructions) {
      const total = (await api.instructions.list({ status, count: true, limit: 1 })).total?.count
      if (total !== count) wrong.push(['instruction', status, count, total])
    }
    expect(wrong).toEqual([])
  })

  test('in all is as many lines as the files have', async () => {
    const api = world.as(who)
    const { leads, investors, instructions } = await api.figures.counts()
    const inAll = (counts: readonly { count: number }[]) =>
      counts.reduce((sum, { count }) => sum + count, 0)
    // A reviewer may not export leads.
    if (who !== 'ratna') expect(linesOf(await api.leads.export())).toBe(inAll(leads))
    expect([
      linesOf(await api.investors.export()),
      linesOf(await api.instructions.export()),
    ]).toEqual([inAll(investors), inAll(instructions)])
  })

  test('by age and by day is what the list behind it says', async () => {
    const api = world.as(who)
    const { investors, instructionDays } = await api.figures.counts({ days: 5 })
    const wrong = []
    for (const { status, overOneDay, overThreeDays, overSevenDays } of investors)
      for (const [days, count] of [
        [1, overOneDay],
        [3, overThreeDays],
        [7, overSevenDays],
      ] as const) {
        const waitingBefore = daysBefore(world.time.now, days)
        const total = (await api.investors.list({ status, waitingBefore, count: true, limit: 1 }))
          .total?.count
        if (total !== count) wrong.push([status, days, count, total])
      }
    for (const { date, count } of instructionDays) {
      const total = (await api.instructions.list({ from: date, to: date, count: true, limit: 1 }))
        .total?.count
      if (total !== count) wrong.push([date, count, total])
    }
    expect(wrong).toEqual([])
  })
})

test('what waits for an RM today is what the lists say: a lead that is lost or converted is followed up no more', async () => {
  const api = world.as('rina')
  const { followUps, returned, waiting } = await api.agenda.get()
  const dayEnd = '2026-11-23T17:00:00.000Z'
  expect({
    followUps: (await api.leads.list({ followUpBefore: dayEnd, count: true })).total?.count,
    returned: (await api.investors.list({ status: 'returned', count: true })).total?.count,
    waiting: (await api.instructions.list({ status: 'awaiting-approval', count: true })).total
      ?.count,
  }).toEqual({ followUps: followUps.count, returned: returned.count, waiting: waiting.count })
  expect(followUps.count).toBeGreaterThan(3)
})
