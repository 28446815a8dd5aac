import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
let lead: { id: string; version: number }
let other: { id: string }
beforeAll(async () => {
  world = await createCrmWorld()
  lead = (await world.as('rina').leads.create({ fullName: 'Dewi', phone: '081200000001' })).lead
  other = (await world.as('oscar').leads.create({ fullName: 'Bayu', phone: '081200000002' })).lead
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )

test('an activity is stored with author and time, and with the next follow-up', async () => {
  const happenedAt = '2026-11-20T02:00:00.000Z'
  const nextFollowUpAt = '2026-12-01T02:00:00.000Z'
  const { id } = (await world.as('rina').leads.create({ fullName: 'Sari', phone: '081200000003' }))
    .lead
  const entry = await world.as('rina').leadActivities.create({
    id,
    kind: 'call',
    text: 'Tertarik obligasi',
    happenedAt,
    nextFollowUpAt,
  })
  expect(entry).toMatchObject({
    kind: 'call',
    text: 'Tertarik obligasi',
    happenedAt,
    authorId: people.rina.id,
    authorName: 'rina',
    leadId: id,
  })
  expect(await world.as('rina').leads.get({ id })).toMatchObject({ nextFollowUpAt, version: 2 })
  await world
    .as('rina')
    .leadActivities.create({ id, kind: 'note', text: 'Nanti saja', nextFollowUpAt: null })
  expect(await world.as('rina').leads.get({ id })).toMatchObject({
    nextFollowUpAt: null,
    version: 3,
  })
})

test('made offline brings its own id; sent again it is one entry and changes the lead once', async () => {
  const { id } = (await world.as('rina').leads.create({ fullName: 'Tono', phone: '081200000004' }))
    .lead
  const entry = {
    id,
    activityId: crypto.randomUUID(),
    kind: 'meeting',
    text: 'Bertemu',
    nextFollowUpAt: '2026-12-02T02:00:00.000Z',
  } as const
  const first = await world.as('rina').leadActivities.create(entry)
  expect(await world.as('rina').leadActivities.create(entry)).toEqual(first)
  expect((await world.as('rina').leadActivities.list({ id })).items).toHaveLength(1)
  expect((await world.as('rina').leads.get({ id })).version).toBe(2)
})

test("SECURITY 22: an id that belongs to another RM's time line is taken, and says nothing of it", async () => {
  const theirs = await world
    .as('oscar')
    .leadActivities.create({ id: other.id, kind: 'note', text: 'Rahasia' })
  expect(
    await refused(
      world.as('rina').leadActivities.create({
        id: lead.id,
        activityId: theirs.id,
        kind: 'note',
        text: 'Milik siapa',
      }),
    ),
  ).toEqual([409, 'activity-id-taken'])
})

test("SECURITY 22: the time line of another RM's or company's lead is 404, to read and to write", async () => {
  for (const name of ['rina', 'fajar', 'fitri'] as const) {
    expect([name, await refused(world.as(name).leadActivities.list({ id: other.id }))]).toEqual([
      name,
      [404, 'not-found'],
    ])
    expect([
      name,
      await refused(
        world.as(name).leadActivities.create({ id: other.id, kind: 'note', text: 'x' }),
      ),
    ]).toEqual([name, [404, 'not-found']])
  }
  expect((await world.as('agus').leadActivities.list({ id: other.id })).items).toHaveLength(1)
})

test('SECURITY 40: 20 in parallel with one key are one entry', async () => {
  const idempotencyKey = crypto.randomUUID()
  const entry = { id: lead.id, kind: 'note', text: 'Dua puluh kali' } as const
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      async () => await world.as('rina').leadActivities.create(entry, { idempotencyKey }),
    ),
  )
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  const { items } = await world.as('rina').leadActivities.list({ id: lead.id })
  expect(items.filter(({ text }) => text === entry.text)).toHaveLength(1)
})

test('the time line pages, newest first', async () => {
  const { id } = (
    await world.as('rina').leads.create({ fullName: 'Halaman', phone: '081200000005' })
  ).lead
  for (let i = 0; i < 5; i++)
    await world.as('rina').leadActivities.create({ id, kind: 'note', text: String(i) })
  const first = await world.as('rina').leadActivities.list({ id, limit: 3 })
  const rest = await world
    .as('rina')
    .leadActivities.list({ id, limit: 3, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest.items].map(({ text }) => text)).toEqual(['4', '3', '2', '1', '0'])
  expect(rest.nextCursor).toBeNull()
})
