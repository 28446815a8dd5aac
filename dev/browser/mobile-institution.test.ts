// An institution's KYC in the RM's app in a phone's browser, from an empty case to its submission.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually } from '../caller.ts'
import { drawnDocument } from '../tour/pictures.ts'
import { newPerson, uniqueDigits } from '../tour/stage.ts'
import { createMobileBook, type MobileBook } from './mobile-book.ts'
import { button, choose, field, next, pick } from './mobile-hands.ts'

const MINUTE = 60_000
let book: MobileBook
beforeAll(async () => void (book = await createMobileBook()), 10 * MINUTE)
afterAll(async () => await book?.[Symbol.asyncDispose]())

const at = async (page: Page, part: string) =>
  await page.getByRole('heading', { name: part }).filter({ visible: true }).waitFor()

async function fillInstitution(page: Page): Promise<void> {
  await at(page, 'Institusi')
  await choose(page, 'Bentuk badan hukum', 'Perseroan Terbatas')
  await choose(page, 'Jenis institusi', /./)
  await choose(page, 'Karakteristik', /Swasta/)
  await field(page, 'Bidang usaha').fill('Perdagangan')
  await choose(page, 'Negara domisili', 'Indonesia')
  await field(page, 'Tempat pendirian').fill('Jakarta')
  await field(page, 'Tanggal pendirian').fill('01-03-2011')
  await next(page)

  await at(page, 'Akta dan perizinan')
  await field(page, 'Nomor akta pendirian').fill('27')
  await field(page, 'Tanggal akta').fill('01-03-2011')
  await field(page, 'NPWP').fill(`0${uniqueDigits(15)}`)
  // What is missing is announced in view, however far the page is scrolled.
  await next(page)
  await page.getByText('1 isian perlu dilengkapi').filter({ visible: true }).waitFor()
  const banner = page.getByText('1 isian perlu dilengkapi').filter({ visible: true })
  await expect
    .poll(async () => (await banner.boundingBox())?.y ?? -1, { timeout: 15_000 })
    .toBeGreaterThan(0)
  await field(page, 'NIB').fill(`12${uniqueDigits(11)}`)
  await next(page)
}

async function fillPeople(page: Page, director: string): Promise<void> {
  await at(page, 'Kontak')
  await field(page, 'Alamat').fill('Jl. Wijaya I No. 12')
  await choose(page, 'Provinsi', 'Daerah Khusus Ibukota Jakarta')
  await choose(page, 'Kota/kabupaten', /Jakarta Selatan/i)
  await field(page, 'Kode pos').fill('12170')
  await field(page, 'Narahubung').fill('Endah Pratiwi')
  await next(page)

  await at(page, 'Pejabat dan pemilik')
  await button(page, 'Tambah pejabat berwenang').tap()
  const officer = page.getByRole('group', { name: 'Pejabat berwenang' }).filter({ visible: true })
  await officer.getByRole('textbox', { name: /^Nama/ }).fill(director)
  await officer.getByRole('textbox', { name: /^Jabatan/ }).fill('Direktur Utama')
  await officer.getByRole('textbox', { name: /^Ponsel/ }).fill('08123456789')
  await officer.getByRole('textbox', { name: /^Nomor KTP/ }).fill('3174071203800001')
  await button(page, 'Tambah pemilik manfaat').tap()
  const owner = page.getByRole('group', { name: 'Pemilik manfaat' }).filter({ visible: true })
  await owner.getByRole('textbox', { name: /^Nama/ }).fill(director)
  await owner.getByRole('textbox', { name: /^Nomor identitas/ }).fill('3174071203800001')
  await owner.getByRole('textbox', { name: /^Porsi/ }).fill('60')
  await pick(page, /PEP/, 'Tidak')
  await next(page)
}

async function fillFinances(page: Page): Promise<void> {
  await at(page, 'Keuangan dan tujuan')
  await choose(page, 'Penghasilan per tahun', /./)
  await choose(page, 'Sumber dana', /./)
  await field(page, 'Maksud hubungan usaha').fill('Penempatan dana cadangan')
  await next(page)

  await at(page, 'Pajak dan laporan')
  await pick(page, 'Warga pajak Amerika Serikat', 'Tidak')
  await choose(page, 'Klasifikasi entitas (CRS)', /aktif/i)
  await button(page, 'Tambah negara pajak').tap()
  await field(page, 'TIN').fill(`0${uniqueDigits(15)}`)
  await next(page)
}

