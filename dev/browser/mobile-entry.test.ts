// How an RM gets into the app: registration, code, approval by the company, sign-in with a second
// factor, password reset, another company.
import type { Locator } from 'playwright-core'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, messageTo } from '../caller.ts'
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import { pagesOf } from '@rmtools/operate/pages'
import type { System } from '../system.ts'
import { startBrowser, type Browser } from './browser.ts'
import { signInOnPhone, takePhone } from './mobile.ts'

const MINUTES = 60_000
const MOST_FIRST_BYTES = 900_000
let system: System
let browser: Browser

beforeAll(async () => {
  await buildMobile()
  system = await throwAwaySystem()
  browser = await startBrowser()
}, 10 * MINUTES)
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]()
  await system?.[Symbol.asyncDispose]()
})

/** Screens below the top one stay in the page, hidden. */
const seen = (found: Locator) => found.filter({ visible: true })

test('an RM registers, proves the phone, waits, is approved and signs in', async () => {
  const { page, context, complaints } = await takePhone(browser, system.url)
  const [email, phone] = ['putri.maharani@nusantara.example', '+6281355501234']
  const since = new Date()
  await page.getByRole('button', { name: 'Belum punya akun? Daftar' }).click()
  await page.getByRole('button', { name: /^Perusahaan:/ }).click()
  await page.getByRole('radio', { name: 'Nusantara Investama' }).click()
  await page.getByLabel('Nama lengkap').fill('Putri Maharani')
  await page.getByLabel('E-mail kerja').fill(email)
  await page.getByLabel('Nomor telepon', { exact: true }).fill('0813 5550 1234')
  await page.getByLabel('Izin WAPERD').fill('WAPERD-2026-00991')
  await seen(page.getByLabel('Kata sandi', { exact: true })).fill('putri12345678')
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  await expect
    .poll(async () => await page.getByRole('alert').allTextContents())
    .toContainEqual(expect.stringContaining('nama'))
  await seen(page.getByLabel('Kata sandi', { exact: true })).fill('sawah hijau luas')
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  const code = seen(page.getByLabel('Kode verifikasi'))
  await code.waitFor()
  await code.fill(await messageTo(system.url, phone, /\b(\d{6})\b/, since))
  await page.getByRole('heading', { name: 'Menunggu persetujuan' }).waitFor()

  await page.getByRole('button', { name: 'Ke halaman masuk' }).click()
  await seen(page.getByLabel('E-mail atau nomor telepon')).fill(email)
  await seen(page.getByLabel('Kata sandi', { exact: true })).fill('sawah hijau luas')
  await seen(page.getByRole('button', { name: 'Masuk', exact: true })).click()
  await page.getByText('menunggu persetujuan').waitFor()

  const { api } = await as(system, 'sari')
  const { items } = await api.users.list({ search: email })
  const [user] = items
  if (!user) throw new Error('the registration is not in the list')
  await api.users.approveOrReject({ id: user.id, decision: 'approve', version: user.version })

  const again = new Date()
  await seen(page.getByRole('button', { name: 'Masuk', exact: true })).click()
  // The phone that verified the number is either trusted already or asked for a code.
  const today = page.getByRole('tab', { name: 'Hari ini' })
  await today.or(code).first().waitFor()
  if (await code.isVisible())
    await code.fill(await messageTo(system.url, phone, /\b(\d{6})\b/, again))
  await today.waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('a sign-in on a new device asks for a code; a wrong one is refused, the right one opens the app', async () => {
  const phone = await takePhone(browser, system.url)
  const { page, context } = phone
  await page.getByLabel('E-mail atau nomor telepon').fill('rina@nusantara.example')
  await page.getByLabel('Kata sandi', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  await signInOnPhone(phone, system.url, 'rina')
  await page.reload()
  await page.getByRole('tab', { name: 'Hari ini' }).waitFor()
  await context.close()
})

test('an RM of two companies goes from one to the other and sees its book only', async () => {
  const phone = await takePhone(browser, system.url)
  const { page, context } = phone
  await signInOnPhone(phone, system.url, 'dimas')
  await page.getByRole('tab', { name: 'Lainnya' }).click()
  await page.getByRole('button', { name: 'Ganti perusahaan' }).click()
  const options = page.getByRole('radio')
  await options.first().waitFor()
  const other = options.and(page.locator('[aria-checked="false"]')).first()
  const name = (await other.getAttribute('aria-label')) ?? ''
  await other.click()
  // The app starts anew in the other company, at a moment that the page does not tell.
  await eventually('the other company', async () => {
    await page.getByRole('tab', { name: 'Lainnya' }).click()
    return await page.getByText(`Relationship manager · ${name}`).isVisible()
  })
  await context.close()
})

test('a forgotten password is set anew by the link, in the app itself', async () => {
  const { page, context, complaints } = await takePhone(browser, system.url)
  const bagus = 'bagus@nusantara.example'
  const since = new Date()
  await page.getByRole('button', { name: 'Lupa kata sandi' }).click()
  await seen(page.getByLabel('E-mail atau nomor telepon')).fill(bagus)
  await page.getByRole('button', { name: 'Kirim tautan' }).click()
  await page.getByText('Periksa pesan Anda').waitFor()
  const link = await messageTo(system.url, bagus, /(https?:\S+)/, since)
  await page.goto(link)
  await page.getByRole('heading', { name: 'Buat kata sandi' }).waitFor()
  await expect.poll(() => page.url(), { timeout: 15_000 }).toBe(`${system.url}/app/set-password`)
  const save = page.getByRole('button', { name: 'Simpan kata sandi' })
  await seen(page.getByLabel('Kata sandi baru')).fill('pendek')
  expect(await save.isDisabled()).toBe(true)
  await seen(page.getByLabel('Kata sandi baru')).fill('sungai panjang berliku')
  await save.click()
  await page.getByRole('heading', { name: 'Kata sandi tersimpan' }).waitFor()
  await page.getByRole('button', { name: 'Ke halaman masuk' }).click()
  await seen(page.getByLabel('E-mail atau nomor telepon')).fill(bagus)
  await seen(page.getByLabel('Kata sandi', { exact: true })).fill('sungai panjang berliku')
  await seen(page.getByRole('button', { name: 'Masuk', exact: true })).click()
  await seen(page.getByLabel('Kode verifikasi')).waitFor()

  await page.goto(link)
  await seen(page.getByLabel('Kata sandi baru')).fill('gunung tinggi sekali')
  await save.click()
  await page.getByText(/sudah dipakai untuk membuat kata sandi/).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})

test('the first screen is at most 900 kB, compressed', async () => {
  const { page, context } = await takePhone(browser, system.url)
  await page.getByRole('heading', { name: 'Masuk' }).waitFor()
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const files = names
    .filter((name) => /^\/app\/.*\.(js|woff2|svg)$/.test(name))
    .map((name) => join(pagesOf('mobile'), decodeURI(name.slice('/app/'.length))))
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(`${file}.gz`).catch(async () => await stat(file))).size),
  )
  const total =
    sizes.reduce((sum, size) => sum + size, 0) +
    (await readFile(join(pagesOf('mobile'), 'index.html'))).length
  console.log(`web, first screen: ${Math.round(total / 1000)} kB in ${files.length} files (gzip)`)
  expect(files.length).toBeGreaterThan(2)
  expect(total).toBeLessThan(MOST_FIRST_BYTES)
  await context.close()
})
