import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAuthWorld, type AuthWorld, type User } from '../testing/auth-world.ts'
import { person, twoPeople, type SignedIn, type TwoPeople } from '../testing/two-people.ts'
import { refused } from '../testing/refusals.ts'

let world: AuthWorld
let here: TwoPeople
beforeAll(async () => void (world = await createAuthWorld()))
beforeEach(async () => void (here = await twoPeople(world)))
afterAll(async () => await world[Symbol.asyncDispose]())

describe('SECURITY 56, 58: the people of the platform', () => {
  let platformUser: User
  let platform: SignedIn
  beforeEach(async () => {
    const home =
      (
        await world.owner.one(
          sql<{ id: string }>`select id from auth_company where kind = 'platform'`,
        )
      )?.id ?? (await world.addCompany('Platform'))
    await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
    platformUser = await world.addUser(home, 'platform-admin')
    platform = await world.signIn(platformUser)
  })
  /** Grants the platform user administrator access to the company. */
  const letIn = async (admin: SignedIn) => {
    const { id } = await platform.api.platformAccess.open({
      id: here.company,
      reason: 'Ticket',
      hours: 2,
    })
    await admin.api.platformAccess.agree({ id })
    const { accessToken = '' } = await platform.api.sessions.switchCompany({
      companyId: here.company,
    })
    return { api: world.api({ token: accessToken }) }
  }

  test('let in for a while are no second person, and no other who could agree', async () => {
    const guest = await letIn(here.first)
    await here.first.api.users.create(person())
    const id = await here.only()
    expect((await guest.api.pendingAdministration.list()).items).toHaveLength(1)
    expect(await here.approve(id, guest)).toBe('403 own-people-decide')
    expect(
      await refused(
        guest.api.pendingAdministration.decide({ id, decision: 'reject', reason: 'x' }),
      ),
    ).toBe('403 own-people-decide')
    await here.goesAway()
    expect(await here.first.api.users.create(person())).toMatchObject({ waits: false })
  })

  test('let in for a while wait for the company, also where it has nobody: being the only administrator is not enough', async () => {
    const guest = await letIn(here.first)
    expect(await guest.api.users.create(person())).toMatchObject({ waits: true })
    expect(await here.kindsOf(here.first)).toEqual(['change.waiting'])
    await world.owner.run(
      sql`update auth_membership set is_active = false where company_id = ${here.company}`,
    )
    expect(await guest.api.users.create(person())).toMatchObject({ waits: true })
  })

  test('change settings that touch money, and offer a role with powers, once somebody of the company has approved', async () => {
    const { version } = await platform.api.companies.get({ id: here.company })
    const changed = await platform.api.companies.update({
      id: here.company,
      version,
      changes: { name: 'Dua Orang Baru', settings: { orderCap: '9' } },
    })
    expect(changed).toMatchObject({
      name: 'Dua Orang Baru',
      waits: true,
      settings: { orderCap: null },
    })
    const [change] = await here.waiting()
    expect(change).toMatchObject({
      kind: 'company-settings',
      askedBy: platformUser.id,
      askedByName: expect.stringMatching(/^Person/),
    })
    expect(await here.approve(await here.only())).toBe('ok')
    expect((await here.first.api.companies.own()).settings.orderCap).toBe('9')

    const elsewhere = await world.addUser(await world.addCompany('Asal'), 'rm')
    const offer = { id: here.company, email: elsewhere.email }
    expect(
      await platform.api.companies.addMember({ ...offer, role: 'company-admin' }),
    ).toMatchObject({ userId: elsewhere.id, waits: true })
    const them = await world.signIn(elsewhere)
    expect((await them.api.membershipOffers.list()).items).toEqual([])
    expect(await here.approve(await here.only())).toBe('ok')
    expect((await them.api.membershipOffers.list()).items).toMatchObject([
      { role: 'company-admin', companyId: here.company },
    ])
    expect(await refused(platform.api.companies.addMember({ ...offer, role: 'rm' }))).toBe(
      '409 membership-offered',
    )
  })

  test('set up a company in which nobody could approve yet', async () => {
    const empty = await world.addCompany('Baru')
    const { version } = await platform.api.companies.get({ id: empty })
    const settings = { bibTenant: 'BARU-1', orderCap: '9' }
    expect(
      await platform.api.companies.update({ id: empty, version, changes: { settings } }),
    ).toMatchObject({ waits: false, settings })
    expect(
      await world.owner.one(sql`select decision from pending_change where company_id = ${empty}`),
    ).toEqual({ decision: 'alone' })
  })
})
