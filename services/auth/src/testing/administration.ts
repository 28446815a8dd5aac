// auth with a company, its administrator, and one of the platform.
import { sql } from '@rmtools/kit/db'
import { createAuthWorld, type AuthWorld } from './auth-world.ts'

export type Signed = Awaited<ReturnType<AuthWorld['signIn']>>

/** Starts it. */
export async function createAdministration() {
  const world = await createAuthWorld()
  const company = await world.addCompany('Sinar Fortuna')
  const admin = await world.signIn(await world.addUser(company, 'company-admin'))
  const home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
  const platform = await world.signIn(await world.addUser(home, 'platform-admin'))
  return { world, company, admin, platform }
}
