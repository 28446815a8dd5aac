// Tables of leads as people have them: exported, copied, typed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, type CrmWorld } from '../testing/crm-world.ts'
import { parseLeads, SLICE_CHARACTERS } from './parsing.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'cases', name), 'utf8')
const read = async (csv: string, mapping = {}) => {
  const { rows, faults } = await parseLeads(csv, mapping)
  return {
    rows: rows.map(({ row, line: _, cells: _cells, ...lead }) => ({ row, ...lead })),
    faults,
  }
}
const phones = async (csv: string) => (await read(csv)).rows.map(({ phone }) => phone)
const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code, ...(error.errors ?? []).map(({ code }) => code)],
  )

describe('a file', () => {
  test('with a digit too many names the row, and the other goes in', async () => {
    const csv = fixture('one-digit-too-many.csv')
    const dry = await world.as('rina').leadImports.create({ csv, dryRun: true })
    const real = await world.as('rina').leadImports.create({ csv, dryRun: false })
    expect(real).toEqual({ ...dry, dryRun: false, imported: 1 })
    expect(real).toMatchObject({ rows: 2, importable: 1, faultyRows: 1 })
    expect(real.errors).toEqual([
      { row: 3, line: 3, field: 'phone', column: 'HP', value: '089532970888633', code: 'phone' },
    ])
  })

  test('with phone numbers in every form', async () => {
    expect(await phones(fixture('phone-forms.csv'))).toEqual([
      '+62215551234',
      '+6281299400010',
      '+6281299400011',
      '+6281299400012',
    ])
  })

  test('copied from a spreadsheet keeps its quotes', async () => {
    expect((await read(fixture('pasted-quotes.tsv'))).rows).toMatchObject([
      { fullName: 'Muhammad "Memet" Hidayat', interest: 'TV 42"' },
    ])
  })

  test.each(['sep-line.csv', 'empty-first-line.csv'])('%s is read', async (name) => {
    expect(await read(fixture(name))).toMatchObject({ rows: [{ row: 3 }], faults: [] })
  })

  test('with dates in every form, the day first, in WIB', async () => {
    const { rows, faults } = await read(fixture('dates.csv'))
    expect(faults).toEqual([])
    expect(rows.map(({ nextFollowUpAt }) => nextFollowUpAt)).toEqual(
      Array.from({ length: 4 }, () => '2026-12-31T02:00:00.000Z'),
    )
  })
})

test('an unreadable value is reported with line, column and content', async () => {
  const csv =
    'Daftar prospek\n\nNama;No. WA;Tgl. Follow Up\n"A\nB";0812;31-02-2026\nC;081299400030;segera\n'
  expect((await read(csv)).faults).toEqual([
    {
      row: 4,
      line: 4,
      field: 'nextFollowUpAt',
      column: 'Tgl. Follow Up',
      value: '31-02-2026',
      code: 'date-impossible',
    },
    { row: 4, line: 4, field: 'phone', column: 'No. WA', value: '0812', code: 'phone' },
    {
      row: 5,
      line: 6,
      field: 'nextFollowUpAt',
      column: 'Tgl. Follow Up',
      value: 'segera',
      code: 'date-unreadable',
    },
  ])
})

test('in a file with month-first dates an ambiguous date is asked about instead of guessed', async () => {
  const row = (name: string, date: string) => `${name};0812994000${name};${date}`
  const csv = [
    'Nama;HP;Follow up',
    row('41', '12/31/2026'),
    row('42', '03/04/2026'),
    row('43', '13/04/2026'),
    row('44', '5/5/2026'),
  ].join('\n')
  const { rows, faults } = await read(csv)
  expect(faults.map(({ row, code, value }) => [row, code, value])).toEqual([
    [2, 'date-impossible', '12/31/2026'],
    [3, 'date-ambiguous', '03/04/2026'],
  ])
  expect(rows.map(({ nextFollowUpAt }) => nextFollowUpAt?.slice(0, 10))).toEqual([
    '2026-04-13',
    '2026-05-05',
  ])
  // Without any such date the day comes first.
  expect(
    (await read('Nama;HP;Follow up\nA;081299400045;03/04/2026')).rows[0]?.nextFollowUpAt?.slice(
      0,
      10,
    ),
  ).toBe('2026-04-03')
})

test('an extension is kept beside the number', async () => {
  const csv = 'Nama;Telp\nKantor;(021) 555-7777 ext. 12\n'
  expect(await world.as('rina').leadImports.create({ csv, dryRun: false })).toMatchObject({
    imported: 1,
  })
  const { items } = await world.as('rina').leads.list({ search: 'Kantor' })
  expect(items).toMatchObject([{ phone: '+62215557777', phoneExtension: '12' }])
  const changed = await world
    .as('rina')
    .leads.update({ id: items[0]?.id ?? '', version: 1, phone: '021 5557778 pes. 3' })
  expect(changed).toMatchObject({ phone: '+62215557778', phoneExtension: '3' })
  expect(
    await world.as('rina').leads.update({ id: changed.id, version: 2, phone: '021 5557778' }),
  ).toMatchObject({ phoneExtension: null })
})

