// Payment of an order as three people see it at the same time: the investor on a phone, the RM in
// the app, the office in the console.
import { readFile } from 'node:fs/promises'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import { buildPages } from '@rmtools/operate/pages'
import { eventually } from '../caller.ts'
import { controlOf } from '../tour/stage.ts'
import { clipboardOf, copiedBy, copiedByHand } from './clipboard.ts'
import { openConsole } from './console-world.ts'
import { axeFindings, createInvestorWorld, upToCode, type InvestorWorld } from './investor-world.ts'
import { signInOnPhone, takePhone, type Phone } from './mobile.ts'

// The package is CommonJS with a default export inside.
const readQr = typeof jsqr === 'function' ? jsqr : jsqr.default

const MINUTE = 60_000
const TENANT = 'NUSANTARA'
let world: InvestorWorld
let rmPhone: Phone
let office: Awaited<ReturnType<typeof openConsole>>
beforeAll(async () => {
  await buildPages('admin')
  await buildMobile()
  world = await createInvestorWorld()
  rmPhone = await takePhone(world.browser, world.system.url)
  await signInOnPhone(rmPhone, world.system.url, 'rina')
  office = await openConsole(world, 'maya', '/instructions')
}, 10 * MINUTE)
afterAll(async () => await world?.[Symbol.asyncDispose]())

type Fault =
  | 'paymentNever'
  | 'paymentLate'
  | 'paymentShort'
  | 'paymentOver'
  | 'paymentOtherPayer'
  | 'rejectedAfterPayment'

const bib = () => controlOf(world.stage)
const paymentOf = async (id: string) =>
  (await world.rm.api.instructions.get({ id })).instruction.payment

/** Has the investor sign an order on the phone's page, with a fault in its payment. */
async function signed(fault: Fault, order: { amount?: string } = {}) {
  const id = crypto.randomUUID()
  await bib().setFaults({ [fault]: { on: true, match: id } })
  const { path } = await world.ask({ id, ...order })
  const { code, ...opened } = await upToCode(world, path)
  const { page } = opened
  await page.getByLabel('Kode 6 angka').fill(code)
  await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
  await page.getByRole('heading', { name: 'Persetujuan Anda diterima' }).waitFor()
  return { id, path, ...opened }
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
/** Opens the order in the app and in the console. */
async function everywhere(id: string): Promise<{ app: Page; console: Page }> {
  await rmPhone.page.goto(`${world.system.url}/app/instructions/${id}`)
  await office.page.goto(`${world.system.url}/admin/instructions/${id}`)
  return { app: rmPhone.page, console: office.page }
}
const shown = async (page: Page, text: string) =>
  await page.getByText(text).filter({ visible: true }).first().waitFor()

/** The text of the QR code in a picture. */
async function qrIn(picture: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return readQr(new Uint8ClampedArray(data), info.width, info.height)?.data
}
/** What a press downloads, read as a QR code. */
async function savedBy(page: Page, button: Locator) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), payload: await qrIn(await readFile(await file.path())) }
}

/** Printed from a dark screen: light, whole, without what surrounds it. */
async function readsOnPaper(page: Page): Promise<void> {
  const background = async () =>
    await page
      .getByRole('main')
      .locator('section')
      .first()
      .evaluate((section) => getComputedStyle(section).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).not.toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect.poll(background).toBe('rgb(255, 255, 255)')
  for (const role of ['navigation', 'button'] as const)
    expect(await page.getByRole(role).filter({ visible: true }).count()).toBe(0)
  expect(await page.getByRole('main').evaluate((main) => getComputedStyle(main).overflow)).toBe(
    'visible',
  )
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
}

