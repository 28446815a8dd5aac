// End to end for every setting of a company: default, change by the company and by the platform, a
// change by an older console, projection to crm, audit trail.
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  companyDescription,
  companyPresets,
  companySettingNames,
  type CompanyControl,
  type CompanySetting,
} from '@rmtools/contracts/auth/company-fields'
import type { CompanySettings } from '@rmtools/contracts/auth/companies'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

type Signed = Awaited<ReturnType<AuthWorld['signIn']>>
let world: AuthWorld
let company: string
let admin: Signed
let platform: Signed
beforeAll(async () => {
  world = await createAuthWorld()
  const home = await world.addCompany('Platform')
  await world.owner.run(sql`update auth_company set kind = 'platform' where id = ${home}`)
  platform = await world.signIn(await world.addUser(home, 'platform-admin'))
  company = (await platform.api.companies.create({ code: 'seruni', name: 'Seruni Sekuritas' })).id
  // The company's only user: no change waits for a second person.
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const { of } = companyDescription
/** Values that differ from every default. */
const samples: Readonly<Record<CompanyControl, (name: string) => string | number>> = {
  colour: () => '#123456',
  text: (name) => `${name} entered`,
  licence: () => 'KEP-77/PM.02/2024',
  time: () => '11:15',
  amount: () => '123456.00',
  seconds: () => 240,
  hours: () => 71,
  code: () => 'SERUNI77',
  digits: () => '106540352242922',
  'on-off': () => 'on',
}
// Only the platform sets a company's code at Bib, with the company's approval:
// second-person.test.ts.
const own = companySettingNames.filter((name) => name !== 'bibTenant')
const sampleOf = (name: CompanySetting) => samples[of(name).control](name)

/** The settings that the trail names in the company's last change. */
async function lastChange(name: string): Promise<unknown> {
  const row = await world.owner.one(
    sql<{
      value: unknown
    }>`select after -> 'settings' -> ${name}::text as value from auth_user_action_log
      where entity = 'auth_company' and action = 'update' and entity_id = ${company} order by id desc limit 1`,
  )
  return row?.value
}

test('a company starts with every setting, and each can be changed, is sent to crm and recorded in the trail', async () => {
  expect(companySettingNames.length).toBeGreaterThan(10)
  let seen = await platform.api.companies.get({ id: company })
  expect(seen.settings).toEqual(companyPresets('seruni'))
  for (const name of own) {
    const value = { [name]: sampleOf(name) }
    await admin.api.companies.updateOwn({
      version: seen.version,
      settings: { ...seen.settings, ...value } as CompanySettings,
    })
    seen = await platform.api.companies.get({ id: company })
    expect(seen.settings).toMatchObject(value)
    expect([name, await lastChange(name)]).toEqual([name, sampleOf(name)])
  }
  await vi.waitFor(() =>
    expect(world.told.companies.findLast(({ id }) => id === company)?.settings).toMatchObject(
      seen.settings,
    ),
  )
})

test('a console that does not know the later settings leaves them as they are', async () => {
  const { version, settings } = await admin.api.companies.own()
  const known = Object.fromEntries(
    companySettingNames.filter((name) => !of(name).isLater).map((name) => [name, settings[name]]),
  ) as CompanySettings
  const saved = await admin.api.companies.updateOwn({ version, settings: known })
  expect(saved.settings).toEqual(settings)
})
