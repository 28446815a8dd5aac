// A double tap orders once, and an amount has the same value in every notation.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import type { Registered } from '../tour/papers.ts'
import { createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, choose, field, seen } from './mobile-hands.ts'
import type { Phone } from './mobile.ts'

const MINUTE = 60_000
let book: MobileBook
let phone: Phone
let investor: Registered
let productName: string
beforeAll(async () => {
  book = await createMobileBook()
  investor = await book.register()
  const { items } = await book.rm.api.products.list({ type: 'MONEY_MARKET' })
  productName =
    items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')?.name ?? ''
  phone = await book.phone()
}, 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

async function order(page: Page): Promise<void> {
  await page.goto(`${book.system.url}/app/investors/${investor.id}`)
  await button(page, 'Buat instruksi').tap()
  await page.getByRole('radio', { name: 'Pembelian' }).waitFor()
  await choose(page, 'Produk', productName)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const offerFactSheet = async (page: Page) =>
  await page
    .getByRole('checkbox', { name: /sudah ditawarkan/ })
    .filter({ visible: true })
    .tap()

/** Delays every answer, as on a mobile network; the taps themselves are timed inside the page. */
async function slowNetwork({ context, page }: Phone): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 800,
    downloadThroughput: 60_000,
    uploadThroughput: 30_000,
  })
}

/** Presses the button, and again after the pause; without a pause in the same frame. */
const twice = (name: string, pause: number) => `(() => {
  const buttons = [...document.querySelectorAll('button, [role=button]')]
  const button = buttons.find(({ textContent, offsetParent }) => textContent.includes('${name}') && offsetParent)
  button.click()
  if (${pause} === 0) button.click()
  else setTimeout(() => button.click(), ${pause})
})()`

async function ordersOf(amount: string): Promise<readonly string[]> {
  const { items } = await book.rm.api.instructions.list({ investorId: investor.id })
  return items.filter((one) => one.amount === amount).map(({ id }) => id)
}

describe('SECURITY 46: an amount', { timeout: 3 * MINUTE }, () => {
  test.each(['Rp 1.500.000,00', '1.500.000,00', '1,500,000.00', '1500000,00', '1,5 jt', '1.5jt'])(
    '%s is read as one and a half million',
    async (text) => {
      const { page } = phone
      await order(page)
      await field(page, 'Jumlah').fill(text)
      await field(page, 'Jumlah').blur()
      await seen(page, 'satu juta lima ratus ribu rupiah').waitFor()
      expect(await field(page, 'Jumlah').inputValue()).toBe('1.500.000')
      await field(page, 'Jumlah').fill('')
      await field(page, 'Jumlah').pressSequentially(text)
      await field(page, 'Jumlah').blur()
      await seen(page, 'satu juta lima ratus ribu rupiah').waitFor()
      expect(await field(page, 'Jumlah').inputValue()).toBe('1.500.000')
    },
  )
})

describe('an order', { timeout: 3 * MINUTE }, () => {
  test.each([
    [0, '1100000'],
    [60, '1200000'],
    [400, '1300000'],
  ])(
    'SECURITY 45: two presses of the button that sends an order, %d ms apart, order once',
    async (pause, amount) => {
      const { page } = phone
      await order(page)
      await field(page, 'Jumlah').fill(amount)
      await offerFactSheet(page)
      await button(page, 'Periksa').tap()
      await page.getByRole('heading', { name: 'Periksa instruksi' }).waitFor()
      await slowNetwork(phone)
      await page.evaluate(twice('Kirim untuk persetujuan', pause))
      await seen(page, 'Menunggu persetujuan investor').waitFor()
      await page.goto(`${book.system.url}/app/tray`)
      await seen(page, 'Semua sudah terkirim').waitFor()
      expect(await ordersOf(`${amount}.00`)).toHaveLength(1)
    },
  )
})
