// What an RM shows to a client, in a phone's browser: reports and their files, products compared,
// marked and shared, a statement.
import { readFile } from 'node:fs/promises'
import { addDays, wibDate } from '@rmtools/bib/simulator/calendar'
import type { Download } from 'playwright-core'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../caller.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import type { Registered } from '../tour/papers.ts'
import { controlOf, demoPerson } from '../tour/stage.ts'
import { createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, seen } from './mobile-hands.ts'
import type { Phone } from './mobile.ts'

const MINUTE = 60_000
const WAIT = { timeout: 20_000 }
let book: MobileBook
let phone: Phone
let investor: Registered
beforeAll(async () => {
  book = await createMobileBook()
  investor = await book.register()
  const { sid, ifua } = await book.rm.api.investors.get({ id: investor.id })
  const record = {
    tenant: 'NUSANTARA',
    sourceId: investor.id,
    rmId: demoPerson('rina').id,
    externalId: investor.externalId,
    sid,
    ifua,
  }
  // Long enough ago to be included at any time of any day.
  const past = {
    type: 'SUBSCRIPTION' as const,
    productCode: 'CAKRA-PU',
    amount: '25000000.00',
    date: addDays(wibDate(Date.now()), -40),
  }
  await controlOf(book.stage).seed({ investors: [{ ...record, transactions: [past] }] })
  phone = await book.phone()
}, 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

/** The file that a tap downloads. */
async function fileOf(touch: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([phone.page.waitForEvent('download'), touch()])
  return { name: download.suggestedFilename(), bytes: await contentOf(download) }
}
const contentOf = async (download: Download) => await readFile(await download.path())

test(
  'reports tell assets and sales by product and investor, and are shared as PDF and CSV',
  { timeout: 3 * MINUTE },
  async () => {
    const { page } = phone
    await page.goto(`${book.system.url}/app/reports`)
    await page.getByRole('heading', { name: 'Per investor' }).waitFor()
    await button(page, new RegExp(`^${investor.fullName}`)).waitFor()
    await page.getByRole('radio', { name: 'Penjualan' }).tap()
    await seen(page, 'Penjualan bersih').waitFor()
    await seen(page, 'Rp 25.000.000').waitFor()
    await page.getByRole('heading', { name: 'Per investor' }).waitFor()
    await page.getByRole('checkbox', { name: 'USD' }).tap()
    await seen(page, 'Tidak ada angka pada periode ini').waitFor()
    await page.getByRole('checkbox', { name: 'IDR' }).tap()
    await seen(page, 'Rp 25.000.000').waitFor()

    await button(page, 'Bagikan laporan').tap()
    const pdf = await fileOf(async () => await button(page, 'Bagikan PDF').tap())
    expect([pdf.name, pdf.bytes.subarray(0, 5).toString()]).toEqual([
      expect.stringMatching(/ - .*\.pdf$/),
      '%PDF-',
    ])
    const products = await fileOf(async () => await button(page, /^CSV per produk/).tap())
    expect([products.name, products.bytes.toString()]).toEqual([
      expect.stringMatching(/ - .*\.csv$/),
      expect.stringContaining('Pembelian'),
    ])
    const investors = await fileOf(async () => await button(page, /^CSV per investor/).tap())
    expect(investors.bytes.toString()).toContain(investor.fullName)
    await button(page, 'Tutup').tap()
    await button(page, new RegExp(`^${investor.fullName}`)).tap()
    await page.getByRole('heading', { name: investor.fullName }).filter({ visible: true }).waitFor()
  },
)

test("an investor's statement of a period is a PDF", { timeout: 2 * MINUTE }, async () => {
  const { page } = phone
  await page.goto(`${book.system.url}/app/investors/${investor.id}`)
  await button(page, /^Laporan rekening/).tap()
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Tahun ini' }).tap()
  const { name, bytes } = await fileOf(async () => await button(page, 'Unduh PDF').tap())
  expect([name, bytes.subarray(0, 5).toString()]).toEqual([
    expect.stringMatching(/ 1 Jan \d{4} - .*\.pdf$/),
    '%PDF-',
  ])
})

test(
  'SECURITY 61: a phone that was found unlocked gives no file without the password, which is asked for over the open sheet',
  { timeout: 2 * MINUTE },
  async () => {
    const { page } = phone
    const owner = new pg.Client({ connectionString: book.system.ownerUrl })
    await owner.connect()
    await owner.query(
      "update auth_bib.auth_session set factor_at = now() - interval '11 minutes' where user_id = $1",
      [demoPerson('rina').id],
    )
    await owner.end()
    // Reloading the page renews its token.
    await page.goto(`${book.system.url}/app/reports`)
    await page.getByRole('heading', { name: 'Per investor' }).waitFor()
    await button(page, 'Bagikan laporan').tap()
    await button(page, 'Bagikan PDF').tap()
    const question = page.getByRole('dialog', { name: 'Masukkan kata sandi sekali lagi' })
    await question.getByLabel('Kata sandi sekarang').fill(DEMO_PASSWORD)
    const { bytes } = await fileOf(
      async () => await question.getByRole('button', { name: 'Lanjutkan' }).tap(),
    )
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await question.waitFor({ state: 'hidden' })
    // The token is fresh now, so the next file comes immediately.
    await fileOf(async () => await button(page, /^CSV per investor/).tap())
  },
)

test(
  'products are marked, on every device alike, compared and shared',
  { timeout: 3 * MINUTE },
  async () => {
    const { page, context } = phone
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { items } = await book.rm.api.products.list({})
    const [first, second] = items
      .filter(({ currency }) => currency === 'IDR')
      .toSorted((a, b) => a.name.localeCompare(b.name))
    if (!first || !second) throw new Error('there is nothing to compare')
    await page.goto(`${book.system.url}/app/products`)
    await page.getByRole('switch', { name: `Favorit: ${first.name}` }).tap()
    const marked = async () =>
      (await book.rm.api.preferences.list()).items.find(({ key }) => key === 'products.favourites')
        ?.value
    await eventually(
      'the mark',
      async () => JSON.stringify(await marked()) === JSON.stringify({ codes: [first.code] }),
    )
    await page.getByRole('checkbox', { name: /^Favorit/ }).tap()
    await expect
      .poll(async () => await page.getByRole('switch', { name: /^Favorit: / }).count(), WAIT)
      .toBe(1)
    await page.getByRole('checkbox', { name: /^Favorit/ }).tap()

    await button(page, 'Bandingkan produk').tap()
    await seen(page, 'Pilih dua sampai empat produk.').waitFor()
    for (const { name } of [first, second])
      await page.getByRole('checkbox', { name: new RegExp(`^${name},`) }).tap()
    await button(page, 'Bandingkan (2)').tap()
    for (const { name } of [first, second]) await page.getByRole('link', { name }).waitFor()
    await expect
      .poll(async () => await page.getByRole('img', { name: /^Grafik .*1 tahun$/ }).count(), WAIT)
      .toBe(2)
    await page.getByText('Penurunan terdalam (1 th)').waitFor()
    await page.getByRole('link', { name: second.name }).tap()

    await page.getByRole('heading', { name: second.name }).filter({ visible: true }).waitFor()
    await button(page, /^Bagikan/).tap()
    const copied = async () => await page.evaluate('navigator.clipboard.readText()')
    await expect.poll(copied, WAIT).toContain(second.isin)
    expect(await copied()).toContain('Kinerja masa lalu tidak menjamin')
    expect(phone.complaints).toEqual([])
  },
)
