// Disclosures are limited per person and day; the company's administrators are alerted before the
// limit.
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
beforeAll(async () => {
  world = await createAuthWorld({ EXPORTS_PER_DAY: '3', EXPORTS_ALARM_AT: '2' })
  company = await world.addCompany()
})
afterAll(async () => await world[Symbol.asyncDispose]())

const HOURS = 3600
const statusesOf = async (token: string, times: number, input = {}) =>
  (
    await Promise.all(
      Array.from({ length: times }, async () => await world.call('audit.export', input, { token })),
    )
  ).map(({ status }) => status)

describe('SECURITY 61: exports by person and day', () => {
  test('are as many as the limit says, however many are asked for at once, and again after midnight in Jakarta', async () => {
    const user = await world.addUser(company, 'company-admin')
    const { token, api } = await world.signIn(user)
    // 10:00 WIB. A refused disclosure is not counted.
    expect(await statusesOf(token, 2, { from: 'yesterday' })).toEqual([400, 400])
    expect((await statusesOf(token, 8)).toSorted()).toEqual([
      200, 200, 200, 429, 429, 429, 429, 429,
    ])
    const refused = await world.call('audit.export', {}, { token })
    expect(refused.body.type).toContain('too-many-exports')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(13 * HOURS)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(14 * HOURS)
    // The trail only contains what was disclosed.
    const noted = await world.owner.one(sql<{ count: number }>`
      select count(*)::int as count from auth_user_action_log where actor_id = ${user.id} and action = 'export'`)
    expect(noted?.count).toBe(3)
    // All other operations still work, and so do those of other people.
    expect((await api.audit.trail({})).items.length).toBeGreaterThan(0)
    const other = await world.signIn(await world.addUser(company, 'company-admin'))
    expect(await statusesOf(other.token, 1)).toEqual([200])
    world.pass(14 * HOURS)
    const tomorrow = (await world.signIn(user)).token
    expect(await statusesOf(tomorrow, 1)).toEqual([200])
  })

  test('are reported to the administrators of the company once a day, with person, kind and count', async () => {
    const here = await world.addCompany('Bahari')
    const admin = await world.addUser(here, 'company-admin')
    const user = await world.addUser(here, 'auditor')
    const stranger = await world.signIn(
      await world.addUser(await world.addCompany('Lain'), 'company-admin'),
    )
    const { token } = await world.signIn(user)
    expect((await statusesOf(token, 5)).filter((status) => status === 200)).toHaveLength(3)
    const alarms = async (api: typeof stranger.api) =>
      (await api.notifications.list({})).items.filter(
        ({ kind }) => kind === 'security.many-exports',
      )
    const told = await alarms((await world.signIn(admin)).api)
    expect(told).toMatchObject([
      { companyId: here, params: { count: '2' }, link: `/users/${user.id}` },
    ])
    expect(told).toMatchObject([{ params: { name: expect.stringMatching(/^Person \d{4}$/) } }])
    expect(await alarms(stranger.api)).toEqual([])
    expect(
      world.logged.filter((line) => line.includes('one person discloses much personal data today')),
    ).not.toEqual([])
  })
})
