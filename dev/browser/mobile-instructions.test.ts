// Orders in the RM's app in a phone's browser: a subscription until settlement, then a switch and a
// redemption; the portfolio.
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually } from '../caller.ts'
import { approve, settle } from '../tour/answering.ts'
import type { Registered } from '../tour/papers.ts'
import { copiedBy } from './clipboard.ts'
import { createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, choose, openedBy, overlaps, seen } from './mobile-hands.ts'
import type { Phone } from './mobile.ts'

const MINUTE = 60_000
let book: MobileBook
let phone: Phone
let investor: Registered
beforeAll(async () => {
  book = await createMobileBook()
  investor = await book.register()
  phone = await book.phone()
}, 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

const amount = (page: Page) =>
  page.getByRole('textbox', { name: 'Jumlah' }).filter({ visible: true })

/** Opens the form for the investor. */
async function instruct(page: Page): Promise<void> {
  await page.goto(`${book.system.url}/app/investors/${investor.id}`)
  await button(page, 'Buat instruksi').tap()
  await page.getByRole('radio', { name: 'Pembelian' }).waitFor()
}

const offerFactSheet = async (page: Page) =>
  await page
    .getByRole('checkbox', { name: /sudah ditawarkan/ })
    .filter({ visible: true })
    .tap()

/** Reviews and sends the order; returns the id of the instruction on the server. */
async function send(page: Page): Promise<string> {
  await button(page, 'Periksa').tap()
  await page.getByRole('heading', { name: 'Periksa instruksi' }).waitFor()
  await button(page, 'Kirim untuk persetujuan').tap()
  await page.getByText('Menunggu persetujuan investor').filter({ visible: true }).waitFor()
  return /instructions\/([\w-]{36})/.exec(page.url())?.[1] ?? ''
}

describe('selling', { timeout: 3 * MINUTE }, () => {
  test('limits are said as one types; a subscription is approved by the investor and tracked to settled', async () => {
    const { page } = phone
    const { items } = await book.rm.api.products.list({ type: 'MONEY_MARKET' })
    const product = items.find(
      ({ currency, status, switchGroup }) =>
        currency === 'IDR' && status === 'ACTIVE' && switchGroup !== null,
    )
    await instruct(page)
    await choose(page, 'Produk', product?.name ?? '')
    // The closed sheet does not take the focus back from the next field.
    await amount(page).focus()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await amount(page).and(page.locator(':focus')).count()).toBe(1)
    await amount(page).fill('5')
    await page
      .getByText(/^Minimal Rp/)
      .filter({ visible: true })
      .first()
      .waitFor()
    expect(await button(page, 'Periksa').isDisabled()).toBe(true)
    await amount(page).fill('25000000')
    await offerFactSheet(page)
    const asked = new Date()
    const id = await send(page)
    await approve(book.stage, investor, asked)
    await settle(book.stage, book.rm, id)
    await page.getByText('Selesai', { exact: true }).filter({ visible: true }).first().waitFor()

    await eventually(
      'the units',
      async () => (await book.rm.api.portfolios.get({ id: investor.id })).positions.length > 0,
    )
    await page.goto(`${book.system.url}/app/investors/${investor.id}`)
    await page.getByRole('heading', { name: 'Kepemilikan', exact: true }).waitFor()
    expect(await page.getByRole('img', { name: 'Alokasi portofolio' }).count()).toBe(1)
    expect(await overlaps(page)).toEqual([])
    await page
      .getByText('Kinerja masa lalu tidak menjamin kinerja di masa depan.')
      .first()
      .waitFor()
  })

  test('the RM chooses the channel, sees how the link went out, and hands it over', async () => {
    const { page } = phone
    const { items } = await book.rm.api.products.list({ type: 'MONEY_MARKET' })
    const product = items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')
    await instruct(page)
    await choose(page, 'Produk', product?.name ?? '')
    await amount(page).fill('30000000')
    await offerFactSheet(page)
    await button(page, 'Periksa').tap()
    await page.getByRole('heading', { name: 'Periksa instruksi' }).waitFor()
    const channels = page.getByRole('radiogroup', { name: 'Tautan dikirim lewat' })
    expect(await channels.getByRole('radio', { name: 'E-mail' }).isChecked()).toBe(true)
    await channels.getByRole('radio', { name: 'SMS' }).tap()
    await button(page, 'Kirim untuk persetujuan').tap()
    await seen(page, new RegExp(`^Dikirim lewat SMS ke .*${investor.phone.slice(-4)}, `)).waitFor()
    const id = /instructions\/([\w-]{36})/.exec(page.url())?.[1] ?? ''

    await button(page, 'Salin atau bagikan tautan').tap()
    const sheet = page.getByRole('dialog', { name: 'Bagikan tautan' })
    const link = await copiedBy(page, sheet.getByRole('button', { name: 'Salin tautan' }))
    expect(link).toMatch(/\/i\/approve\/[\w-]{43}$/)
    await sheet.getByText(link).waitFor()
    const chat = await openedBy(page, sheet.getByRole('button', { name: 'Buka WhatsApp klien' }))
    const address = new URL(chat)
    expect(address.host).toBe('wa.me')
    expect(address.pathname).toBe(`/${investor.phone.slice(1)}`)
    expect(address.searchParams.get('text')).toContain(link)
    await sheet.getByRole('button', { name: 'Tutup' }).tap()
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
    expect(kept).not.toContain(link.slice(-43))

    await button(page, 'Kirim ulang tautan').tap()
    const again = page.getByRole('dialog', { name: 'Kirim tautan persetujuan' })
    await again.getByText('@').first().waitFor()
    await again.getByRole('button', { name: 'Kirim tautan' }).tap()
    await seen(page, /^Dikirim lewat E-mail ke /).waitFor()
    const { version } = (await book.rm.api.instructions.get({ id })).instruction
    await book.rm.api.instructions.cancel({ id, version, reason: 'Selesai dicoba' })
    await seen(page, 'Dibatalkan').waitFor()
    expect(await button(page, 'Salin atau bagikan tautan').count()).toBe(0)
    expect(phone.complaints).toEqual([])
  })

  test('a product above the profile requires that the investor was informed', async () => {
    const { page } = phone
    const { items } = await book.rm.api.products.list({ type: 'EQUITY' })
    const risky = items.find(
      ({ riskLevel, status, currency }) =>
        riskLevel > 3 && status === 'ACTIVE' && currency === 'IDR',
    )
    await instruct(page)
    await choose(page, 'Produk', risky?.name ?? '')
    await amount(page).fill('25000000')
    await offerFactSheet(page)
    await page.getByText('Di atas profil risiko investor').filter({ visible: true }).waitFor()
    expect(await button(page, 'Periksa').isDisabled()).toBe(true)
    await page.getByRole('checkbox', { name: /sudah menjelaskan/ }).tap()
    const id = await send(page)
    await button(page, 'Batalkan instruksi').tap()
    await page.getByRole('checkbox', { name: 'Dibuat dua kali' }).tap()
    await button(page, 'Batalkan instruksi').last().tap()
    await eventually(
      'the end',
      async () => (await book.rm.api.instructions.get({ id })).instruction.status === 'cancelled',
    )
  })

  test('a part is redeemed to the own account, and the rest switched', async () => {
    const { page } = phone
    const [position] = (await book.rm.api.portfolios.get({ id: investor.id })).positions
    await instruct(page)
    await page.getByRole('radio', { name: 'Penjualan' }).tap()
    await choose(page, 'Dari produk', position?.productName ?? '')
    await page.getByRole('radio', { name: 'Unit' }).tap()
    await page.getByRole('checkbox', { name: '25%' }).tap()
    await choose(page, 'Dibayar ke rekening', /./)
    await offerFactSheet(page)
    let asked = new Date()
    const redemption = await send(page)
    await approve(book.stage, investor, asked)
    await settle(book.stage, book.rm, redemption)
    expect((await book.rm.api.instructions.get({ id: redemption })).instruction).toMatchObject({
      type: 'redemption',
      bankAccountId: investor.bankAccountId,
    })

    await instruct(page)
    await page.getByRole('radio', { name: 'Pengalihan' }).tap()
    await choose(page, 'Dari produk', position?.productName ?? '')
    await choose(page, 'Ke produk', /./)
    await page.getByRole('radio', { name: 'Semua' }).tap()
    const told = page.getByRole('checkbox', { name: /sudah menjelaskan/ })
    if (await told.isVisible()) await told.tap()
    await offerFactSheet(page)
    asked = new Date()
    const switching = await send(page)
    await approve(book.stage, investor, asked)
    await settle(book.stage, book.rm, switching)
    await page.getByText('Selesai', { exact: true }).filter({ visible: true }).first().waitFor()
    expect(phone.complaints).toEqual([])
  })

  test('an order written without a network is sent later; one that is refused is corrected in its form', async () => {
    const { page, context } = phone
    const { items } = await book.rm.api.products.list({ type: 'MONEY_MARKET' })
    const first = items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')
    await instruct(page)
    await choose(page, 'Produk', first?.name ?? '')
    await context.setOffline(true)
    await amount(page).fill('1000000')
    await offerFactSheet(page)
    await button(page, 'Periksa').tap()
    await button(page, 'Simpan sebagai draf').tap()
    await seen(page, 'Menunggu dikirim').waitFor()
    const draft = /instructions\/([\w-]{36})/.exec(page.url())?.[1] ?? ''
    await page.reload()
    await seen(page, 'Menunggu dikirim').waitFor()
    await context.setOffline(false)
    await eventually('the draft', async () => {
      const there = await book.rm.api.instructions.get({ id: draft }).catch(() => undefined)
      return there?.instruction.status === 'draft'
    })
    await seen(page, 'Draf').waitFor()

    // While the phone is offline, the investor's risk profile becomes more conservative.
    const mixed = (await book.rm.api.products.list({ type: 'MIXED' })).items.find(
      ({ currency, status, riskLevel }) =>
        currency === 'IDR' && status === 'ACTIVE' && riskLevel <= 3,
    )
    await instruct(page)
    await choose(page, 'Produk', mixed?.name ?? '')
    await context.setOffline(true)
    await amount(page).fill('2000000')
    await offerFactSheet(page)
    await button(page, 'Periksa').tap()
    await button(page, 'Kirim untuk persetujuan').tap()
    await seen(page, 'Menunggu dikirim').waitFor()
    const careful = defaultQuestionnaire.questions.map(({ id, options }) => ({
      questionId: id,
      optionId: options[0]?.id ?? '',
    }))
    await book.rm.api.riskProfiles.create({
      id: investor.id,
      questionnaireVersion: defaultQuestionnaire.version,
      answers: careful,
    })
    await context.setOffline(false)
    await button(page, 'Perbaiki').tap()
    await page.getByRole('radio', { name: 'Pembelian' }).filter({ visible: true }).waitFor()
    await expect
      .poll(async () => await amount(page).inputValue(), { timeout: 15_000 })
      .toBe('2.000.000')
    await page.getByRole('checkbox', { name: /sudah menjelaskan/ }).tap()
    const corrected = await send(page)
    expect((await book.rm.api.instructions.get({ id: corrected })).instruction).toMatchObject({
      productCode: mixed?.code,
      amount: '2000000.00',
      aboveRiskProfile: true,
      status: 'awaiting-approval',
    })
    await page.goto(`${book.system.url}/app/tray`)
    await seen(page, 'Semua sudah terkirim').waitFor()
    expect(phone.complaints).toEqual([])
  })
})
