// End to end for every field of a lead: entry, change, import, export, search, audit trail. A field
// that was added to the contract but forgotten in one of these places is reported here.
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  leadField,
  leadFieldNames,
  limitsOf,
  type LeadControl,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import { columnOf } from '@rmtools/contracts/described'
import { importFields, usualColumn } from '@rmtools/contracts/crm/lead-import-table'
import type { Lead } from '@rmtools/contracts/crm/leads'
import { hundredChoices, updateTexts } from '@rmtools/kit/testing-statement-texts'
import { createCrmWorld, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const letters = (field: string, series: string) => `${field.toLowerCase()} ${series}`
const DAYS: Readonly<Record<string, string>> = { entered: '01', changed: '02', imported: '03' }
const numbers: Readonly<Record<string, string>> = {
  entered: '+6281211119001',
  changed: '+6281211119002',
  imported: '+6281211119003',
}

type Value = Lead[LeadField]
/** A value that is unique to its field and series. */
const samples: Readonly<Record<LeadControl, (field: LeadField, series: string) => Value>> = {
  name: (field, series) => letters(field, series),
  text: (field, series) => letters(field, series),
  'long-text': (field, series) => `${letters(field, series)}\nsecond line`,
  phone: (_, series) => numbers[series] ?? '',
  email: (field, series) => `${field.toLowerCase()}.${series}@mail.example`,
  tags: (field, series) => [letters(field, series), series],
  'follow-up': (_, series) => `2027-03-${DAYS[series]}T02:00:00.000Z`,
}
const sampleOf = (field: LeadField, series: string): Value =>
  samples[leadField(field).control](field, series)
const filled = (series: string, fields = leadFieldNames) =>
  Object.fromEntries(fields.map((field) => [field, sampleOf(field, series)])) as Pick<
    Lead,
    LeadField
  >

const rina = () => world.as('rina')
const stored = async (id: string) => await rina().leads.get({ id })

/** A value as somebody types it into a cell. */
function cellOf(field: LeadField): string {
  const value = sampleOf(field, 'imported')
  const text = Array.isArray(value) ? value.join(';') : String(value)
  return `"${text}"`
}

test('a lead is stored and changed with all its fields', async () => {
  expect(leadFieldNames.length).toBeGreaterThan(6)
  const { lead } = await rina().leads.create(filled('entered'))
  expect(await stored(lead.id)).toMatchObject(filled('entered'))
  const changed = filled('changed')
  expect(
    await rina().leads.update({ id: lead.id, version: lead.version, ...changed }),
  ).toMatchObject(changed)
  expect(await stored(lead.id)).toMatchObject(changed)
})

test('the same lead sent again with any other field is not taken for the same', async () => {
  const id = crypto.randomUUID()
  const given = { ...filled('entered'), id, phone: '+6281211119010' }
  await rina().leads.create(given)
  await rina().leads.create(given)
  const other = { ...filled('changed'), id }
  for (const field of leadFieldNames)
    await expect(rina().leads.create({ ...given, [field]: other[field] })).rejects.toMatchObject({
      code: 'saved-differently',
      errors: [{ pointer: `/${field}` }],
    })
})

test('every field that a file brings is stored, under the labels of both languages', async () => {
  for (const language of ['id', 'en'] as const) {
    const heads = importFields.map((field) => leadField(field).label[language])
    expect(heads.map((_, place) => importFields[place])).toEqual(
      importFields.filter((field, place) => usualColumn(field, heads) === place),
    )
  }
  const csv = [importFields, importFields.map(cellOf)].map((row) => row.join(',')).join('\n')
  expect(await rina().leadImports.create({ csv, dryRun: false })).toMatchObject({
    imported: 1,
    errors: [],
    ignoredColumns: [],
  })
  const { items } = await rina().leads.list({ search: numbers['imported'] ?? '' })
  expect(items).toMatchObject([filled('imported', importFields)])
})

test('every field that is exported stands in the file under its label', async () => {
  const exported = leadFieldNames.filter((field) => leadField(field).isExported)
  const rows = parse(
    Buffer.from(await rina().leads.export({ search: numbers['imported'] ?? '' })),
    { bom: true, columns: true },
  )
  const [row] = rows as Record<string, string>[]
  const shown = (field: LeadField) => (row?.[leadField(field).label.id] ?? '').replace(/^'/, '')
  const texts = exported.filter((field) => leadField(field).control !== 'follow-up')
  expect(texts.map((field) => [field, shown(field)])).toEqual(
    texts.map((field) => [field, [sampleOf(field, 'imported')].flat().join(';')]),
  )
  expect(exported.map((field) => [field, shown(field) === ''])).toEqual(
    exported.map((field) => [field, false]),
  )
})

test('every field that the server searches is looked into, rare or common', async () => {
  const searched = leadFieldNames.filter(
    (field) => !['none', 'on-phone'].includes(leadField(field).search),
  )
  expect(searched.length).toBeGreaterThan(2)
  for (const field of searched) {
    const text = String(sampleOf(field, 'imported'))
    const found = await rina().leads.list({ search: text })
    expect([field, found.items.map((lead) => lead[field])]).toEqual([field, [text]])
  }
  // A text of two letters uses no index: the leads themselves are scanned.
  for (const field of searched.filter((one) => leadField(one).search !== 'phone')) {
    await world.rows(`update crm_bib.lead set ${columnOf(field)} = 'Qx' where phone = $1`, [
      numbers['imported'],
    ])
    expect([field, (await rina().leads.list({ search: 'qx' })).items.length]).toEqual([field, 1])
    await world.rows(`update crm_bib.lead set ${columnOf(field)} = $2 where phone = $1`, [
      numbers['imported'],
      sampleOf(field, 'imported'),
    ])
  }
})

test('the trail has every field, before and after', async () => {
  const [entry] = await world.rows<{ before: object; after: object }>(
    `select before, after from auth_bib.auth_user_action_log
     where entity = 'lead' and action = 'update' and after ->> 'phone' = $1 and before ->> 'phone' = $2`,
    [numbers['changed'], numbers['entered']],
  )
  for (const image of [entry?.before, entry?.after])
    expect(Object.keys(image ?? {})).toEqual(expect.arrayContaining(leadFieldNames.map(columnOf)))
})

test('the longest text that a field takes is stored, one character more is refused by its field', async () => {
  const { lead } = await rina().leads.create({ fullName: 'Batas', phone: '081211119020' })
  const texts = leadFieldNames.filter((field) =>
    ['name', 'text', 'long-text'].includes(leadField(field).control),
  )
  let { version } = lead
  for (const field of texts) {
    const { characters = 0 } = limitsOf(field)
    expect([field, characters > 0]).toEqual([field, true])
    const changed = await rina().leads.update({
      id: lead.id,
      version,
      [field]: 'a'.repeat(characters),
    })
    version = changed.version
    expect([field, changed[field]]).toEqual([field, 'a'.repeat(characters)])
    await expect(
      rina().leads.update({ id: lead.id, version, [field]: 'a'.repeat(characters + 1) }),
    ).rejects.toMatchObject({
      errors: [{ pointer: `/${field}`, code: 'maxLength' }],
    })
  }
})

test('a hundred edits with different fields are one text of an update', async () => {
  let { lead } = await rina().leads.create({ fullName: 'Seratus', phone: '081211119030' })
  const choices = hundredChoices(leadFieldNames)
  expect(new Set(choices.map(String)).size).toBe(100)
  const texts = await updateTexts(async () => {
    for (const [index, fields] of choices.entries())
      lead = await rina().leads.update({
        id: lead.id,
        version: lead.version,
        ...filled(index % 2 === 0 ? 'changed' : 'entered', fields),
        phone: '081211119030',
      })
  })
  expect(texts).toHaveLength(1)
})
