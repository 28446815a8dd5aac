import { expect, test } from 'vitest'
import { headingsOf } from './csv.ts'

test.each([
  ['commas', 'name,phone\nAyu,0812', ['name', 'phone']],
  ['semicolons and a byte-order mark', '\uFEFFNama Lengkap;No. HP\r\nAyu;0812', ['Nama Lengkap', 'No. HP']],
  ['tabs, and a file that is its heading', 'Client\tContact', ['Client', 'Contact']],
  ['quotes with the delimiter, a quote and a line break within', '"a,""b""","c\nd", e ,\n1', ['a,"b"', 'c\nd', 'e']],
  ['nothing', '', []],
])('headings separated by %s', (_, csv, headings) => {
  expect(headingsOf(csv)).toEqual(headings)
})
