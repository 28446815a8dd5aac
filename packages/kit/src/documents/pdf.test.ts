import { expect, test } from 'vitest'
import { nameRanges } from '@rmtools/contracts/name-letters'
import { disposition } from '../http/disposition.ts'
import { faceFor } from './pdf-fonts.ts'
import { documentName, documentNumber, makeDocument, table, type DocumentInfo } from './pdf.ts'
import { pdfPages, pdfText } from '../testing/pdf.ts'

const info: DocumentInfo = {
  language: 'id',
  company: { name: 'PT Nusantara Investama' },
  title: 'Laporan investasi',
  number: documentNumber('LI', '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11'),
  at: new Date('2026-11-24T02:26:00Z'),
  hash: 'ab12'.repeat(16),
}
const names = [
  'Łukasz Đặng Nūraini Şəhla',
  'Nguyễn Thị Ánh Tuyết',
  'Muḥammad al-Ḫwārizmī ʻAbd ʼIsā',
  '王小明',
  '諸葛亮 㐀',
  'PT Maju （印尼） Tbk.',
  'محمد عبد الرحمن',
]

test('SECURITY 63: every letter that a name may have is in a typeface of the documents', () => {
  const missing = nameRanges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (code) => faceFor(code) === undefined,
    ),
  )
  expect(missing.map((code) => code.toString(16))).toEqual([])
})

test('a letter without a typeface is not replaced by another letter', () => {
  expect([0x1f600, 0xe01, 0x2000b].map(faceFor)).toEqual([undefined, undefined, undefined])
})

test('SECURITY 63: a document shows names as they were written', async () => {
  const text = await pdfText(
    await makeDocument(info, [{ kind: 'facts', facts: names.map((name) => ['Nama', name]) }]),
  )
  // The tests' PDF reader inserts spaces between joined letters.
  const close = (one: string) => one.replaceAll(' ', '')
  for (const name of names) expect(close(text)).toContain(close(name))
})

test('right-to-left text does not reorder its neighbours', async () => {
  const bytes = await makeDocument(info, [{ kind: 'text', text: 'PT محمد (Persero) 123, 王小明' }])
  expect(await pdfText(bytes)).toContain('PT محمد (Persero) 123, 王小明')
})

test('a letter from outside that no typeface has is seen to be missing', async () => {
  expect(
    await pdfText(await makeDocument(info, [{ kind: 'text', text: 'Hai 😀 \u0007\u202eitis' }])),
  ).toContain('Hai □ itis')
})

test('the head names company, document and date; each foot has the page count, the number and the hash', async () => {
  const columns = [
    { title: 'Produk', width: 3, of: (name: string) => name },
    { title: 'Nilai', width: 1, of: () => 'Rp\u00a0999.999.999.999.999,99', isNumber: true },
  ]
  const rows = Array.from({ length: 80 }, (_, index) => `Reksa Dana ${index}`)
  const bytes = await makeDocument(info, [
    { kind: 'heading', text: 'Posisi' },
    table(columns, rows, [['Jumlah', 'Rp\u00a01']]),
  ])
  const pages = await pdfPages(bytes)
  expect(pages.length).toBe(3)
  expect(pages[0]).toContain('PT Nusantara Investama')
  expect(pages[0]).toContain('LI-1F5B-8A11')
  expect(pages[0]).toContain('24 Nov 2026, 09.26 WIB')
  for (const [index, page] of pages.entries()) {
    expect(page).toContain(`Halaman ${index + 1} dari 3`)
    expect(page).toContain('PT Nusantara Investama · LI-1F5B-8A11 · SHA-256 ab12 ab12 ab12 ab12')
    expect(page).toContain('Produk')
    expect(page).toContain('Rp 999.999.999.999.999,99')
  }
  expect(pages[2]).toContain('Jumlah')
})

test('SECURITY 51: a long document holds up nobody: it is drawn in a thread, also beside others', async () => {
  const rows = Array.from(
    { length: 2000 },
    (_, index) => `Reksa Dana ${index} ${names[index % names.length] ?? ''}`,
  )
  const long = table([{ title: 'Nama', width: 1, of: (name: string) => name }], rows)
  const [own, all] = [process.threadCpuUsage(), process.cpuUsage()]
  const drawn = await Promise.all([
    makeDocument(info, [long]),
    makeDocument(info, [{ kind: 'text', text: 'pendek' }]),
  ])
  const [ownUsed, allUsed] = [process.threadCpuUsage(own), process.cpuUsage(all)]
  // CPU microseconds, which a busy machine does not inflate.
  expect(ownUsed.user + ownUsed.system).toBeLessThan((allUsed.user + allUsed.system) / 5)
  const texts = await Promise.all(drawn.map(pdfPages))
  expect(texts.map((pages) => pages.length > 30)).toEqual([true, false])
  expect(texts[1]?.join('')).toContain('pendek')
})

test('an error in drawing one document does not affect others', async () => {
  const broken = makeDocument(info, [
    { kind: 'signature', image: new Uint8Array([1, 2]), name: 'x', capacity: 'y', at: 'z' },
  ])
  const [failed, drawn] = await Promise.allSettled([
    broken,
    makeDocument(info, [{ kind: 'text', text: 'utuh' }]),
  ])
  expect([failed?.status, drawn?.status]).toEqual(['rejected', 'fulfilled'])
})

test('a signature is above the name of its owner', async () => {
  const { default: sharp } = await import('sharp')
  const image = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#222' } })
    .png()
    .toBuffer()
  const bytes = await makeDocument(info, [
    { kind: 'signature', image, name: '王小明', capacity: 'Investor', at: 'Ditandatangani' },
  ])
  expect(await pdfText(bytes)).toContain('王小明 Investor Ditandatangani')
})

test('a file is named after whose, what, which and when', () => {
  const name = documentName({ ...info, company: { name: 'PT Łódź/Maju "A"' } })
  expect(name).toBe('PT Łódź Maju A Laporan investasi LI-1F5B-8A11 2026-11-24.pdf')
  expect(disposition('inline', name)).toBe(
    `inline; filename="PT _odz Maju A Laporan investasi LI-1F5B-8A11 2026-11-24.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  expect(disposition('attachment', 'prospek.csv')).toBe('attachment; filename="prospek.csv"')
})
