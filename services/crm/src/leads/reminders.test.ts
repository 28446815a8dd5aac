import { afterAll, beforeAll, expect, test } from 'vitest'
import { addInvestor, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

let number = 0
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const createLead = async (nextFollowUpAt: string | null) =>
  (
    await world.as('rina').leads.create({
      fullName: 'Dewi',
      phone: `+62813000${String(++number).padStart(5, '0')}`,
      nextFollowUpAt,
    })
  ).lead
type Reminder = { companyId: string; leadId: string; at: string }
const remindersOf = async (id: string) =>
  (await world.jobs<Reminder>('lead.remind')).filter(({ payload }) => payload.leadId === id)
const newsOf = async (id: string) =>
  (await world.jobs('notify')).filter(({ payload }) => payload['link'] === `/leads/${id}`)

test('a follow-up is reminded of once, then, also when the job runs twice', async () => {
  const at = inDays(3)
  const { id } = await createLead(at)
  const [reminder, ...others] = await remindersOf(id)
  expect([others.length, reminder?.runAt.toISOString()]).toEqual([0, at])
  await world.work('lead.remind', reminder?.payload)
  await world.work('lead.remind', reminder?.payload)
  const news = await newsOf(id)
  expect(news[0]?.payload).toMatchObject({
    userId: people.rina.id,
    kind: 'lead.follow-up',
    params: { leadName: 'Dewi' },
  })
  // auth accepts an id once.
  expect(new Set(news.map(({ payload }) => payload['id'])).size).toBe(1)
  for (const { payload } of news) await world.work('notify', payload)
  expect(world.told.map(({ kind }) => kind)).toContain('lead.follow-up')
})

test('it moves with the follow-up, goes with it, and a job of an earlier plan says nothing', async () => {
  const { id } = await createLead(inDays(3))
  const [stale] = await remindersOf(id)
  const moved = inDays(5)
  await world.as('rina').leads.update({ id, version: 1, nextFollowUpAt: moved })
  expect((await remindersOf(id)).map(({ runAt }) => runAt.toISOString())).toEqual([moved])
  await world.work('lead.remind', stale?.payload)
  expect(await newsOf(id)).toEqual([])
  await world.as('rina').leads.update({ id, version: 2, nextFollowUpAt: null })
  expect(await remindersOf(id)).toEqual([])
})

test('the time line plans it too', async () => {
  const { id } = await createLead(null)
  expect(await remindersOf(id)).toEqual([])
  await world
    .as('rina')
    .leadActivities.create({ id, kind: 'call', text: 'Telepon lagi', nextFollowUpAt: inDays(2) })
  expect(await remindersOf(id)).toHaveLength(1)
})

test('no reminder of a lead that was lost, converted or removed; one that is reopened has it again', async () => {
  const lost = await createLead(inDays(3))
  await world
    .as('rina')
    .leads.update({ id: lost.id, version: 1, status: 'lost', lostReason: 'Deposito' })
  expect(await remindersOf(lost.id)).toEqual([])
  await world.as('rina').leads.update({ id: lost.id, version: 2, status: 'contacted' })
  expect(await remindersOf(lost.id)).toHaveLength(1)

  const converted = await createLead(inDays(3))
  const [job] = await remindersOf(converted.id)
  const { id } = await world
    .as('rina')
    .investors.create({ kind: 'individual', fullName: 'Dewi', leadId: converted.id })
  expect([id.length, await remindersOf(converted.id)]).toEqual([36, []])
  await world.work('lead.remind', job?.payload)
  expect(await newsOf(converted.id)).toEqual([])

  const removed = await createLead(inDays(3))
  await world.as('rina').leads.remove({ id: removed.id, version: 1 })
  expect(await remindersOf(removed.id)).toEqual([])
})

test('a follow-up in the past needs no reminder', async () => {
  const { id } = await createLead('2026-01-01T00:00:00.000Z')
  expect(await remindersOf(id)).toEqual([])
})

test('after a hand-over the new RM is reminded', async () => {
  const { id } = await createLead(inDays(3))
  await addInvestor(world, { id: crypto.randomUUID() })
  const [reminder] = await remindersOf(id)
  await world.as('ani').handovers.create({
    fromRmId: people.rina.id,
    toRmId: people.oscar.id,
    what: 'selected',
    leadIds: [id],
    reason: 'Cuti',
  })
  await world.work('lead.remind', reminder?.payload)
  expect((await newsOf(id)).map(({ payload }) => payload['userId'])).toEqual([people.oscar.id])
})
