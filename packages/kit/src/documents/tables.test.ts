import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import {
  formatAmount,
  formatDate,
  formatInstant,
  formatPercent,
  formatUnits,
} from '@rmtools/look/format'
import { no, say, yes } from '@rmtools/look/words'
import { wholeBody } from '../http/reply-body.ts'
import {
  count,
  csvCell,
  date,
  guardedCell,
  instant,
  money,
  month,
  percent,
  tableFile,
  text,
  unguardedCell,
  units,
  word,
} from './tables.ts'
import { spoken, xlsxCell, type Columns } from './tables.ts'
import { rawFormsIn } from '../testing/words.ts'

type Row = { name: string; amount: string | null; isPep: boolean }
const columns: Columns<Row> = [
  text(say('Nama', 'Name'), ({ name }) => name),
  money(say('Jumlah', 'Amount'), ({ amount }) => amount),
  word(say('PEP', 'PEP'), ({ isPep }) => (isPep ? yes : no)),
]
const rows: Row[] = [
  { name: '=HYPERLINK("http://evil")', amount: '1500.25', isPep: true },
  { name: 'Sari, "Ibu" \u0001', amount: '123456789012345.67', isPep: false },
]
const batches = async function* () {
  for (const row of rows) yield [row]
}
const headers: Record<string, string> = {}
const reply = {
  header: (name: string, value: string) => void (headers[name] = value),
  cookie: () => undefined,
}

describe('SECURITY 28: a CSV file', () => {
  test('runs nothing in a spreadsheet, and leaves numbers numbers', () => {
    expect(
      [
        '=1+1',
        '+1 x',
        '@sum',
        '-cmd|x',
        '\t=1',
        '-1500.25',
        'a,b',
        'say "x"',
        'two\nlines',
        '',
        '-1.500,25',
        '-1,50%',
      ].map(csvCell),
    ).toEqual([
      "'=1+1",
      "'+1 x",
      "'@sum",
      "'-cmd|x",
      "'\t=1",
      '-1500.25',
      '"a,b"',
      '"say ""x"""',
      '"two\nlines"',
      '',
      '"-1.500,25"',
      '"-1,50%"',
    ])
  })

  test('can be read back as it was', () => {
    for (const text of ['=1', '+62812', '@x', '-5', "'=1", 'plain', "'", '\t'])
      expect(text === "'=1" ? text : unguardedCell(guardedCell(text))).toBe(text)
  })

  test('has a byte-order mark, a line of titles, and is saved under its name', async () => {
    const file = await wholeBody(
      await tableFile('csv', { name: 'sales', columns, rows: batches() }, reply),
    )
    expect(file.toString('hex', 0, 3)).toBe('efbbbf')
    expect(file.toString('utf8', 3)).toBe(
      'Nama,Jumlah,PEP\r\n"\'=HYPERLINK(""http://evil"")","1.500,25",Ya\r\n"Sari, ""Ibu"" \u0001","123.456.789.012.345,67",Tidak\r\n',
    )
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sales.csv"',
    })
  })
})

describe('an Excel file', () => {
  test('has numbers only where they are exact', () => {
    const as = (amount: string) => xlsxCell(amount, 'money')
    expect(
      [
        '1500.25',
        '-0.5',
        '0.000000000001',
        '123456789012345',
        '1234567890123456',
        '12345678901234.56',
        'text',
        '',
      ].map(as),
    ).toEqual([
      1500.25,
      -0.5,
      0.000000000001,
      123456789012345,
      '1234567890123456',
      '12345678901234.56',
      'text',
      '',
    ])
    // Not marked as decimals: a phone number, a code with leading zeros.
    expect([xlsxCell('081234', 'text'), xlsxCell(null, 'money'), xlsxCell(3, 'count')]).toEqual([
      '081234',
      null,
      3,
    ])
  })

  test('contains the values of the rows, and texts as text', async () => {
    const file = await wholeBody(
      await tableFile('xlsx', { name: 'sales', columns, rows: batches() }, reply),
    )
    const read = []
    for await (const { values } of streamXlsxRows(file)) read.push(values)
    expect(read).toEqual([
      ['Nama', 'Jumlah', 'PEP'],
      ['=HYPERLINK("http://evil")', 1500.25, 'Ya'],
      ['Sari, "Ibu" \u0001', '123456789012345.67', 'Tidak'],
    ])
    expect(headers['content-disposition']).toBe('attachment; filename="sales.xlsx"')
  })
})

type Said = {
  at: string
  day: string
  month: string
  amount: string
  units: string
  rate: string
  count: number
}
const every: Columns<Said> = [
  instant(say('Waktu', 'Time'), ({ at }) => at),
  date(say('Tanggal', 'Date'), ({ day }) => day),
  month(say('Bulan', 'Month'), (row) => row.month),
  money(say('Jumlah', 'Amount'), ({ amount }) => amount),
  units(say('Unit', 'Units'), (row) => row.units),
  percent(say('Biaya', 'Fee'), ({ rate }) => rate),
  count(say('Banyak', 'Count'), (row) => row.count),
]
const said: Said = {
  at: '2026-11-24T20:26:00.000Z',
  day: '2026-11-24',
  month: '2026-11',
  amount: '1500000.00',
  units: '30066.1342',
  rate: '1.5',
  count: 1095,
}
const once = async function* () {
  yield [said]
}

describe('SECURITY 63: a file formats values as the screens do', () => {
  test('in the reader\u2019s language, times in WIB', async () => {
    for (const language of ['id', 'en'] as const) {
      const lines = (
        await wholeBody(
          await tableFile('csv', { name: 'x', columns: every, rows: once(), language }, reply),
        )
      ).toString('utf8', 3)
      const cells = [
        formatInstant(said.at, language),
        formatDate(said.day, language),
        'Nov 2026',
        formatAmount(said.amount, language),
        formatUnits(said.units, language),
        formatPercent(said.rate, language),
        language === 'id' ? '1.095' : '1,095',
      ]
      const [titles, line] = lines.split('\r\n')
      expect(titles).toBe(every.map(({ title }) => title[language]).join(','))
      expect(line).toBe(cells.map(csvCell).join(','))
      expect(rawFormsIn(lines)).toEqual([])
    }
    expect(spoken(said.at, 'instant', 'id')).toBe('25 Nov 2026, 03.26 WIB')
  })

  test('with real dates and numbers in Excel, shown so', async () => {
    const file = await wholeBody(
      await tableFile('xlsx', { name: 'x', columns: every, rows: once(), language: 'id' }, reply),
    )
    const [, row] = (await readXlsx(file)).sheets[0]?.rows ?? []
    const days = (one: unknown) => (one instanceof Date ? one.toISOString().slice(0, 16) : one)
    expect(row?.map(days)).toEqual([
      '2026-11-25T03:26',
      '2026-11-24T00:00',
      '2026-11-01T00:00',
      1_500_000,
      30_066.1342,
      1.5,
      1095,
    ])
  })
})
