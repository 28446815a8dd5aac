// The platform's lists of companies and of their staff.
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let platform: Awaited<ReturnType<AuthWorld['signIn']>>['api']
beforeAll(async () => {
  world = await createAuthWorld()
  const home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
  platform = (await world.signIn(await world.addUser(home, 'platform-admin'))).api
})
afterAll(async () => await world[Symbol.asyncDispose]())

test('companies come page by page, and can be limited to active ones', async () => {
  const [first, second] = [await world.addCompany('Anggrek'), await world.addCompany('Melati')]
  await world.owner.run(sql`update auth_company set is_active = false where id = ${second}`)
  const page = await platform.companies.list({ limit: 1 })
  expect(page.items.map(({ id }) => id)).toEqual([second])
  const next = await platform.companies.list({ limit: 1, cursor: page.nextCursor ?? '' })
  expect(next.items.map(({ id }) => id)).toEqual([first])
  const named = async (isActive: boolean) =>
    (await platform.companies.list({ isActive })).items.map(({ id }) => id)
  expect(await named(false)).toEqual([second])
  expect(await named(true)).toEqual([first])
})

test('members are found by a part of the name or the address', async () => {
  const id = await world.addCompany('Kenanga')
  const [user, other] = [await world.addUser(id), await world.addUser(id)]
  const found = async (search: string) =>
    (await platform.companies.members({ id, search })).items.map((member) => member.id)
  expect(await found(user.email.toUpperCase())).toEqual([user.id])
  expect(await found(other.email.slice(1))).toEqual([other.id])
  expect(await found('nobody of this name')).toEqual([])
})
