import { describe, expect, test } from 'vitest'
import { recordsOf } from '../delimited.ts'
import { headOf, usualColumn, type ImportField } from './lead-import-table.ts'

const cells = (text: string, delimiter: ',' | ';' | '\t') =>
  [...recordsOf(text, delimiter)].map((record) => record.cells)

describe('a text of records', () => {
  test.each([
    [
      'quotes with delimiter, quote and line break within',
      '"a,""b""","c\nd", e ,\n1',
      ',',
      [['a,"b"', 'c\nd', ' e ', ''], ['1']],
    ],
    ['quotes that are part of the text', '"Memet" Hidayat,TV 42"\nx,"', ',', undefined],
    ['every kind of line end', 'a\r\nb\rc\n', ',', [['a'], ['b'], ['c']]],
    ['a byte-order mark', '\uFEFFa;b', ';', [['a', 'b']]],
    [
      'copied cells with quotes of their own',
      'Muhammad "Memet"\t"TV"\tTV 42"\n"x\t1',
      '\t',
      [
        ['Muhammad "Memet"', '"TV"', 'TV 42"'],
        ['"x', '1'],
      ],
    ],
    ['a copied cell with a line break', '"a ""b""\nc"\td', '\t', [['a "b"\nc', 'd']]],
    ['empty rows', 'a\n\nb', ',', [['a'], [''], ['b']]],
  ] as const)('%s', (_, text, delimiter, records) => {
    if (records === undefined) expect(() => cells(text, delimiter)).toThrow('quote-open at line 2')
    else expect(cells(text, delimiter)).toEqual(records)
  })

  test('rows count as in a spreadsheet, lines as in an editor', () => {
    expect([...recordsOf('a,"x\ny"\nb\n', ',')].map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 3],
    ])
  })

  test('it stops at a limit, whatever follows', () => {
    expect(() => cells(','.repeat(1_000_000), ',')).toThrow('too-many-columns at line 1')
    expect(() => cells(`a\n${'x'.repeat(1_000_000)}`, ',')).toThrow('cell-too-long at line 2')
    expect(() => cells(`"${'x'.repeat(1_000_000)}`, ',')).toThrow('cell-too-long at line 1')
    expect(() => cells(`a,"${'""'.repeat(500_000)}`, ',')).toThrow('cell-too-long at line 1')
  })
})

describe('the headings of a table', () => {
  test.each([
    ['plain', 'Nama,HP\nA,1', ',', ['Nama', 'HP'], 1],
    ['below a separator line', 'sep=;\nNama;HP\nA;1', ';', ['Nama', 'HP'], 2],
    ['below an empty line', '\r\nNama;HP\r\nA;1', ';', ['Nama', 'HP'], 2],
    [
      'below a title with commas and a date',
      'Daftar prospek, cabang Bandung, 2026\n\nTanggal,28/11/2026\nNama;HP\nA;1',
      ';',
      ['Nama', 'HP'],
      4,
    ],
    [
      'with a comma and a line break within',
      '"Nama\nLengkap","No. HP, WA"\nA,1',
      ',',
      ['Nama Lengkap', 'No. HP, WA'],
      1,
    ],
    [
      'by semicolons in a file with commas in cells',
      'Nama;HP;Tags\nA;1;"a, b, c, d"',
      ';',
      ['Nama', 'HP', 'Tags'],
      1,
    ],
    [
      'by commas in a file with semicolons in cells',
      'Nama,HP,Tags\nA,1,a;b;c;d',
      ',',
      ['Nama', 'HP', 'Tags'],
      1,
    ],
    ['that nobody knows', 'Klienku\tHubungi\nA\t1', '\t', ['Klienku', 'Hubungi'], 1],
    ['of nothing', '', ',', [], 0],
  ] as const)('%s', (_, text, delimiter, columns, row) => {
    expect(headOf(text)).toEqual({ delimiter, columns, row })
  })

  test('a mapping identifies their row', () => {
    expect(
      headOf('Laporan;2026\nKlienku;Hubungi\nA;1', { fullName: 'klienku', phone: 'Hubungi' }),
    ).toMatchObject({ row: 2 })
  })

  test.each([
    [
      'phone',
      'No. WA|Telp|Telepon|Ponsel|HP|Nomor HP|No HP|NO.HP|Nomor Telepon|No. Telp.|No. Tlp|Nomor WhatsApp|WhatsApp|WA|No. HP/WA|HP / WA|Handphone|No. Handphone|Mobile No.|Phone Number|Tel No|Nomor Ponsel|Kontak|Nomor HP (aktif)|No. WA *|Telepon Seluler',
    ],
    [
      'fullName',
      'Nama|Nama Lengkap|Nama Nasabah|NAMA LENGKAP (sesuai KTP)|Nama Calon Nasabah|Name|Full Name|Customer Name|Nasabah|Nama Klien|nama_lengkap',
    ],
    ['email', 'Email|E-mail|e-Mail|Surel|Alamat Email|Alamat Surel|Email Address'],
    ['interest', 'Minat|Produk Diminati|Interest'],
    ['source', 'Sumber|Asal|Lead Source|Referensi'],
    ['tags', 'Tags|Label|Kategori|Segmen'],
    [
      'nextFollowUpAt',
      'Tindak lanjut|Tgl. Follow Up|Follow-up|Tanggal Tindak Lanjut|Next follow-up',
    ],
  ] as [ImportField, string][])('%s is called %s', (field, called) => {
    for (const name of called.split('|'))
      expect([name, usualColumn(field, ['Cabang', name])]).toEqual([name, 1])
  })
  test('other columns are ignored', () => {
    for (const name of ['No', 'No.', 'Catatan', 'Nomor', 'Alamat', 'Nama Ibu', 'NIK'])
      expect([
        name,
        (['fullName', 'phone', 'email'] as const).map((field) => usualColumn(field, [name])),
      ]).toEqual([name, [-1, -1, -1]])
  })
})
