// A company with two administrators: one asks for a change, and the other decides.
import { sql } from '@rmtools/kit/db'
import type { AuthWorld, User } from './auth-world.ts'
import { refused } from './refusals.ts'

export type SignedIn = Awaited<ReturnType<AuthWorld['signIn']>>
type Caller = Pick<SignedIn, 'api'>

let count = 0
export const person = (role = 'company-admin') => ({
  fullName: 'Calon Admin',
  email: `calon-${++count}@example.co.id`,
  role,
})

export type TwoPeople = Awaited<ReturnType<typeof twoPeople>>

export async function twoPeople(world: AuthWorld) {
  const company = await world.addCompany('Dua Orang')
  const [firstUser, secondUser]: [User, User] = [
    await world.addUser(company, 'company-admin'),
    await world.addUser(company, 'company-admin'),
  ]
  const [first, second] = [await world.signIn(firstUser), await world.signIn(secondUser)]
  const waiting = async ({ api }: Caller = second) => (await api.pendingAdministration.list()).items
  return {
    /** An administrator's permissions. */
    permissions: (await first.api.account.me()).permissions,
    company,
    firstUser,
    secondUser,
    first,
    second,
    waiting,
    /** The id of the only waiting change. */
    only: async () => {
      const [item, ...others] = await waiting()
      if (!item || others.length > 0)
        throw new Error(`${others.length + (item ? 1 : 0)} changes wait`)
      return item.id
    },
    approve: async (id: string, { api }: Caller = second) =>
      await refused(api.pendingAdministration.decide({ id, decision: 'approve' })),
    roleOf: async (id: string) => (await first.api.users.get({ id })).role,
    give: async (id: string, role: string) => {
      const { version } = await first.api.users.get({ id })
      return await first.api.users.update({ id, version, changes: { role } })
    },
    change: async (changes: object, { api }: Caller = first) => {
      const { version, settings } = await api.companies.own()
      return await api.companies.updateOwn({ version, settings: { ...settings, ...changes } })
    },
    kindsOf: async ({ api }: Caller) =>
      (await api.notifications.list({})).items
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('change.')),
    decisions: async () =>
      await world.owner.all(sql<{ kind: string; decision: string | null }>`
        select kind, decision from pending_change where company_id = ${company} order by asked_at, id`),
    /** Deactivates the second administrator. */
    goesAway: async () =>
      void (await world.owner.run(
        sql`update auth_membership set is_active = false where user_id = ${secondUser.id} and company_id = ${company}`,
      )),
  }
}
