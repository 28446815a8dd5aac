// KYC in the RM's app in a phone's browser: from an empty case to its submission, by link, returned
// and corrected, and offline.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually, messageTo } from '../caller.ts'
import { demoUser, newPerson, uniqueDigits } from '../tour/stage.ts'
import { completeCase, createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, choose, field, next, pick } from './mobile-hands.ts'

const MINUTE = 60_000
let book: MobileBook
beforeAll(async () => void (book = await createMobileBook()), 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

async function beginCase(
  page: Page,
  url: string,
  person: { fullName: string; email: string; phone: string },
): Promise<string> {
  await page.goto(`${url}/app/investors/new`)
  await field(page, 'Nama lengkap sesuai KTP').fill(person.fullName)
  await field(page, 'Nomor ponsel').fill(person.phone)
  await field(page, 'E-mail').fill(person.email)
  await button(page, 'Mulai KYC').tap()
  await page.getByRole('heading', { name: 'KYC investor' }).waitFor()
  return /investors\/([\w-]{36})/.exec(page.url())?.[1] ?? ''
}

async function fillIdentity(page: Page): Promise<void> {
  await pick(page, 'Jenis identitas', 'KTP')
  await field(page, 'Nomor identitas (NIK)').fill(`317407520590${uniqueDigits(3)}2`)
  await expect
    .poll(async () => await field(page, 'Tanggal lahir').inputValue(), { timeout: 15_000 })
    .toBe('12-05-1990')
  expect(await page.getByRole('checkbox', { name: 'Perempuan' }).isChecked()).toBe(true)
  // Somebody who pauses between two words, longer than the app waits before it saves.
  await field(page, 'Tempat lahir').fill('Jakarta ')
  await page.waitForTimeout(1_500)
  await field(page, 'Tempat lahir').pressSequentially('Barat')
  expect(await field(page, 'Tempat lahir').inputValue()).toBe('Jakarta Barat')
  await next(page)
}

async function fillForm(page: Page): Promise<void> {
  await fillIdentity(page)
  await field(page, 'Telepon rumah').waitFor()
  await next(page)
  await pick(page, 'Status pernikahan', 'Belum menikah')
  await field(page, 'Nama gadis ibu kandung').fill('Kartini Suryani')
  await next(page)
  await field(page, 'Alamat').first().fill('Jl. Wijaya I No. 12')
  await field(page, 'Kode pos').first().fill('12170')
  await button(page, /^Kota\/kabupaten: .*Jakarta Selatan/i)
    .first()
    .waitFor()
  await next(page)
  await choose(page, 'Pekerjaan', 'Ibu rumah tangga')
  await choose(page, 'Penghasilan per tahun', 'Rp 100-500 juta')
  await choose(page, 'Sumber dana', 'Gaji')
  await next(page)
  await field(page, 'Maksud hubungan usaha').fill('Investasi jangka panjang')
  await pick(page, 'Pemilik dana', 'Milik sendiri')
  await pick(page, /PEP/, 'Tidak')
  await next(page)
  await pick(page, 'Warga pajak Amerika Serikat', 'Tidak')
  await button(page, 'Tambah negara pajak').tap()
  await field(page, 'TIN').fill('3174075205900001')
  await next(page)
}

async function photograph(page: Page, row: RegExp): Promise<void> {
  await button(page, row).tap()
  await button(page, 'Ambil foto').tap()
  await button(page, 'Pakai foto ini').tap()
  await button(page, /^Foto KTP/).waitFor()
}

/** Takes the card again, and crops it to its left half. */
async function cropAgain(page: Page): Promise<void> {
  await button(page, /^Foto KTP/).tap()
  await button(page, 'Ambil lagi').tap()
  await button(page, 'Ambil foto').tap()
  await button(page, 'Potong').tap()
  const [frame, corner] = [
    page.getByRole('slider', { name: 'Bingkai' }),
    page.getByRole('slider', { name: 'Sudut kanan bawah' }),
  ]
  const [whole, grip] = [await frame.boundingBox(), await corner.boundingBox()]
  if (!whole || !grip) throw new Error('there is no frame')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(grip.x + grip.width / 2 - whole.width / 4, grip.y + grip.height / 2)
  await page.mouse.move(grip.x + grip.width / 2 - whole.width / 2, grip.y + grip.height / 2)
  await page.mouse.up()
  await expect
    .poll(async () => (await frame.boundingBox())?.width, { timeout: 15_000 })
    .toBeLessThan(whole.width * 0.6)
  await button(page, 'Potong').tap()
  await button(page, 'Pakai foto ini').tap()
  await button(page, /^Foto KTP, Sudah ada/).waitFor()
}

/** Signs with a finger in the field. */
async function sign(page: Page): Promise<void> {
  const box = await page
    .getByRole('img', { name: /tanda tangan/i })
    .filter({ visible: true })
    .boundingBox()
  if (!box) throw new Error('there is nothing to sign on')
  await page.mouse.move(box.x + 30, box.y + 120)
  await page.mouse.down()
  for (let step = 0; step < 16; step += 1)
    await page.mouse.move(box.x + 30 + step * 15, box.y + 120 + (step % 4) * 18)
  await page.mouse.up()
}

describe('a full KYC', { timeout: 3 * MINUTE }, () => {
  test('of an individual, with photos, signature, account, risk profile and consents, is submitted', async () => {
    const phone = await book.phone()
    const { page } = phone
    const person = newPerson('Siti Rahmawati')
    const id = await beginCase(page, book.system.url, person)
    await button(page, /^Identitas/).tap()
    await fillForm(page)

    await photograph(page, /^Foto KTP/)
    await photograph(page, /^Swafoto/)
    await cropAgain(page)
    await button(page, /^Spesimen tanda tangan/).tap()
    await sign(page)
    await button(page, 'Simpan tanda tangan').tap()
    await button(page, /^Spesimen tanda tangan, Sudah ada/).waitFor()
    await next(page)

    await choose(page, 'Bank', /Bank Central Asia/i)
    await field(page, 'Nomor rekening').fill('5220304321')
    await button(page, 'Simpan rekening').tap()
    await page
      .getByText(/•.*43\s*21/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await next(page)

    await page.getByRole('radiogroup').filter({ visible: true }).first().waitFor()
    for (const question of await page.getByRole('radiogroup').filter({ visible: true }).all())
      await question.getByRole('radio').nth(2).tap()
    await button(page, 'Lihat hasil').tap()
    await page.getByText('Moderat', { exact: true }).waitFor()
    await next(page)

    await page.getByRole('checkbox').filter({ visible: true }).first().waitFor()
    for (const consent of await page.getByRole('checkbox').filter({ visible: true }).all())
      await consent.tap()
    await next(page)
    await pick(page, 'Cara verifikasi', 'Tatap muka')
    await next(page)

    await button(page, 'Ajukan untuk ditinjau').tap()
    await eventually(
      'the submission',
      async () => (await book.rm.api.investors.get({ id })).status === 'submitted',
    )
    const seen = await book.rm.api.investors.get({ id })
    expect(seen.documents.map(({ type, status }) => `${type} ${status}`).toSorted()).toEqual([
      'ktp stored',
      'selfie stored',
      'signature stored',
    ])
    const card = seen.documents.find(({ type }) => type === 'ktp')
    // A card is half as wide again as it is high; its half is not.
    expect((card?.width ?? 0) / (card?.height ?? 1)).toBeLessThan(1)
    expect([
      seen.individual?.sex,
      seen.individual?.identityAddress?.cityCode,
      seen.riskProfile?.band,
    ]).toEqual(['female', '31.74', 3])
    await page.getByText('Menunggu tinjauan').filter({ visible: true }).first().waitFor()
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})

describe('the remote link', { timeout: 2 * MINUTE }, () => {
  test('goes to the investor, its progress is seen, and it can be taken back', async () => {
    const phone = await book.phone()
    const { page } = phone
    const person = newPerson('Galih Prakoso')
    const { id } = await book.rm.api.investors.create({ kind: 'individual', ...person })
    await page.goto(`${book.system.url}/app/investors/${id}`)
    const asked = new Date()
    await button(page, 'Kirim tautan ke investor').tap()
    await button(page, /^Kirim tautan$/).tap()
    await page.getByText('Investor sedang mengisi').waitFor()
    expect(
      await messageTo(book.system.url, person.email, /\/i\/register\/([\w-]{43})/, asked),
    ).toHaveLength(43)
    await button(page, 'Tarik tautan').tap()
    await page.getByRole('heading', { name: 'KYC investor' }).waitFor()
    expect((await book.rm.api.investors.get({ id })).status).toBe('draft')
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})

describe('a returned case', { timeout: 2 * MINUTE }, () => {
  test('opens on the returned fields with their reasons, and is submitted again', async () => {
    const { id } = await completeCase(book.rm)
    const before = await book.rm.api.investors.get({ id })
    await book.rm.api.investors.submit({ id, version: before.version })
    const maya = await demoUser(book.stage, 'maya')
    const { version } = await maya.api.investors.claim({ id })
    const reasons = [{ pointer: '/individual/placeOfBirth', reason: 'Tidak sesuai KTP' }]
    await maya.api.investors.review({ items: [{ id, version }], decision: 'return', reasons })

    const phone = await book.phone()
    const { page } = phone
    await page.goto(`${book.system.url}/app/investors/${id}`)
    await page.getByText('Tempat lahir: Tidak sesuai KTP').waitFor()
    await button(page, 'Perbaiki yang dikembalikan').tap()
    await button(page, /^Identitas/).tap()
    await field(page, 'Tempat lahir').fill('Bandung')
    expect(await page.getByRole('textbox').filter({ visible: true }).count()).toBe(1)
    await page.getByText('Tidak sesuai KTP', { exact: true }).filter({ visible: true }).waitFor()
    await next(page)
    await button(page, 'Ajukan untuk ditinjau').tap()
    await eventually(
      'the second submission',
      async () => (await book.rm.api.investors.get({ id })).status === 'submitted',
    )
    expect((await book.rm.api.investors.get({ id })).individual?.placeOfBirth).toBe('Bandung')
    expect(phone.complaints).toEqual([])
    await phone.context.close()
  })
})

describe('without a network', { timeout: 3 * MINUTE }, () => {
  test('a case with a photo is started, survives a reload, and is sent when there is a network', async () => {
    const phone = await book.phone()
    const { page, context } = phone
    const { url } = book.system
    // The lists and screens that a case needs are cached from earlier use, as on any day.
    const seen = await beginCase(page, url, newPerson('Wulan Sari'))
    await page.goto(`${url}/app/investors/${seen}/documents/ktp`)
    await button(page, 'Ambil foto').waitFor()
    await page.goto(`${url}/app/investors/new`)

    // The server is out of reach; the app itself is on the device.
    await context.route(
      /\/(crm|auth|dashboard|products|reports|live)\b/,
      async (route) => await route.abort('internetdisconnected'),
    )
    const id = await beginCase(page, url, newPerson('Galih Prakoso'))
    await button(page, /^Identitas/).tap()
    await field(page, 'Tempat lahir').fill('Bandung')
    await next(page)
    await page.getByText(/isian perlu dilengkapi/).waitFor()
    await page.goto(`${url}/app/investors/${id}/kyc/documents`)
    await photograph(page, /^Foto KTP/)
    await page.reload()
    await button(page, /^Foto KTP, Sudah ada/).waitFor()
    await page.goto(`${url}/app/investors/${id}/kyc/identity`)
    await expect
      .poll(async () => await field(page, 'Tempat lahir').inputValue(), { timeout: 15_000 })
      .toBe('Bandung')
    expect(await book.rm.api.investors.list({ search: 'Galih' })).toMatchObject({
      items: expect.not.arrayContaining([expect.objectContaining({ id })]),
    })

    await context.unrouteAll()
    await page.goto(`${url}/app/tray`)
    await button(page, 'Kirim sekarang')
      .tap()
      .catch(() => undefined)
    await eventually('the photo at the server', async () => {
      const there = await book.rm.api.investors.get({ id }).catch(() => undefined)
      return (
        there?.documents.some(({ type, status }) => type === 'ktp' && status === 'stored') === true
      )
    })
    expect((await book.rm.api.investors.get({ id })).individual?.placeOfBirth).toBe('Bandung')
    await context.close()
  })
})