/** Adds a file or a photo, depending on what the row expects. */
async function addDocument(page: Page, row: RegExp, name: string): Promise<void> {
  await button(page, row).tap()
  const [file, camera] = [button(page, 'Pilih berkas (foto atau PDF)'), button(page, 'Ambil foto')]
  await file.or(camera).first().waitFor()
  if (await camera.isVisible()) {
    await camera.tap()
    await button(page, 'Pakai foto ini').tap()
  } else {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), file.tap()])
    await chooser.setFiles({
      name: 'berkas.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await drawnDocument('deed', name)),
    })
  }
  await button(page, new RegExp(`${row.source}, Sudah ada`)).waitFor()
}

test('an institution is captured part by part and submitted', { timeout: 4 * MINUTE }, async () => {
  const phone = await book.phone()
  const { page } = phone
  const { fullName: director } = newPerson('Hartono Wibisono')
  const company = `PT Sinar ${director.split(' ').at(-1)} Sentosa`
  await page.goto(`${book.system.url}/app/investors/new`)
  await page.getByRole('radio', { name: 'Institusi' }).tap()
  await field(page, 'Nama institusi').fill(company)
  await field(page, 'Nomor ponsel').fill('0812 7777 0001')
  await field(page, 'E-mail').fill(`keuangan${uniqueDigits(7)}@perusahaan.example`)
  await button(page, 'Mulai KYC').tap()
  await at(page, 'KYC investor')
  const id = /investors\/([\w-]{36})/.exec(page.url())?.[1] ?? ''
  await button(page, /^Institusi/).tap()
  await fillInstitution(page)
  await fillPeople(page, director)
  await fillFinances(page)

  await at(page, 'Foto dan dokumen')
  for (const row of [
    'Akta pendirian',
    'SK pengesahan',
    'NIB',
    'NPWP',
    'Identitas pejabat berwenang',
    'Spesimen tanda tangan pejabat',
  ])
    await addDocument(page, new RegExp(`^${row}`), company)
  await next(page)

  await choose(page, 'Bank', /Bank Central Asia/i)
  await field(page, 'Nomor rekening').fill('5220304399')
  await button(page, 'Simpan rekening').tap()
  await button(page, 'Tambah rekening').waitFor()
  await next(page)
  await page.getByRole('radiogroup').filter({ visible: true }).first().waitFor()
  for (const question of await page.getByRole('radiogroup').filter({ visible: true }).all())
    await question.getByRole('radio').nth(2).tap()
  await button(page, 'Lihat hasil').tap()
  await page.getByText('Moderat', { exact: true }).waitFor()
  await next(page)
  await at(page, 'Persetujuan')
  // Without pauses: taps can be faster than a busy phone, and every tick counts.
  const consents = page.getByRole('checkbox').filter({ visible: true })
  await consents.first().waitFor()
  await consents.evaluateAll((boxes) =>
    boxes.forEach((box) => (box as unknown as { click(): void }).click()),
  )
  await expect
    .poll(
      async () =>
        await consents.evaluateAll((boxes) => boxes.every((box) => box.ariaChecked === 'true')),
    )
    .toBe(true)
  await next(page)
  await pick(page, 'Cara verifikasi', 'Video langsung')
  await next(page)

  await button(page, 'Ajukan untuk ditinjau').tap()
  await eventually(
    'the submission',
    async () => (await book.rm.api.investors.get({ id })).status === 'submitted',
  )
  const seen = await book.rm.api.investors.get({ id })
  expect(seen).toMatchObject({
    kind: 'institutional',
    displayName: company,
    verificationMethod: 'video',
    missing: [],
  })
  expect(seen.institutional?.authorisedPersons?.[0]).toMatchObject({
    name: director,
    position: 'Direktur Utama',
  })
  expect(seen.institutional?.address?.cityCode).toBe('31.74')
  expect(phone.complaints).toEqual([])
})
