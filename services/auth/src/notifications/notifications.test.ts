import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAuthWorld, type AuthWorld, type User } from '../testing/auth-world.ts'

let world: AuthWorld
let company: string
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

/**
 * Sends a notification about an investor as crm does; recipients are checked after a later message
 * was sent.
 */
async function tell(user: User, companyId = company): Promise<boolean> {
  const said = { title: 'Investor', text: 'Siti Rahmawati is registered' }
  const news = {
    id: randomUUID(),
    userId: user.id,
    companyId,
    kind: 'investor.registered',
    params: { investorName: 'Siti Rahmawati' },
    link: null,
    email: true,
  }
  return (await world.call('internal.notify', { ...news, message: { id: said, en: said } })).body[
    'isNew'
  ] as boolean
}
const heard = async (...addresses: string[]) => {
  const last = await world.addUser(company)
  await tell(last)
  await world.messageTo(last.email)
  return addresses.map((address) => world.countTo(address))
}
async function withPhone(user: User, pushToken: string) {
  const signedIn = await world.signIn(user)
  await signedIn.api.notifications.subscribe({ pushToken })
  return signedIn
}

test('a phone gets pushes only while somebody is signed in on it', async () => {
  const user = await world.addUser(company)
  const phone = await withPhone(user, 'push-token-of-a-phone-1')
  await tell(user)
  await vi.waitFor(() => expect(world.countTo('push-token-of-a-phone-1')).toBe(1))
  expect((await world.call('sessions.logoutByPost', {}, { token: phone.token })).status).toBe(200)
  expect(await tell(user)).toBe(true)
  // One e-mail about the sign-in and two about the work.
  expect(await heard('push-token-of-a-phone-1', user.email)).toEqual([1, 3])
})

test('a user who has left a company gets no notifications about its investors', async () => {
  const [left, both] = [await world.addUser(company), await world.addUser(company)]
  const other = await world.addCompany()
  await world.join(both.id, other, 'rm')
  for (const { id } of [left, both]) {
    const { version } = await admin.api.users.get({ id })
    await admin.api.users.activeOrDe({ id, decision: 'deactivate', reason: 'left', version })
  }
  expect([await tell(left), await tell(both), await tell(both, other)]).toEqual([
    false,
    false,
    true,
  ])
  expect(await heard(left.email, both.email)).toEqual([0, 1])
  expect(
    (await (await world.signIn(both)).api.notifications.list()).items.map(
      ({ companyId }) => companyId,
    ),
  ).toContain(other)
})

test.each([
  ['is missing', {}],
  ['is misspelt', { investorname: 'Siti' }],
  ['is of another type', { investorName: 7 }],
])(
  'a notification with a parameter that %s is refused with its name, and nobody is notified',
  async (_, params) => {
    const user = await world.addUser(company)
    const news = {
      id: randomUUID(),
      userId: user.id,
      companyId: company,
      kind: 'investor.registered',
      params,
      link: null,
      email: true,
    }
    const { status, body } = await world.call('internal.notify', news)
    expect([status, body['errors']]).toMatchObject([400, [{ pointer: '/params/investorName' }]])
    const { api } = await world.signIn(user)
    expect((await api.notifications.list()).items.map(({ kind }) => kind)).not.toContain(news.kind)
    // There are no words for a kind that this version does not know.
    const unknown = await world.call('internal.notify', { ...news, kind: 'investor.split' })
    expect(unknown.body['isNew']).toBe(true)
  },
)
