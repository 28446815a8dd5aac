// Written offline, sent once: the phone loses its network, the tab reloads, the server fails after
// storing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import { as, throwAwaySystem } from '../e2e/throw-away-system.ts'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import type { System } from '../system.ts'
import { startBrowser, type Browser } from './browser.ts'
import { signInOnPhone, takePhone, untilKept, type Phone } from './mobile.ts'

const MINUTES = 60_000
let system: System
let browser: Browser
let phone: Phone
let rina: Caller

beforeAll(async () => {
  await buildMobile()
  system = await throwAwaySystem()
  browser = await startBrowser()
  rina = await as(system, 'rina')
  phone = await takePhone(browser, system.url)
  await signInOnPhone(phone, system.url, 'rina')
  await phone.page.getByRole('tab', { name: 'Prospek' }).click()
  await phone.page.getByRole('checkbox', { name: /^Baru/ }).waitFor()
  await untilKept(phone)
}, 10 * MINUTES)
afterAll(async () => {
  await browser?.[Symbol.asyncDispose]()
  await system?.[Symbol.asyncDispose]()
})

const stored = async (search: string) => (await rina.api.leads.list({ search })).items

/** Text on the top screen: lower screens stay in the page, hidden. */
const seen = (text: string) => phone.page.getByText(text).filter({ visible: true }).first()