describe('the file itself', () => {
  const given = async (bytes: Uint8Array) =>
    (await world.as('rina').leadImports.readFile({ bytes })).csv
  const leads = 'Nama;HP\nRené;081299400050'

  test.each([
    ['UTF-8', Buffer.from(leads)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${leads}`)],
    ['UTF-16', Buffer.from(`\uFEFF${leads}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(leads, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${leads}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(leads, 'latin1')],
  ])('in %s', async (_, bytes) => {
    expect((await read(await given(bytes))).rows).toMatchObject([
      { fullName: 'René', phone: '+6281299400050' },
    ])
  })

  test('as a workbook: numbers, days, empty rows and texts with everything in them', async () => {
    const rows = [
      ['Daftar prospek', null, null, null],
      [],
      ['Nama\nLengkap', 'No. HP', 'Tindak lanjut', 'Tags'],
      ['Siti "Memet"', 81299400060, new Date('2026-12-31T00:00:00Z'), 'a, b'],
      [],
      ['Budi', '0812-9940-0061', new Date('2026-12-31T10:30:00Z'), null],
      ['Ani', '081299400062', 46387, null],
    ]
    const { rows: taken, faults } = await read(
      await given(await writeXlsx({ sheets: [{ name: 'Prospek', rows }] })),
    )
    expect(faults).toEqual([])
    expect(taken).toMatchObject([
      {
        row: 4,
        fullName: 'Siti "Memet"',
        phone: '+6281299400060',
        nextFollowUpAt: '2026-12-31T02:00:00.000Z',
        tags: ['a', 'b'],
      },
      { row: 6, phone: '+6281299400061', nextFollowUpAt: '2026-12-31T03:30:00.000Z' },
      { row: 7, nextFollowUpAt: '2026-12-31T02:00:00.000Z' },
    ])
  })

  test('our own export comes back as it went', async () => {
    const { lead } = await world
      .as('rina')
      .leads.create({ fullName: "=Nur'aini", phone: '081299400063' })
    const csv = await given(await world.as('rina').leads.exportXlsx())
    expect(await phones(csv)).toContain(lead.phone)
  })

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'unreadable'],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'locked'],
    ['an invalid archive', Buffer.from('504b030400000000', 'hex'), 'unreadable'],
  ])('%s is refused with the remedy', async (_, bytes, code) => {
    expect(await refused(given(bytes))).toEqual([422, 'sheet-unreadable', code])
  })

  test('what unpacks to too many bytes, or says that it does not, is refused before it is unpacked', async () => {
    const cell = 'x'.repeat(30_000)
    const rows = Array.from({ length: 1000 }, () => [cell])
    const bomb = Buffer.from(
      await writeXlsx({ sheets: [{ name: 'a', rows }], stringMode: 'inline' }),
    )
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await refused(given(bomb))).toEqual([422, 'csv-too-large'])
    // The same with false sizes.
    for (let at = 0; (at = bomb.indexOf('504b0102', at, 'hex')) >= 0; at += 4)
      bomb.writeUInt32LE(1000, at + 24)
    expect(await refused(given(bomb))).toEqual([422, 'sheet-unreadable', 'unreadable'])
    const far = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['Nama', 'HP'], ...Array.from({ length: 10_001 }, () => ['A', '1'])] },
      ],
    })
    expect(await refused(given(far))).toEqual([422, 'csv-too-large'])
    const wide = await writeXlsx({
      sheets: [{ name: 'a', rows: [Array.from({ length: 101 }, () => 'x')] }],
    })
    expect(await refused(given(wide))).toEqual([422, 'csv-too-large'])
  })
})

describe('SECURITY 51: a table is read in short pieces, and no further than its bounds', () => {
  test.each([
    ['a million commas', ','.repeat(1_000_000), 'too-many-columns'],
    ['a million commas in the second row', `Nama,HP\n${','.repeat(1_000_000)}`, 'too-many-columns'],
    ['a megabyte in a cell', `Nama,HP\n${'x'.repeat(1_000_000)}`, 'cell-too-long'],
    ['half a million quotes', `Nama,HP\n"${'""'.repeat(500_000)}`, 'cell-too-long'],
  ])('%s', async (_, csv, code) => {
    expect(await refused(world.as('rina').leadImports.create({ csv, dryRun: true }))).toEqual([
      422,
      'csv-malformed',
      code,
    ])
  })

  test('between two pauses no more is read than a slice', async () => {
    const csv = `name,phone\n${Array.from({ length: 5000 }, (_, i) => `Ribuan ${i},0819${String(i).padStart(8, '0')}`).join('\n')}`
    let pauses = 0
    await parseLeads(csv, {}, async () => void pauses++)
    // A row costs its characters plus the work of validating it.
    expect(pauses).toBeGreaterThanOrEqual(
      Math.floor((csv.length + 5000 * 500) / SLICE_CHARACTERS) - 1,
    )
  })
})
