import { shortNamesOf } from '@rmtools/contracts/crm/place-names'
import { isFound } from './search.ts'

const provinces = [
  { code: '31', name: 'Daerah Khusus Ibukota Jakarta' },
  { code: '34', name: 'Daerah Istimewa Yogyakarta' },
  { code: '35', name: 'Jawa Timur' },
  { code: '36', name: 'Banten' },
  { code: '52', name: 'Nusa Tenggara Barat' },
]
const found = (search: string) =>
  provinces
    .filter(({ code, name }) => isFound(search, [name, shortNamesOf(code)]))
    .map(({ code }) => code)

test('a province is found by what people call it', () => {
  expect([
    found('DKI'),
    found('dki jakarta'),
    found('diy'),
    found('jogja'),
    found('NTB'),
    found('jatim'),
  ]).toEqual([['31'], ['31'], ['34'], ['34'], ['52'], ['35']])
  expect(found('')).toHaveLength(5)
  expect(found('xyz')).toEqual([])
})

test('the beginnings of words are enough, in any order', () => {
  expect(isFound('kab bogor', ['Kabupaten Bogor'])).toBe(true)
  expect(isFound('jakarta sel', ['Kota Administrasi Jakarta Selatan'])).toBe(true)
  expect(isFound('selatan jakarta', ['Kota Administrasi Jakarta Selatan', undefined])).toBe(true)
  expect(isFound('kab depok', ['Kota Depok'])).toBe(false)
})
