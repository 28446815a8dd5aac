import { parse } from 'csv-parse/sync'
import { streamXlsxRows } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesIn, rawFormsIn } from '@rmtools/kit/testing-words'
import { formatInstant } from '@rmtools/look/format'
import { leadStates } from '@rmtools/look/states'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  const { leads } = world.as('rina')
  await leads.create({
    fullName: '=HYPERLINK("http://evil")',
    phone: '081200000001',
    interest: '+1',
    source: '@cmd',
    tags: ['-1', 'b'],
  })
  await leads.create({ fullName: 'Sari, "Ibu"', phone: '081200000002', interest: 'dua\nbaris' })
  await world
    .as('oscar')
    .leads.create({ fullName: 'Milik Oscar', phone: '081200000003', tags: ['oscar'] })
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const read = (file: Uint8Array) =>
  parse(Buffer.from(file), { bom: true, columns: true }) as Record<string, string>[]

test('SECURITY 28: no cell of a file begins as a formula does', async () => {
  const rows = read(await world.as('rina').leads.export())
  expect(rows).toHaveLength(2)
  expect(
    rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell)),
  ).toEqual([])
  expect(rows[1]).toMatchObject({
    Nama: `'=HYPERLINK("http://evil")`,
    Telepon: "'+6281200000001",
    Minat: "'+1",
    Sumber: "'@cmd",
    Label: "'-1;b",
  })
  expect(rows[0]).toMatchObject({ Nama: 'Sari, "Ibu"', Minat: 'dua\nbaris' })
})

test('it is UTF-8 with a byte-order mark, told as such, and given as a file', async () => {
  const file = await world.as('rina').leads.export()
  expect(Buffer.from(file).toString('hex', 0, 3)).toBe('efbbbf')
  const reply = await world.service.call('leads.export', {
    url: '/crm/leads.csv',
    params: {},
    query: {},
    headers: { authorization: 'Bearer rina' },
    body: null,
    requestId: 'x'.repeat(8),
    ip: null,
    isTrusted: true,
  })
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="leads.csv"',
  })
})

test('SECURITY 22: an RM gets the own book only, filters hold, a reviewer may not export', async () => {
  expect(read(await world.as('oscar').leads.export()).map(({ Nama }) => Nama)).toEqual([
    'Milik Oscar',
  ])
  expect(read(await world.as('ani').leads.export())).toHaveLength(3)
  expect(
    read(await world.as('agus').leads.export({ tag: 'oscar' })).map(
      (row) => row['Relationship manager'],
    ),
  ).toEqual(['oscar'])
  expect(read(await world.as('fitri').leads.export())).toEqual([])
  expect(await refused(world.as('ratna').leads.export())).toEqual([403, 'forbidden'])
})

test('who took data out of the house is in the trail', async () => {
  await world.as('agus').leads.export({ tag: 'oscar' })
  const [entry] = await world.rows(
    `select actor_id, after from auth_bib.auth_user_action_log where action = 'export-end' order by id desc limit 1`,
  )
  expect(entry).toEqual({
    actor_id: people.agus.id,
    after: { rows: 1, isComplete: true, filter: { tag: 'oscar', order: 'newest' } },
  })
})

test('as an Excel file it holds the same', async () => {
  const file = await world.as('rina').leads.exportXlsx()
  const rows = []
  for await (const { values } of streamXlsxRows(file)) rows.push(values)
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    ['Nama', 'Telepon'],
    ['Sari, "Ibu"', '+6281200000002'],
    ['=HYPERLINK("http://evil")', '+6281200000001'],
  ])
})

test('SECURITY 63: it speaks the language of the reader, in the words of the screens', async () => {
  await world.rows(
    `update crm_bib.lead set next_follow_up_at = '2026-11-24T20:26:00Z' where rm_id = $1`,
    [people.rina.id],
  )
  for (const language of ['id', 'en'] as const) {
    const file = Buffer.from(await world.as('rina').leads.export({ language })).toString()
    const rows = read(Buffer.from(file))
    expect(Object.keys(rows[0] ?? {}).slice(0, 2)).toEqual(
      language === 'id' ? ['Nama', 'Telepon'] : ['Name', 'Phone'],
    )
    expect(Object.values(rows[0] ?? {})).toContain(formatInstant('2026-11-24T20:26:00Z', language))
    expect(Object.values(rows[0] ?? {})).toContain(leadStates.new.word[language])
    expect([rawFormsIn(file), codesIn(rows.flatMap((row) => Object.values(row)))]).toEqual([[], []])
  }
})