describe('an order', { timeout: 3 * MINUTE }, () => {
  test('paid in time: all three screens show where to pay, and change without a reload when the money arrives', async () => {
    const { id, page, complaints, context, path } = await signed('paymentNever')
    await heading(page, 'Menunggu pembayaran').waitFor()
    const number = (await paymentOf(id))?.number ?? 'none'
    const { app, console } = await everywhere(id)
    await shown(app, number)
    await shown(app, 'Bagikan')
    await shown(app, 'Salin nomor')
    await shown(console, 'Nomor virtual account')
    const text = await page.getByRole('main').innerText()
    for (const part of ['Rp\u00A025.000.000', 'Sisa waktu', 'WIB', 'BCA mobile', 'ATM'])
      expect(text).toContain(part)
    const copy = page.getByRole('button', { name: 'Salin' }).first()
    expect(await copiedBy(page, copy)).toBe(number)
    await page.reload()
    expect(await copiedByHand(page, copy)).toBe(number)
    const copyInConsole = console.getByRole('button', { name: 'Salin' }).first()
    expect(await copiedBy(console, copyInConsole)).toBe(number)
    expect(await copiedByHand(console, copyInConsole)).toBe(number)
    await readsOnPaper(console)
    expect(await copiedBy(app, app.getByRole('button', { name: 'Salin nomor' }))).toBe(number)
    const shared = await copiedBy(app, app.getByRole('button', { name: 'Bagikan' }))
    expect(shared.split('\n')).toContain(`Nomor virtual account: ${number}`)
    await app.getByText(number).filter({ visible: true }).selectText()
    await app.keyboard.press('ControlOrMeta+C')
    expect(await clipboardOf(app)).toBe(number)
    await page.locator('summary', { hasText: 'BRImo' }).tap()
    await shown(page, `Masukkan nomor ${number}`)
    expect(await axeFindings(page)).toEqual([])
    // The same link still works after the page was closed.
    await page.goto(path)
    await heading(page, 'Menunggu pembayaran').waitFor()

    await bib().pay({ tenant: TENANT, sourceId: id })
    await heading(page, 'Sudah dibayar').waitFor()
    await shown(app, 'Sudah dibayar')
    await shown(console, 'Sudah dibayar')
    expect([complaints, rmPhone.complaints, office.complaints]).toEqual([[], [], []])
    await context.close()
  })

  test('with a QRIS code: each draws it, a reader finds the payload, and the picture can be saved', async () => {
    const { id, page, context } = await signed('paymentNever', { amount: '5000000' })
    await heading(page, 'Menunggu pembayaran').waitFor()
    const payload = (await paymentOf(id))?.qris ?? 'none'
    expect(payload).toMatch(/^000201.*54105000000\.00/)
    const { app, console } = await everywhere(id)
    for (const screen of [page, app, console]) {
      const picture = screen
        .getByRole('img', { name: 'Kode QRIS untuk membayar Rp\u00A05.000.000' })
        .filter({ visible: true })
      expect(await qrIn(await picture.screenshot())).toBe(payload)
      await screen.emulateMedia({ colorScheme: 'dark' })
      expect(await qrIn(await picture.screenshot())).toBe(payload)
      await screen.emulateMedia({ colorScheme: 'light' })
    }
    expect(await savedBy(page, page.getByRole('button', { name: 'Simpan gambar' }))).toEqual({
      name: 'QRIS Reksa Dana Andalan Dana Kas Rp 5.000.000.png',
      payload,
    })
    const share = app.getByRole('button', { name: 'Bagikan gambar' }).filter({ visible: true })
    expect(await savedBy(app, share)).toMatchObject({ payload })
    expect(await axeFindings(page)).toEqual([])
    await bib().pay({ tenant: TENANT, sourceId: id, amount: '2000000.00' })
    await heading(page, 'Pembayaran kurang').waitFor()
    // The code contains the whole amount, so it would pay too much now.
    expect(await page.getByRole('img', { name: /QRIS/ }).count()).toBe(0)
    await bib().pay({ tenant: TENANT, sourceId: id })
    await heading(page, 'Sudah dibayar').waitFor()
    await context.close()
  })

  test('paid short: says what is missing, and takes the rest', async () => {
    const { id, page, context } = await signed('paymentShort')
    await heading(page, 'Pembayaran kurang').waitFor()
    await page.getByText('Rp\u00A012.500.000').first().waitFor()
    const { app, console } = await everywhere(id)
    await shown(app, 'Pembayaran kurang')
    await shown(console, 'Pembayaran kurang')
    await bib().clearFault({ name: 'paymentShort' })
    await bib().pay({ tenant: TENANT, sourceId: id })
    await heading(page, 'Sudah dibayar').waitFor()
    await context.close()
  })

  test('paid too much, or given back by the manager: each says so', async () => {
    const over = await signed('paymentOver')
    await heading(over.page, 'Dibayar lebih').waitFor()
    await over.page.getByText('Rp\u00A02.500.000').first().waitFor()
    await over.context.close()
    const refunded = await signed('rejectedAfterPayment')
    await heading(refunded.page, 'Dana sudah dikembalikan').waitFor()
    await refunded.context.close()
  })

  test('paid by somebody else: held, given back by the office with a reason, then paid from the own account', async () => {
    const { id, page, context } = await signed('paymentOtherPayer')
    await heading(page, 'Ditahan: pembayar lain').waitFor()
    expect(await page.getByText('BUDI SANTOSO').count()).toBe(0)
    await office.page.goto(`${world.system.url}/admin/instructions?payments=held&order=oldest`)
    await office.page.getByRole('link', { name: world.investor.fullName }).first().waitFor()
    const { app, console } = await everywhere(id)
    await shown(app, 'Ditahan: pembayar lain')
    await console.getByText('BUDI SANTOSO').waitFor()
    await console.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    const dialog = console.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    await dialog.getByText('Tulis alasannya.').waitFor()
    await dialog.getByLabel('Alasan').fill('Dibayar oleh orang lain')
    await dialog.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    await console.getByText('Dana pembayar lain dikembalikan').first().waitFor()
    await heading(page, 'Menunggu pembayaran').waitFor()
    await bib().pay({ tenant: TENANT, sourceId: id })
    await heading(page, 'Sudah dibayar').waitFor()
    await context.close()
  })

  // Runs last: Bib's clock moves past the cut-off and stays ahead.
  test('not paid in time: told to both, repeated by one tap; and paid late: sent back', async () => {
    const late = await signed('paymentLate')
    const own = await signed('paymentShort')
    const { id, page, context } = await signed('paymentNever')
    const dueAt = await eventually(
      'the due time',
      async () => (await paymentOf(id))?.dueAt ?? undefined,
    )
    for (const other of [late, own])
      await eventually('the other', async () => (await paymentOf(other.id))?.dueAt)
    await bib().moveClock({ advanceTo: new Date(Date.parse(dueAt) + MINUTE).toISOString() })
    await heading(page, 'Tidak dibayar tepat waktu').waitFor()
    const { app, console } = await everywhere(id)
    await shown(console, 'Tidak dibayar tepat waktu')
    await shown(app, 'Ulangi untuk NAB berikutnya')
    await app
      .getByRole('button', { name: 'Ulangi untuk NAB berikutnya' })
      .filter({ visible: true })
      .dblclick()
    await shown(app, 'Menunggu persetujuan investor')
    const { items } = await world.rm.api.instructions.list({ investorId: world.investor.id })
    expect(items.filter(({ repeatOf }) => repeatOf === id)).toHaveLength(1)

    // The first page learns of it, and does not order a third time.
    await page.reload()
    await page.getByRole('button', { name: 'Buka instruksi yang baru' }).tap()
    await shown(page, 'Tautan persetujuannya kami kirim kepada Anda')

    // The investor needs no RM for it.
    await heading(own.page, 'Dana sudah dikembalikan').waitFor()
    expect(await axeFindings(own.page)).toEqual([])
    await own.page.getByRole('button', { name: 'Ulangi untuk NAB berikutnya' }).dblclick()
    await own.page.getByRole('button', { name: 'Lanjut menyetujui' }).waitFor()
    expect(own.page.url()).not.toBe(own.path)
    const after = await world.rm.api.instructions.list({ investorId: world.investor.id })
    expect(after.items.filter(({ repeatOf }) => repeatOf === own.id)).toHaveLength(1)

    await bib().clearFault({ name: 'paymentLate' })
    await heading(late.page, 'Dana sudah dikembalikan').waitFor()
    await Promise.all([context.close(), late.context.close(), own.context.close()])
  })
})