async function addLead(name: string, number: string): Promise<void> {
  const { page } = phone
  await page.getByRole('button', { name: 'Tambah prospek' }).click()
  await page.getByLabel('Nama lengkap').fill(name)
  await page.getByLabel('Nomor telepon').fill(number)
  await page.getByLabel(/^Minat/).fill('Dana pensiun')
  await page.getByRole('button', { name: 'Simpan prospek' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

async function toLeads(): Promise<void> {
  await phone.page.getByRole('button', { name: 'Kembali' }).click()
  await phone.page.getByRole('button', { name: 'Tambah prospek' }).waitFor()
}

test('a lead added without a network outlives the tab, and is sent when there is one', async () => {
  const { page, context } = phone
  await context.setOffline(true)
  await addLead('Kartini Wibowo', '0812 5555 0001')
  await page.getByRole('button', { name: 'Tulis catatan' }).click()
  await page.getByLabel('Apa yang dibicarakan').fill('Bertemu di pameran; minta ditelepon besok.')
  await page.getByRole('button', { name: 'Simpan catatan' }).click()
  await seen('Menunggu dikirim').waitFor()

  await page.reload()
  await seen('Bertemu di pameran; minta ditelepon besok.').waitFor()
  await seen('Menunggu dikirim').waitFor()
  expect(await stored('Kartini')).toEqual([])

  await context.setOffline(false)
  const lead = await eventually('the lead', async () => (await stored('Kartini'))[0])
  const { items } = await eventually('the note', async () => {
    const found = await rina.api.leadActivities.list({ id: lead.id })
    return found.items.length > 0 && found
  })
  expect([lead.phone, items[0]?.text]).toEqual([
    '+6281255550001',
    'Bertemu di pameran; minta ditelepon besok.',
  ])
  await expect
    .poll(async () => await page.getByText('Menunggu dikirim').filter({ visible: true }).count())
    .toBe(0)
  await toLeads()
})

test('a lead is stored once when the server fails after it stored it', async () => {
  const { page } = phone
  let failures = 0
  await page.route('**/crm/leads', async (route) => {
    if (route.request().method() !== 'POST' || failures > 0) return await route.continue()
    failures += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await addLead('Sekar Anggraini', '0812 5555 0002')
  await page.goto(`${system.url}/app/tray`)
  await page
    .getByText('Semua sudah terkirim')
    .or(page.getByRole('button', { name: 'Kirim sekarang' }))
    .first()
    .waitFor()
  const now = page.getByRole('button', { name: 'Kirim sekarang' })
  if (await now.isVisible()) await now.click()
  await seen('Semua sudah terkirim').waitFor()
  expect([failures, (await stored('Sekar')).length]).toEqual([1, 1])
  await page.unroute('**/crm/leads')
  await page.goto(`${system.url}/app/leads`)
})

test('what the server refuses is shown with its reason, corrected and sent', async () => {
  const { page } = phone
  // Valid in length for a phone number, but not for one of this country: only the server knows.
  await addLead('Joko Susanto', '+1 234 5678')
  await seen('Perubahan ini tidak diterima').waitFor()
  await page.getByRole('button', { name: 'Buka kotak keluar' }).click()
  await seen('Nomor telepon tidak dapat dihubungi').waitFor()
  await page.getByRole('button', { name: 'Perbaiki' }).click()
  await page.getByLabel('Nomor telepon').fill('0812 5555 0003')
  await page.getByRole('button', { name: 'Kirim lagi' }).click()
  await seen('Semua sudah terkirim').waitFor()
  expect((await stored('Joko Susanto')).map(({ phone: number }) => number)).toContain(
    '+6281255550003',
  )
  await page.goto(`${system.url}/app/leads`)
})

test('of two changes of one field the RM chooses; both are shown', async () => {
  const { page, context } = phone
  const [lead] = await stored('Kartini')
  if (!lead) throw new Error('the lead is gone')
  await page.goto(`${system.url}/app/leads/${lead.id}`)
  await page.getByRole('button', { name: 'Ubah prospek' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Ubah prospek' }).click()
  const interest = page.getByLabel(/^Minat/)
  await interest.fill('Obligasi negara')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await seen('Menunggu dikirim').waitFor()
  await rina.api.leads.update({ id: lead.id, version: lead.version, interest: 'Reksa dana saham' })
  await context.setOffline(false)
  await seen('Perubahan ini tidak diterima').waitFor()
  await page.getByRole('button', { name: 'Buka kotak keluar' }).click()
  await seen('Reksa dana saham').waitFor()
  await seen('Obligasi negara').waitFor()
  await page.getByRole('button', { name: 'Pakai versi saya' }).click()
  await seen('Semua sudah terkirim').waitFor()
  expect((await stored('Kartini'))[0]?.interest).toBe('Obligasi negara')
})

test('a sign-out with unsent work warns, and the work is sent after the next sign-in', async () => {
  const { page, context } = phone
  await page.goto(`${system.url}/app/leads`)
  await page.getByRole('button', { name: 'Tambah prospek' }).waitFor()
  await context.setOffline(true)
  await addLead('Wulan Setiawati', '0812 5555 0005')
  await toLeads()
  await page.getByRole('tab', { name: 'Lainnya' }).click()
  await page.getByRole('button', { name: 'Keluar', exact: true }).click()
  await seen('1 perubahan belum terkirim').waitFor()
  await page.getByRole('button', { name: 'Keluar juga' }).click()
  await page.getByRole('heading', { name: 'Masuk' }).waitFor()
  await context.setOffline(false)
  await page.getByLabel('E-mail atau nomor telepon').fill('rina@nusantara.example')
  await page.getByLabel('Kata sandi', { exact: true }).fill('demo-rmtools-2026')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('tab', { name: 'Hari ini' }).waitFor()
  await eventually('the lead', async () => (await stored('Wulan')).length === 1)
})

test('what this phone has never seen says that there is no network, and comes with it', async () => {
  const { page, context } = phone
  await page.goto(`${system.url}/app/leads`)
  await page.getByRole('button', { name: 'Tambah prospek' }).waitFor()
  await untilKept(phone)
  await context.setOffline(true)
  await page.goto(`${system.url}/app/devices`)
  await seen('Tidak ada jaringan. Periksa koneksi lalu coba lagi.').waitFor()
  await context.setOffline(false)
  await seen('Perangkat ini').waitFor()
})
