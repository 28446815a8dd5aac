import { streamXlsxRows } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { wholeBody } from './reply-body.ts'
import { column, csvCell, decimal, guardedCell, tableFile, unguardedCell, xlsxCell, type Columns } from './tables.ts'

type Row = { name: string; amount: string | null; tags: string[] }
const columns: Columns<Row> = [column('name'), decimal('amount'), column('tags')]
const rows: Row[] = [
  { name: '=HYPERLINK("http://evil")', amount: '1500.25', tags: ['a', 'b'] },
  { name: 'Sari, "Ibu" \u0001', amount: '123456789012345.67', tags: [] },
]
const batches = async function* () {
  for (const row of rows) yield [row]
}
const headers: Record<string, string> = {}
const reply = { header: (name: string, value: string) => void (headers[name] = value), cookie: () => undefined }

describe('SECURITY 28: a CSV file', () => {
  test('runs nothing in a spreadsheet, and leaves numbers numbers', () => {
    expect(
      ['=1+1', '+1 x', '@sum', '-cmd|x', '\t=1', '-1500.25', 'a,b', 'say "x"', 'two\nlines', null, 3, ['a', 'b']].map(csvCell),
    ).toEqual(["'=1+1", "'+1 x", "'@sum", "'-cmd|x", "'\t=1", '-1500.25', '"a,b"', '"say ""x"""', '"two\nlines"', '', '3', '"a;b"'])
  })

  test('can be read back as it was', () => {
    for (const text of ['=1', '+62812', '@x', '-5', "'=1", 'plain', "'", '\t'])
      expect(text === "'=1" ? text : unguardedCell(guardedCell(text))).toBe(text)
  })

  test('has a byte-order mark, a line of titles, and is saved under its name', async () => {
    const file = await wholeBody(await tableFile('csv', { name: 'sales', columns, rows: batches() }, reply))
    expect(file.toString('hex', 0, 3)).toBe('efbbbf')
    expect(file.toString('utf8', 3)).toBe(
      'name,amount,tags\r\n"\'=HYPERLINK(""http://evil"")",1500.25,"a;b"\r\n"Sari, ""Ibu"" \u0001",123456789012345.67,\r\n',
    )
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="sales.csv"' })
  })
})

describe('an Excel file', () => {
  test('has numbers only where they are exact', () => {
    const as = (text: string) => xlsxCell(text, true)
    expect(['1500.25', '-0.5', '0.000000000001', '123456789012345', '1234567890123456', '12345678901234.56', 'text', ''].map(as)).toEqual([
      1500.25,
      -0.5,
      0.000000000001,
      123456789012345,
      '1234567890123456',
      '12345678901234.56',
      'text',
      '',
    ])
    // Not marked as a decimal: a phone, a code with zeros before it.
    expect([xlsxCell('081234'), xlsxCell(null), xlsxCell(3)]).toEqual(['081234', null, 3])
  })

  test('holds what the rows hold, texts as texts', async () => {
    const file = await wholeBody(await tableFile('xlsx', { name: 'sales', columns, rows: batches() }, reply))
    const read = []
    for await (const { values } of streamXlsxRows(file)) read.push(values)
    expect(read).toEqual([
      ['name', 'amount', 'tags'],
      ['=HYPERLINK("http://evil")', 1500.25, 'a;b'],
      ['Sari, "Ibu" \u0001', '123456789012345.67', ''],
    ])
    expect(headers['content-disposition']).toBe('attachment; filename="sales.xlsx"')
  })
})
