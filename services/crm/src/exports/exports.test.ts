import { parse } from 'csv-parse/sync'
import { streamXlsxRows } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesIn, rawFormsIn } from '@rmtools/kit/testing-words'
import {
  addInstruction,
  addInvestor,
  createCrmWorld,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
const investorId = crypto.randomUUID()
const instructionId = crypto.randomUUID()
beforeAll(async () => {
  world = await createCrmWorld()
  await addInvestor(world, { id: investorId })
  await addInvestor(world, { id: crypto.randomUUID(), status: 'draft' })
  await addInstruction(world, instructionId, investorId, 'settled')
})
afterAll(async () => await world[Symbol.asyncDispose]())

const read = (file: Uint8Array) =>
  parse(Buffer.from(file), { bom: true, columns: true }) as Record<string, string>[]
const cells = async (file: Uint8Array) => {
  const rows = []
  for await (const { values } of streamXlsxRows(file)) rows.push(values)
  return rows
}
const statusOf = async (call: Promise<unknown>) =>
  await call.then(
    () => 200,
    (problem: { status: number }) => problem.status,
  )

test('investors as files are those of the filter, without anything of the form', async () => {
  expect(read(await world.as('ratna').investors.export())).toHaveLength(2)
  const rows = read(
    await world.as('ratna').investors.export({ status: 'registered', order: 'oldest' }),
  )
  expect(rows).toMatchObject([
    {
      ID: investorId,
      Investor: 'Siti Rahmawati',
      Jenis: 'Perorangan',
      Status: 'Terdaftar',
      Telepon: "'+6281200000099",
      'Relationship manager': 'rina',
      'Terekspos secara politik (PEP)': 'Tidak',
    },
  ])
  const [titles, row] = await cells(
    await world.as('ratna').investors.exportXlsx({ status: 'registered' }),
  )
  expect(titles).toEqual(Object.keys(rows[0] ?? {}))
  expect(row?.slice(0, 2)).toEqual(['Siti Rahmawati', 'Perorangan'])
})

test('instructions as files have amounts that can be added up', async () => {
  expect(read(await world.as('agus').instructions.export({ type: 'subscription' }))).toMatchObject([
    {
      ID: instructionId,
      Jumlah: '1.000.000',
      Investor: 'Siti Rahmawati',
      Produk: 'Andalan Kas',
      Jenis: 'Pembelian',
      Status: 'Selesai',
    },
  ])
  const [titles = [], row = []] = await cells(await world.as('agus').instructions.exportXlsx())
  expect(row[titles.indexOf('Jumlah')]).toBe(1_000_000)
  expect(read(await world.as('agus').instructions.export({ status: 'draft' }))).toEqual([])
})

test('SECURITY 22: an RM gets the own book, another company nothing, and what may not be read is not given out', async () => {
  expect(read(await world.as('rina').investors.export())).toHaveLength(2)
  expect(read(await world.as('oscar').investors.export())).toEqual([])
  expect(read(await world.as('oscar').instructions.export({ rmId: people.rina.id }))).toEqual([])
  expect(read(await world.as('fitri').instructions.export())).toEqual([])
  expect(await statusOf(world.as('putri').investors.export())).toBe(403)
})

test('who took data out of the house is in the trail', async () => {
  await world.as('agus').instructions.exportXlsx({ status: 'settled' })
  const [end, begin] = await world.rows(
    `select actor_id, entity, action, after from auth_bib.auth_user_action_log where action like 'export%' order by id desc limit 2`,
  )
  const common = { actor_id: people.agus.id, entity: 'instruction' }
  expect(begin).toMatchObject({
    ...common,
    action: 'export',
    after: { format: 'xlsx', filter: { status: 'settled' } },
  })
  expect(end).toMatchObject({
    ...common,
    action: 'export-end',
    after: { rows: 1, isComplete: true, filter: { status: 'settled' } },
  })
})

test('SECURITY 63: files speak the language of the reader, in the words and forms of the screens', async () => {
  for (const language of ['id', 'en'] as const)
    for (const noun of ['investors', 'instructions'] as const) {
      const file = Buffer.from(await world.as('agus')[noun].export({ language })).toString()
      expect([
        noun,
        rawFormsIn(file),
        codesIn(read(Buffer.from(file)).flatMap((row) => Object.values(row))),
      ]).toEqual([noun, [], []])
    }
})
