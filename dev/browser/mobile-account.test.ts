// Administration on the phone: an investor's accounts and consents, language, notifications,
// devices.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../caller.ts'
import { as } from '../e2e/throw-away-system.ts'
import { demoPerson, newPerson } from '../tour/stage.ts'
import { completeCase, createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, field, openedBy, seen } from './mobile-hands.ts'
import type { Phone } from './mobile.ts'

const MINUTE = 60_000
const WAIT = { timeout: 20_000 }
let book: MobileBook
let phone: Phone
beforeAll(async () => {
  book = await createMobileBook()
  phone = await book.phone()
}, 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

test(
  'a bank account is changed; the number stays where none is typed',
  { timeout: 2 * MINUTE },
  async () => {
    const { page } = phone
    const { id } = await completeCase(book.rm)
    const before = (await book.rm.api.investors.get({ id })).bankAccounts[0]
    await page.goto(`${book.system.url}/app/investors/${id}/kyc/bank`)
    await button(page, /^Ubah: /).tap()
    const save = button(page, 'Simpan rekening')
    await save.waitFor()
    expect(await save.isDisabled()).toBe(true)
    await field(page, 'Cabang').fill('KCP Blok M')
    await save.tap()
    await button(page, /^Ubah: /).waitFor()
    const changed = async () => (await book.rm.api.investors.get({ id })).bankAccounts[0]
    expect(await changed()).toMatchObject({
      branch: 'KCP Blok M',
      number: before?.number,
      version: 2,
    })

    await button(page, /^Ubah: /).tap()
    await field(page, 'Nomor rekening').fill('7700112299')
    await save.tap()
    await seen(page, /2299|22\s?99/).waitFor()
    expect((await changed())?.number.endsWith('2299')).toBe(true)
  },
)

test(
  'a consent is withdrawn without a network, recorded at the server, and given again',
  { timeout: 2 * MINUTE },
  async () => {
    const { page, context } = phone
    const { id } = await completeCase(book.rm)
    await page.goto(`${book.system.url}/app/investors/${id}`)
    const consent = button(page, /^Pemberian data kepada pihak lain/)
    await consent.first().waitFor()
    await context.setOffline(true)
    await consent.first().tap()
    await button(page, 'Catat penarikan').tap()
    await field(page, 'Alasan').fill('Berubah pikiran')
    await button(page, 'Ya, investor menariknya').tap()
    await seen(page, /^Ditarik /).waitFor()
    const consents = async () =>
      (await book.rm.api.consents.list({ id })).items.filter(
        ({ purpose }) => purpose === 'data-sharing',
      )
    expect((await consents()).map(({ withdrawnAt }) => withdrawnAt)).toEqual([null])
    await context.setOffline(false)
    await eventually('the withdrawal', async () =>
      (await consents()).every(({ withdrawnAt }) => withdrawnAt !== null),
    )

    await page.getByRole('link', { name: 'Kelola: Persetujuan' }).filter({ visible: true }).tap()
    await page.getByRole('checkbox', { name: /data saya diberikan kepada manajer investasi/ }).tap()
    await button(page, /^(Lanjut|Selesai)$/).tap()
    await eventually('the consent', async () =>
      (await consents()).some(({ withdrawnAt }) => withdrawnAt === null),
    )
  },
)

test(
  'notifications are turned off and on by kind, and the server knows',
  { timeout: 2 * MINUTE },
  async () => {
    const { page } = phone
    await page.goto(`${book.system.url}/app/settings`)
    const toggle = page.getByRole('switch', { name: 'Tindak lanjut dan prospek' })
    const pushed = async () => (await book.rm.api.account.me()).pushPreferences.leads
    await toggle.waitFor()
    await toggle.tap()
    await eventually('off', async () => !(await pushed()))
    await toggle.tap()
    await eventually('on', async () => await pushed())
  },
)

test(
  'in English nothing is left in Indonesian, and the choice is kept',
  { timeout: 3 * MINUTE },
  async () => {
    const { page } = phone
    await page.goto(`${book.system.url}/app/settings`)
    await page.getByRole('radio', { name: 'English' }).tap()
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    const { items } = await book.rm.api.investors.list({ limit: 50 })
    const investor = items.find(({ status }) => status === 'registered') ?? items[0]
    const places = [
      '',
      'leads',
      'investors',
      `investors/${investor?.id}`,
      'products',
      'instructions',
      'reports',
      'notifications',
      'more',
      'tray',
    ]
    for (const place of places) {
      await page.goto(`${book.system.url}/app/${place}`)
      await page.getByRole('heading').filter({ visible: true }).first().waitFor()
      // The screen's content after loading.
      await expect
        .poll(
          async () =>
            await page
              .getByRole('progressbar', { name: 'Loading' })
              .filter({ visible: true })
              .count(),
          WAIT,
        )
        .toBe(0)
      const text = await page.locator('body').innerText()
      expect([place, indonesian.exec(text)?.[0]]).toEqual([place, undefined])
    }
    await page.goto(`${book.system.url}/app/settings`)
    await page.getByRole('radio', { name: 'Indonesia' }).tap()
    await page.getByRole('heading', { name: 'Pengaturan' }).waitFor()
  },
)

test(
  'a tablet on its side shows a list and, beside it, what is chosen',
  { timeout: 2 * MINUTE },
  async () => {
    const { page } = phone
    const person = newPerson('Kartini Wibowo')
    const { lead } = await book.rm.api.leads.create({
      fullName: person.fullName,
      phone: person.phone,
    })
    await page.setViewportSize({ width: 1180, height: 820 })
    await page.goto(`${book.system.url}/app/leads`)
    await seen(page, 'Pilih prospek').waitFor()
    await button(page, new RegExp(`^${lead.fullName}`)).tap()
    await page.getByRole('heading', { name: lead.fullName }).filter({ visible: true }).waitFor()
    await button(page, 'Tambah prospek').waitFor()
    await button(page, 'Jadikan investor').waitFor()
    expect(await button(page, 'Kembali').count()).toBe(0)
    await page.setViewportSize({ width: 390, height: 844 })
    await expect.poll(async () => await button(page, 'Jadikan investor').count(), WAIT).toBe(0)
    await button(page, new RegExp(`^${lead.fullName}`)).tap()
    await button(page, 'Kembali').waitFor()
    // WhatsApp opens beside the app, which stays where it was.
    const chat = await openedBy(page, button(page, `WhatsApp ke ${lead.fullName}`))
    expect([new URL(chat).host, new URL(page.url()).pathname]).toEqual([
      'wa.me',
      `/app/leads/${lead.id}`,
    ])
  },
)

// These two run last: they end the session of the test as well.
test('another session is ended from here; this device stays', { timeout: 2 * MINUTE }, async () => {
  const { page } = phone
  const other = await book.phone()
  await page.goto(`${book.system.url}/app/devices`)
  await seen(page, 'Perangkat ini').waitFor()
  await button(page, 'Akhiri semua sesi lain').tap()
  await expect.poll(async () => await button(page, 'Akhiri semua sesi lain').count(), WAIT).toBe(0)
  await other.page.reload()
  await other.page.getByText('Sesi Anda berakhir').waitFor()
  await other.context.close()
  await page.reload()
  await seen(page, 'Perangkat ini').waitFor()
  expect(phone.complaints).toEqual([])
})

test(
  'a company that asks one to work for it is read under More, declined, and accepted once it asks again',
  { timeout: 2 * MINUTE },
  async () => {
    const { page } = phone
    const platform = await as(book.system, 'putri')
    const company = await platform.api.companies.create({
      code: `lain-${Date.now() % 100_000}`,
      name: 'Lain Sekuritas',
    })
    const ask = async () =>
      await platform.api.companies.addMember({
        id: company.id,
        email: demoPerson('rina').email,
        role: 'rm',
      })
    await ask()
    await page.goto(`${book.system.url}/app/more`)
    await seen(page, 'Tawaran dari Lain Sekuritas').waitFor()
    await button(page, 'Tolak: Lain Sekuritas').tap()
    await expect
      .poll(async () => await seen(page, 'Tawaran dari Lain Sekuritas').count(), WAIT)
      .toBe(0)
    expect(await button(page, 'Ganti perusahaan').count()).toBe(0)
    await ask()
    await page.reload()
    await button(page, 'Terima: Lain Sekuritas').tap()
    // The user has two companies now, so there is a choice.
    await button(page, 'Ganti perusahaan').waitFor()
    await expect
      .poll(async () => await seen(page, 'Tawaran dari Lain Sekuritas').count(), WAIT)
      .toBe(0)
  },
)

/** Common words of our Indonesian texts that are not part of a person's or product's name. */
const indonesian =
  /\b(belum|tidak|dan|yang|untuk|sudah|menunggu|dengan|berlaku|sampai|disetujui|dikembalikan|hari ini|kepada)\b/i
