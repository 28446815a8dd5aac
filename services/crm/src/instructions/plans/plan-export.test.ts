import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codesIn, rawFormsIn } from '@rmtools/kit/testing-words'
import { createPlanWorld, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const read = (file: Uint8Array) =>
  parse(Buffer.from(file), { bom: true, columns: true }) as Record<string, string>[]

test('plans as files say what was bought and what failed, in the words of the reader', async () => {
  world.moveTo('2026-12-01')
  const { id } = await world.active({ day: 2, startsOn: '2026-12-01' })
  world.moveTo('2026-12-02')
  await world.look()
  await world.bibGoesOn()
  expect(read(await world.as('agus').plans.export())).toMatchObject([
    {
      ID: id,
      Investor: 'Siti Rahmawati',
      Status: 'Berjalan',
      'Nilai setiap bulan': '500.000',
      'Tanggal setiap bulan': '2',
      'Bulan terbeli': '1',
      'Sudah dibeli': '500.000',
      'Pembelian dilewati': '0',
      'Cara pembayaran': 'Debit otomatis',
    },
  ])
  for (const language of ['id', 'en'] as const) {
    const file = Buffer.from(await world.as('agus').plans.export({ language })).toString()
    const values = read(Buffer.from(file)).flatMap((row) => Object.values(row))
    expect([rawFormsIn(file), codesIn(values)]).toEqual([[], []])
  }
  expect(read(await world.as('agus').plans.export({ statuses: 'paused' }))).toEqual([])
  expect((await world.as('agus').plans.exportXlsx()).length).toBeGreaterThan(1000)
})

test('SECURITY 22: an RM gets the own plans, another company none', async () => {
  expect(read(await world.as('rina').plans.export())).toHaveLength(1)
  expect(read(await world.as('oscar').plans.export())).toEqual([])
  expect(read(await world.as('fitri').plans.export())).toEqual([])
})
