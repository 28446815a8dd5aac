import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { companyScope } from '@rmtools/kit/scope'
import { Database } from '@rmtools/kit/db'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'
import { exportLeads } from './export.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  const { leads } = world.as('rina')
  await leads.create({ fullName: '=HYPERLINK("http://evil")', phone: '081200000001', interest: '+1', source: '@cmd', tags: ['-1', 'b'] })
  await leads.create({ fullName: 'Sari, "Ibu"', phone: '081200000002', interest: 'dua\nbaris' })
  await world.as('oscar').leads.create({ fullName: 'Milik Oscar', phone: '081200000003', tags: ['oscar'] })
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const read = (file: Uint8Array) => parse(Buffer.from(file), { bom: true, columns: true }) as Record<string, string>[]

test('SECURITY 28: no cell of a file begins as a formula does', async () => {
  const rows = read(await world.as('rina').leads.export())
  expect(rows).toHaveLength(2)
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  expect(rows[1]).toMatchObject({
    fullName: `'=HYPERLINK("http://evil")`,
    phone: "'+6281200000001",
    interest: "'+1",
    source: "'@cmd",
    tags: "'-1;b",
  })
  expect(rows[0]).toMatchObject({ fullName: 'Sari, "Ibu"', interest: 'dua\nbaris' })
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
  expect(read(await world.as('oscar').leads.export()).map(({ fullName }) => fullName)).toEqual(['Milik Oscar'])
  expect(read(await world.as('ani').leads.export())).toHaveLength(3)
  expect(read(await world.as('agus').leads.export({ tag: 'oscar' })).map(({ rmName }) => rmName)).toEqual(['oscar'])
  expect(read(await world.as('fitri').leads.export())).toEqual([])
  expect(await refused(world.as('ratna').leads.export())).toEqual([403, 'forbidden'])
})

test('who took data out of the house is in the trail', async () => {
  await world.as('agus').leads.export({ tag: 'oscar' })
  const [entry] = await world.rows(
    `select actor_id, after from auth_bib.auth_user_action_log where action = 'export' order by id desc limit 1`,
  )
  expect(entry).toEqual({ actor_id: people.agus.id, after: { rows: 1, filter: { tag: 'oscar', order: 'newest' } } })
})

test('more than fits is refused, not cut off, and pages are put together without a gap', async () => {
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone) select $1, $2, 'Banyak ' || i, '+62813' || lpad(i::text, 8, '0') from generate_series(1, 5500) i`,
    [company, people.rina.id],
  )
  const rows = read(await world.as('rina').leads.export())
  expect([rows.length, new Set(rows.map(({ phone }) => phone)).size]).toEqual([5502, 5502])
  await using database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 1 })
  const db = database.reading(companyScope(company), { requestId: 'test', ip: null, device: null })
  expect(await refused(exportLeads(db, {}, null, 5502))).toEqual([422, 'export-too-large'])
  expect((await exportLeads(db, {}, null, 5503)).rows).toBe(5503)
})
