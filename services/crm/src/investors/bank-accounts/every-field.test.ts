// End to end for every field of a bank account: entry, change, clearing, repetition, display, audit
// trail. A field that was added to the description but forgotten in one of these places is reported
// here.
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  bankAccountDescription,
  bankAccountFieldNames,
  type BankAccountControl,
  type BankAccountField,
} from '@rmtools/contracts/crm/bank-account-fields'
import { columnOf } from '@rmtools/contracts/described'
import { hundredChoices, updateTexts } from '@rmtools/kit/testing-statement-texts'
import { createInvestorWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => void (world = await createInvestorWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const { of } = bankAccountDescription
const letters = (field: string, series: string) => `${field.toLowerCase()} ${series}`
const first = (series: string) => series === 'entered'
/** A value that is unique to its field and series. */
const samples: Readonly<Record<BankAccountControl, (field: string, series: string) => string>> = {
  name: letters,
  text: letters,
  'long-text': (field, series) => `${letters(field, series)}\nsecond line`,
  email: (field, series) => `${field.toLowerCase()}.${series}@mail.example`,
  phone: (_, series) => (first(series) ? '+6281211119001' : '+6281211119002'),
  date: (_, series) => (first(series) ? '2029-03-01' : '2029-04-01'),
  bank: (_, series) => (first(series) ? '014' : '008'),
  'account-number': (_, series) => (first(series) ? '70011111' : '70022222'),
  currency: (_, series) => (first(series) ? 'IDR' : 'USD'),
  country: (_, series) => (first(series) ? 'ID' : 'SG'),
}
const sampleOf = (name: BankAccountField, series: string) => samples[of(name).control](name, series)
const filled = (series: string) =>
  Object.fromEntries(bankAccountFieldNames.map((name) => [name, sampleOf(name, series)])) as Record<
    BankAccountField,
    string
  >
/** As a reply shows it: only the end of a sealed value. */
const shown = (series: string) =>
  Object.fromEntries(
    bankAccountFieldNames.map((name) => [
      name,
      of(name).isSealed ? `****${sampleOf(name, series).slice(-4)}` : sampleOf(name, series),
    ]),
  )
const accounts = () => world.as('rm').bankAccounts
const draft = async () =>
  (await world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' })).id

test('an account is stored, changed and cleared by every field, and the trail has each', async () => {
  expect(bankAccountFieldNames.length).toBeGreaterThan(5)
  const id = await draft()
  const added = await accounts().create({ id, ...filled('entered') })
  expect(added).toMatchObject(shown('entered'))
  let seen = added
  for (const name of bankAccountFieldNames) {
    const which = { id, accountId: seen.id, version: seen.version }
    seen = await accounts().update({ ...which, [name]: sampleOf(name, 'changed') })
    expect(seen).toMatchObject({ [name]: shown('changed')[name] })
    expect([name, await lastChange(seen.id)]).toEqual([
      name,
      expect.arrayContaining([columnOf(name)]),
    ])
  }
  expect((await accounts().list({ id })).items).toMatchObject([shown('changed')])
  for (const name of bankAccountFieldNames.filter((one) => mayBeNull(of(one).schema))) {
    const which = { id, accountId: seen.id, version: seen.version }
    seen = await accounts().update({ ...which, [name]: null })
    expect(seen).toMatchObject({ [name]: null })
  }
})

test('the same account sent again with any other field is not taken for the same', async () => {
  const given = { id: await draft(), accountId: crypto.randomUUID(), ...filled('entered') }
  await accounts().create(given)
  await accounts().create(given)
  for (const name of bankAccountFieldNames)
    await expect(
      accounts().create({ ...given, [name]: sampleOf(name, 'changed') }),
    ).rejects.toMatchObject({ code: 'saved-differently', errors: [{ pointer: `/${name}` }] })
})

test('edits with every choice of fields are one text of an update', async () => {
  const id = await draft()
  let seen = await accounts().create({ id, ...filled('entered') })
  const choices = hundredChoices(bankAccountFieldNames)
  expect(choices.length).toBeGreaterThan(60)
  const texts = await updateTexts(async () => {
    for (const [index, names] of choices.entries()) {
      const series = index % 2 === 0 ? 'changed' : 'entered'
      const changes = Object.fromEntries(names.map((name) => [name, sampleOf(name, series)]))
      seen = await accounts().update({ id, accountId: seen.id, version: seen.version, ...changes })
    }
  })
  // One statement for the account, and one that locks its case.
  expect(texts.filter((text) => text.includes('investor_bank_account'))).toHaveLength(1)
  expect(texts.length).toBeLessThan(5)
})

const mayBeNull = (schema: object) => JSON.stringify(schema).includes('"null"')

/** The columns that the trail names for the last change of an account. */
async function lastChange(id: string): Promise<string[]> {
  const [entry] = await world.rows<{ after: object }>(
    `select after from auth_bib.auth_user_action_log
     where entity = 'investor_bank_account' and action = 'update' and entity_id = $1 order by id desc limit 1`,
    [id],
  )
  return Object.keys(entry?.after ?? {})
}
