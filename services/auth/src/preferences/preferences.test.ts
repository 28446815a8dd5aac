import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAX_PREFERENCES } from '@rmtools/contracts/auth/preferences'
import { createAuthWorld, type AuthWorld } from '../testing/auth-world.ts'
import { refused } from '../testing/refusals.ts'

let world: AuthWorld
let company: string
let rina: Awaited<ReturnType<AuthWorld['signIn']>>
beforeAll(async () => {
  world = await createAuthWorld()
  company = await world.addCompany()
  rina = await world.signIn(await world.addUser(company))
})
afterAll(async () => await world[Symbol.asyncDispose]())

const keys = async (api: typeof rina.api) =>
  (await api.preferences.list()).items.map(({ key }) => key)

test('a preference is returned as stored, replaced by the next one, and gone when deleted', async () => {
  const value = {
    columns: ['name', 'status'],
    density: 'compact',
    nested: { width: 1.5, on: true, none: null },
  }
  expect(await rina.api.preferences.put({ key: 'leads.columns', value })).toMatchObject({
    key: 'leads.columns',
    value,
  })
  expect((await rina.api.preferences.list()).items.map((item) => item.value)).toEqual([value])
  await rina.api.preferences.put({ key: 'leads.columns', value: {} })
  expect((await rina.api.preferences.list()).items).toEqual([
    { key: 'leads.columns', value: {}, updatedAt: expect.any(String) },
  ])
  await rina.api.preferences.remove({ key: 'leads.columns' })
  expect(await keys(rina.api)).toEqual([])
  expect(await refused(rina.api.preferences.remove({ key: 'leads.columns' }))).toBe('404 not-found')
})

test('SECURITY 22: they are the person’s and the company’s: nobody else sees them, nor the same person elsewhere', async () => {
  await rina.api.preferences.put({ key: 'theme', value: { dark: true } })
  const colleague = await world.signIn(await world.addUser(company, 'company-admin'))
  expect(await keys(colleague.api)).toEqual([])
  expect(await refused(colleague.api.preferences.remove({ key: 'theme' }))).toBe('404 not-found')
  const person = await world.addUser(company)
  const other = await world.addCompany('Cahaya Dana')
  await world.join(person.id, other, 'rm')
  const [here, there] = [
    await world.signIn(person, { companyId: company }),
    await world.signIn(person, { companyId: other }),
  ]
  await here.api.preferences.put({ key: 'theme', value: { dark: false } })
  expect(await keys(there.api)).toEqual([])
})

test('a key is checked, a value is an object of at most 16 kB', async () => {
  const put = async (key: string, value: unknown) =>
    await refused(rina.api.preferences.put({ key, value: value as object }))
  expect(await put('Leads', {})).toBe('400 invalid-input')
  expect(await put('a..b', {})).toBe('400 invalid-input')
  expect(await put('a', [])).toBe('400 invalid-input')
  expect(await put('a', 'text')).toBe('400 invalid-input')
  expect(await put('a', { text: 'x'.repeat(16_300) })).toBe('ok')
  expect(await put('a', { text: 'x'.repeat(16_400) })).toBe('422 preference-too-large')
})

test('of many at once no more are kept than the limit; those there are can still change', async () => {
  const person = await world.signIn(await world.addUser(company))
  const put = async (number: number) =>
    await refused(person.api.preferences.put({ key: `view.${number}`, value: {} }))
  const answers = await Promise.all(
    Array.from({ length: MAX_PREFERENCES + 5 }, async (_, number) => await put(number)),
  )
  expect(answers.filter((answer) => answer === '422 preferences-full')).toHaveLength(5)
  const kept = await keys(person.api)
  expect(kept).toHaveLength(MAX_PREFERENCES)
  expect(
    await refused(person.api.preferences.put({ key: kept[0] ?? '', value: { changed: true } })),
  ).toBe('ok')
})
