import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addInstruction,
  addInvestor,
  company,
  createCrmWorld,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
const investorId = crypto.randomUUID()
beforeAll(async () => {
  world = await createCrmWorld()
  await addInvestor(world, { id: investorId })
})
afterAll(async () => await world[Symbol.asyncDispose]())

test('follow-ups are those due until midnight in Jakarta, and no others’', async () => {
  // It is 10:00 on the 23rd in Jakarta.
  for (const [index, at] of [
    '2026-11-23T02:00:00Z',
    '2026-11-23T16:59:00Z',
    '2026-11-23T17:00:00Z',
  ].entries())
    await world.as('rina').leads.create({
      fullName: `Lead ${index}`,
      phone: `08120000010${index}`,
      nextFollowUpAt: new Date(at).toISOString(),
    })
  const { followUps } = await world.as('rina').agenda.get()
  expect([
    followUps.count,
    followUps.overdue,
    followUps.items.map(({ fullName }) => fullName),
  ]).toEqual([2, 1, ['Lead 0', 'Lead 1']])
  expect((await world.as('oscar').agenda.get()).followUps).toEqual({
    count: 0,
    overdue: 0,
    items: [],
  })
})

test('returned cases come with how many reasons are open', async () => {
  const id = crypto.randomUUID()
  await addInvestor(world, { id, status: 'returned' })
  await world.rows(
    `insert into crm_bib.investor_return_reason (company_id, investor_id, pointer, reason, resolved_at)
     select $1, $2, '/individual/npwp', 'x', case when i = 1 then now() end from generate_series(1, 3) i`,
    [company, id],
  )
  expect((await world.as('rina').agenda.get()).returned).toMatchObject({
    count: 1,
    items: [{ id, displayName: 'Siti Rahmawati', reasons: 2 }],
  })
})

test('instructions that wait, and those that failed lately, are named', async () => {
  const ids = await Promise.all(
    ['awaiting-approval', 'declined', 'rejected', 'settled'].map(async (status) => {
      const id = crypto.randomUUID()
      await addInstruction(world, id, investorId, status)
      return id
    }),
  )
  await world.rows(`update crm_bib.instruction set updated_at = '2026-09-01' where id = $1`, [
    ids[2],
  ])
  const { waiting, failed } = await world.as('rina').agenda.get()
  expect([waiting.count, waiting.items.map(({ id, productName }) => [id, productName])]).toEqual([
    1,
    [[ids[0], 'Andalan Kas']],
  ])
  expect([failed.count, failed.items.map(({ id }) => id)]).toEqual([1, [ids[1]]])
})

test('an RM sees the days until the licence expires', async () => {
  expect((await world.as('rina').agenda.get()).licence).toEqual({
    number: 'WAPERD-rina',
    expiresOn: '2028-12-31',
    daysLeft: 769,
  })
  await world.rows(
    `update crm_bib.known_user set licence_expires_on = '2026-11-22' where id = $1`,
    [people.oscar.id],
  )
  expect((await world.as('oscar').agenda.get()).licence?.daysLeft).toBe(-1)
  await expect(world.as('ani').agenda.get()).rejects.toMatchObject({ status: 403 })
})
