import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

/** Runs the daily job on a day, `times` times, and returns the notifications. */
async function runOn(day: string, times = 1): Promise<unknown[]> {
  world.time.now = new Date(`${day}T01:00:00.000Z`)
  await world.rows('delete from crm_jobs._private_jobs')
  for (let i = 0; i < times; i++) await world.work('licence-remind')
  const jobs = await world.jobs<{ userId: string; kind: string; params: { daysLeft: number } }>(
    'notify',
  )
  return jobs.map(({ payload }) => [payload.userId, payload.kind, payload.params.daysLeft])
}
const expire = async (id: string, day: string) =>
  await world.rows('update crm_bib.known_user set licence_expires_on = $2 where id = $1', [id, day])
const both = (days: number) => [
  [people.rina.id, 'licence.expiring', days],
  [people.ani.id, 'licence.expiring-of-rm', days],
]

test('the RM and the company admins are reminded 90, 30 and 7 days before, once each', async () => {
  await expire(people.rina.id, '2027-06-30')
  expect(await runOn('2027-03-31')).toEqual([])
  expect(await runOn('2027-04-01', 3)).toEqual(both(90))
  expect(await runOn('2027-04-02')).toEqual([])
  expect(await runOn('2027-05-31')).toEqual(both(30))
  expect(await runOn('2027-06-23')).toEqual(both(7))
  expect(await runOn('2027-06-30')).toEqual([])
})

test('a missed day is made up for, and a past threshold is skipped', async () => {
  await expire(people.rina.id, '2027-12-31')
  expect(await runOn('2027-12-06')).toEqual(both(25))
  expect(await runOn('2027-12-07')).toEqual([])
  expect(await runOn('2027-12-28')).toEqual(both(3))
})

test('a renewed licence has its own reminders, an ended one and an inactive RM have none', async () => {
  await expire(people.rina.id, '2028-12-30')
  expect(await runOn('2028-10-01')).toEqual(both(90))
  await expire(people.rina.id, '2028-09-30')
  expect(await runOn('2028-10-01')).toEqual([])
  await expire(people.rina.id, '2029-01-05')
  await world.rows(`update crm_bib.known_user set status = 'inactive' where id = $1`, [
    people.rina.id,
  ])
  expect(await runOn('2028-12-31')).not.toContainEqual(expect.arrayContaining([people.rina.id]))
  await world.rows(`update crm_bib.known_user set status = 'active' where id = $1`, [
    people.rina.id,
  ])
})

test('it says which licence, until when, in words, and goes to auth as it takes it', async () => {
  await expire(people.oscar.id, '2029-05-30')
  await runOn('2029-05-25')
  const jobs = (await world.jobs('notify')).filter(
    ({ payload }) => (payload['params'] as { rmId: string }).rmId === people.oscar.id,
  )
  expect(jobs[0]?.payload).toMatchObject({
    companyId: company,
    params: {
      rmName: 'oscar',
      licenceNumber: 'WAPERD-oscar',
      licenceExpiresOn: '2029-05-30',
      daysLeft: 5,
    },
    message: { en: { text: 'Your licence ends in 5 days (2029-05-30).' } },
  })
  for (const { payload } of jobs) await world.work('notify', payload)
  expect(world.told.map(({ userId }) => userId)).toEqual([people.oscar.id, people.ani.id])
})

test('SECURITY 26: no tenant may see what was sent', async () => {
  expect((await world.rows('select 1 from crm_bib.licence_reminder')).length).toBeGreaterThan(0)
  expect(await world.asService('select 1 from crm_bib.licence_reminder', company)).toEqual([])
})
