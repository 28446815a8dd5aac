// End to end for every field of a user: invitation, change, search, audit trail. A field that was
// added to the description but forgotten in the database is reported here.
import { sql } from '@rmtools/kit/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  editedUserFields,
  searchedUserFields,
  userDescription,
  type UserControl,
  type UserField,
} from '@rmtools/contracts/auth/user-fields'
import { columnOf } from '@rmtools/contracts/described'
import { hundredChoices, updateTexts } from '@rmtools/kit/testing-statement-texts'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'

let world: AuthWorld
let admin: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  const company = await world.addCompany('Sinar Fortuna')
  admin = await world.signIn(await world.addUser(company, 'company-admin'))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const letters = (field: string, series: string) => `${field} ${series}`
const first = (series: string) => series === 'entered'
/** A value that is unique to its field and series. */
const samples: Readonly<Record<UserControl, (field: string, series: string) => string>> = {
  name: letters,
  text: letters,
  'long-text': (field, series) => `${letters(field, series)}\nsecond line`,
  email: (field, series) => `${field.toLowerCase()}.${series}@mail.example`,
  phone: (_, series) => (first(series) ? '+6281211119001' : '+6281211119002'),
  date: (_, series) => (first(series) ? '2029-03-01' : '2029-04-01'),
  role: (_, series) => (first(series) ? 'auditor' : 'rm'),
  language: (_, series) => (first(series) ? 'en' : 'id'),
}
const { names, of } = userDescription
const filled = <Name extends UserField>(fields: readonly Name[], series: string) =>
  Object.fromEntries(
    fields.map((name) => [name, samples[of(name).control](name, series)]),
  ) as Record<Name, never>

test('a user is invited, changed, cleared, found and audited by every field', async () => {
  expect(names.length).toBeGreaterThan(6)
  const { id, version } = await admin.api.users.create(filled(names, 'entered'))
  expect(await admin.api.users.get({ id })).toMatchObject(filled(names, 'entered'))

  for (const name of searchedUserFields) {
    const { items } = await admin.api.users.list({
      search: samples[of(name).control](name, 'entered'),
    })
    expect([name, items.map((user) => user.id)]).toEqual([name, [id]])
  }

  const changes = filled(editedUserFields, 'changed')
  const changed = await admin.api.users.update({ id, version, changes })
  expect(changed).toMatchObject(changes)

  let seen = changed
  for (const name of editedUserFields) {
    const before = await tellsOf(id)
    const entries = await entriesOf(id, name)
    const again = { [name]: samples[of(name).control](name, 'entered') }
    seen = await admin.api.users.update({ id, version: seen.version, changes: again })
    expect(seen).toMatchObject({ ...changes, ...again })
    expect([name, (await tellsOf(id)) > before]).toEqual([name, true])
    if (of(name).isStored) expect([name, await entriesOf(id, name)]).toEqual([name, entries + 1])
    const back = { [name]: changes[name] }
    seen = await admin.api.users.update({ id, version: seen.version, changes: back })
  }

  const optional = editedUserFields.filter((name) => mayBeNull(of(name).schema))
  const cleared = Object.fromEntries(optional.map((name) => [name, null]))
  seen = await admin.api.users.update({ id, version: seen.version, changes: cleared })
  expect(seen).toMatchObject({ ...changes, ...cleared })
})

test('edits with every choice of fields are a handful of texts of updates', async () => {
  const person = { fullName: 'Seratus', email: 'seratus@mail.example', role: 'rm' }
  let seen = await admin.api.users.create(person)
  const stored = editedUserFields.filter((name) => of(name).isStored)
  const choices = hundredChoices(stored)
  expect(choices.length).toBeGreaterThan(14)
  const texts = await updateTexts(async () => {
    for (const [index, fields] of choices.entries()) {
      const changes = filled(fields, index % 2 === 0 ? 'changed' : 'entered')
      seen = await admin.api.users.update({ id: seen.id, version: seen.version, changes })
    }
  })
  expect(texts.filter((text) => text.includes('full_name'))).toHaveLength(1)
  expect(texts.length).toBeLessThan(6)
})

const mayBeNull = (schema: object) => JSON.stringify(schema).includes('"null"')

/** The number of live notices that consoles received about the user or the membership. */
async function tellsOf(id: string): Promise<number> {
  const row = await world.owner.one(
    sql<{
      count: number
    }>`select count(*)::int as count from live_notice where kind = 'user' and entity_id = ${id}`,
  )
  return row?.count ?? 0
}

/** The number of audit entries that report a change of a user's field, alone or with others. */
async function entriesOf(id: string, name: UserField): Promise<number> {
  const row = await world.owner.one(
    sql<{ count: number }>`select count(*)::int as count from auth_user_action_log
      where entity = 'auth_user' and action = 'update' and entity_id = ${id} and after ? ${columnOf(name)}`,
  )
  return row?.count ?? 0
}
