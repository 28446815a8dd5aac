// What the three long lists share: totals, filters with several statuses, periods, sort orders, and
// the holder of a case.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daysBefore } from '@rmtools/contracts/crm/figures'
import { company, createCrmWorld, people, type CrmWorld } from './crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  // One a day, alternately at 16:30 and 17:30 UTC: 23:30 of that day and 00:30 of the next in
  // Jakarta.
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, created_at)
     select $1, case when i % 2 = 0 then $2::uuid else $3::uuid end, 'Lead ' || i, '+62812' || lpad(i::text, 8, '0'),
       (array['new', 'contacted', 'qualified'])[1 + i % 3], '2026-03-01 16:30Z'::timestamptz + (i / 2) * interval '1 day' + (i % 2) * interval '1 hour'
     from generate_series(0, 29) i`,
    [company, people.rina.id, people.oscar.id],
  )
  await world.rows(
    `insert into crm_bib.investor (company_id, rm_id, kind, status, display_name, is_pep, submitted_at, claimed_by, claimed_at)
     select $1, $2, 'individual', 'submitted', 'Investor ' || i, i = 0, now(), claims[1 + i]::uuid,
       case when i = 3 then $3::timestamptz - interval '31 minutes' else $3::timestamptz end
     from generate_series(0, 3) i, (values (array[null, $4, $5, $4])) c (claims)`,
    [company, people.rina.id, world.time.now, people.ratna.id, people.ani.id],
  )
})
afterAll(async () => await world[Symbol.asyncDispose]())

const names = (page: { items: { fullName: string }[] }) =>
  page.items.map(({ fullName }) => fullName)

describe('a total', () => {
  test('is returned on request, for the filtered rows that the caller may see', async () => {
    expect(await world.as('ani').leads.list()).not.toHaveProperty('total')
    expect((await world.as('ani').leads.list({ count: true, limit: 1 })).total).toEqual({
      count: 30,
      isCapped: false,
    })
    expect((await world.as('ani').leads.list({ count: true, status: 'new' })).total).toEqual({
      count: 10,
      isCapped: false,
    })
    expect((await world.as('rina').leads.list({ count: true })).total).toEqual({
      count: 15,
      isCapped: false,
    })
    expect(
      (await world.as('rina').leads.list({ count: true, rmId: people.oscar.id })).total,
    ).toEqual({ count: 15, isCapped: false })
    expect((await world.as('fitri').leads.list({ count: true })).total).toEqual({
      count: 0,
      isCapped: false,
    })
    expect((await world.as('ratna').investors.list({ count: true, order: 'queue' })).total).toEqual(
      { count: 4, isCapped: false },
    )
    expect((await world.as('ratna').instructions.list({ count: true })).total).toEqual({
      count: 0,
      isCapped: false,
    })
  })

  test('stops at 10,000 and says so', async () => {
    await world.rows(
      `insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, nav_date, risk_level, licence_number)
       select $1, $2, (select id from crm_bib.investor limit 1), 'subscription', (array['settled', 'paid', 'draft'])[1 + i % 3], 'KAS', '{"name":"Kas"}', 'IDR', 1, 0, '2026-11-23', 1, 'W'
       from generate_series(1, 12000) i`,
      [company, people.rina.id],
    )
    const of = async (input: object) =>
      (await world.as('ratna').instructions.list({ count: true, limit: 1, ...input })).total
    expect(await of({})).toEqual({ count: 10_000, isCapped: true })
    expect(await of({ statuses: 'settled,paid' })).toEqual({ count: 8000, isCapped: false })
    expect(await of({ status: 'draft' })).toEqual({ count: 4000, isCapped: false })
  })
})

describe('several statuses', () => {
  test('are one list in order, paged through once', async () => {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await world
        .as('ani')
        .leads.list({ statuses: 'new,qualified', limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...names(page))
      cursor = page.nextCursor
    } while (cursor !== null)
    const expected = Array.from({ length: 30 }, (_, i) => 29 - i).filter((i) => i % 3 !== 1)
    expect(seen).toEqual(expected.map((i) => `Lead ${i}`))
  })

  test('are checked, and one named twice counts once', async () => {
    await expect(world.as('ani').leads.list({ statuses: 'new,bought' })).rejects.toMatchObject({
      status: 400,
    })
    expect(
      (await world.as('ani').leads.list({ statuses: 'new,new', count: true })).total?.count,
    ).toBe(10)
  })
})

test('a period is in days of Jakarta, both included', async () => {
  // 00:30 in Jakarta on the 2nd (lead 1), and 23:30 on the 2nd (lead 2).
  const page = await world
    .as('ani')
    .leads.list({ from: '2026-03-02', to: '2026-03-02', order: 'oldest' })
  expect(names(page)).toEqual(['Lead 1', 'Lead 2'])
  expect(names(await world.as('ani').leads.list({ to: '2026-03-01' }))).toEqual(['Lead 0'])
  await expect(world.as('ani').leads.list({ from: '2026-02-30' })).rejects.toMatchObject({
    status: 400,
  })
})

test('the oldest come first when asked, page after page', async () => {
  const first = await world.as('rina').leads.list({ order: 'oldest', limit: 2 })
  const second = await world
    .as('rina')
    .leads.list({ order: 'oldest', limit: 2, cursor: first.nextCursor ?? '' })
  expect([...names(first), ...names(second)]).toEqual(['Lead 0', 'Lead 2', 'Lead 4', 'Lead 6'])
})

test('cases can be filtered by their current holder: an expired claim does not count', async () => {
  const of = async (claimed: 'mine' | 'others' | 'none') =>
    (await world.as('ratna').investors.list({ order: 'queue', claimed })).items
      .map(({ displayName }) => displayName)
      .toSorted()
  expect(await of('mine')).toEqual(['Investor 1'])
  expect(await of('others')).toEqual(['Investor 2'])
  expect(await of('none')).toEqual(['Investor 0', 'Investor 3'])
  expect(
    (await world.as('ratna').investors.list({ isPep: true })).items.map(
      ({ displayName }) => displayName,
    ),
  ).toEqual(['Investor 0'])
  expect((await world.as('ratna').investors.list({ isPep: false, count: true })).total?.count).toBe(
    3,
  )
})

test('cases can be filtered by the age of their status, as the home screen counts them', async () => {
  await world.rows(
    `update crm_bib.investor set submitted_at = case display_name when 'Investor 0' then $1::timestamptz - interval '4 days' else $1::timestamptz end`,
    [world.time.now],
  )
  const waitingBefore = daysBefore(new Date(world.time.now), 3)
  const { items, total } = await world
    .as('ratna')
    .investors.list({ statuses: 'submitted', waitingBefore, count: true })
  expect([items.map(({ displayName }) => displayName), total?.count]).toEqual([['Investor 0'], 1])
  await expect(
    world.as('ratna').investors.list({ waitingBefore: '2026-11-25' }),
  ).rejects.toMatchObject({ status: 400 })
})
