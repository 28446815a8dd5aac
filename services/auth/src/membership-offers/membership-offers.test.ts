import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAdministration, type Signed } from '../testing/administration.ts'
import type { AuthWorld } from '../testing/auth-world.ts'
import { isOut, refused } from '../testing/refusals.ts'

let world: AuthWorld
let company: string
let admin: Signed
let platform: Signed
beforeAll(async () => void ({ world, company, admin, platform } = await createAdministration()))
afterAll(async () => await world[Symbol.asyncDispose]())

test('SECURITY 15, 56: another company is offered by the platform only, counts once the person accepts, and ends the other sessions', async () => {
  const second = await world.addCompany('Second')
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  expect(
    await refused(admin.api.companies.addMember({ id: second, email: user.email, role: 'rm' })),
  ).toBe('403 forbidden')
  expect(
    await refused(
      platform.api.companies.addMember({ id: second, email: user.email, role: 'platform-admin' }),
    ),
  ).toBe('422 role-unknown')
  const add = async () =>
    await platform.api.companies.addMember({ id: second, email: user.email, role: 'rm' })
  await add()
  expect(await refused(add())).toBe('409 membership-offered')
  const here = await world.signIn(user)
  expect((await here.api.account.companyIds()).items).toHaveLength(1)
  expect(await refused(here.api.sessions.switchCompany({ companyId: second }))).toBe(
    '404 not-found',
  )
  expect((await platform.api.companies.members({ id: second })).items).toEqual([])
  const [offer] = (await here.api.membershipOffers.list()).items
  expect(offer).toMatchObject({ companyId: second, companyName: 'Second', role: 'rm' })
  const accept = { id: offer?.id ?? '', decision: 'accept' } as const
  expect(await refused(admin.api.membershipOffers.acceptOrDecline(accept))).toBe('404 not-found')
  await here.api.membershipOffers.acceptOrDecline(accept)
  await isOut(world, signedIn.token)
  expect((await here.api.account.companyIds()).items).toHaveLength(2)
  expect(await refused(here.api.membershipOffers.acceptOrDecline(accept))).toBe('409 wrong-state')
  expect(await refused(add())).toBe('409 member-already')
})

test('SECURITY 56: nobody of the platform gets into a company by a membership, and its administrators are notified of everybody else', async () => {
  const there = await world.addCompany('Terjaga')
  const itsAdmin = await world.signIn(await world.addUser(there, 'company-admin'))
  const add = async (email: string) =>
    await platform.api.companies.addMember({ id: there, email, role: 'company-admin' })
  const own = (await platform.api.account.me()).email ?? ''
  expect(await refused(add(own))).toBe('403 own-account')
  const home = (await platform.api.companies.own()).id
  const colleague = await world.addUser(home, 'platform-admin')
  expect(await refused(add(colleague.email))).toBe('403 platform-person')
  const user = await world.addUser(company)
  expect(await add(user.email)).toMatchObject({ waits: true })
  const [asked] = (await itsAdmin.api.pendingAdministration.list()).items
  await itsAdmin.api.pendingAdministration.decide({ id: asked?.id ?? '', decision: 'approve' })
  const kinds = async () =>
    (await itsAdmin.api.notifications.list({})).items
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('user.'))
  expect(await kinds()).toEqual(['user.offered-by-platform'])
  expect((await world.messageTo(user.email, 1, /Terjaga/)).text).toContain('menerima')
  const signedIn = await world.signIn(user)
  const [offer] = (await signedIn.api.membershipOffers.list()).items
  await signedIn.api.membershipOffers.acceptOrDecline({ id: offer?.id ?? '', decision: 'accept' })
  expect(await kinds()).toEqual(['user.added-by-platform', 'user.offered-by-platform'])
})

test('SECURITY 56: who declines, does not answer in time, or came to the platform meanwhile, is put nowhere', async () => {
  const there = await world.addCompany('Ditolak')
  const itsAdmin = await world.signIn(await world.addUser(there, 'company-admin'))
  const user = await world.addUser(company)
  const signedIn = await world.signIn(user)
  const offered = async () => {
    await platform.api.companies.addMember({ id: there, email: user.email, role: 'rm' })
    return (await signedIn.api.membershipOffers.list()).items[0]?.id ?? ''
  }
  const declined = await offered()
  await signedIn.api.membershipOffers.acceptOrDecline({ id: declined, decision: 'decline' })
  expect(
    await refused(
      signedIn.api.membershipOffers.acceptOrDecline({ id: declined, decision: 'accept' }),
    ),
  ).toBe('409 wrong-state')
  expect((await itsAdmin.api.notifications.list({})).items[0]?.kind).toBe('user.offer-declined')
  const lapsed = await offered()
  await world.owner
    .run(sql`update membership_offer set offered_at = offered_at - interval '73 hours', expires_at = expires_at - interval '73 hours'
    where id = ${lapsed}`)
  expect((await signedIn.api.membershipOffers.list()).items).toEqual([])
  expect(
    await refused(
      signedIn.api.membershipOffers.acceptOrDecline({ id: lapsed, decision: 'accept' }),
    ),
  ).toBe('409 wrong-state')
  const late = await offered()
  await world.join(user.id, (await platform.api.companies.own()).id, 'platform-admin')
  expect(
    await refused(signedIn.api.membershipOffers.acceptOrDecline({ id: late, decision: 'accept' })),
  ).toBe('403 platform-person')
  expect((await signedIn.api.account.companyIds()).items.map(({ id }) => id)).not.toContain(there)
})
