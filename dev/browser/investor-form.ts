// Fills in an individual's registration on a phone, part by part.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { uniqueDigits } from '../tour/stage.ts'
import { axeFindings, codeTo, sign } from './investor-world.ts'

/** Continues to the next part and waits for its title. */
export const next = async (page: Page, title: string) => {
  await page.getByRole('button', { name: 'Lanjut', exact: true }).tap()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
/** Chooses one of a few visible options. */
export const choose = async (page: Page, group: string, option: string) =>
  await page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .check()

/** Fills in the identity: the NIK prefills fields and asks for confirmation. */
export async function identity(page: Page, nik: string): Promise<void> {
  await page.getByRole('button', { name: 'Mulai' }).tap()
  await page.getByLabel(/Nomor identitas/).fill(nik)
  await page.getByLabel('Tempat lahir').fill('Jakarta')
  expect(await page.getByLabel('Tanggal lahir').inputValue()).toBe('1990-05-12')
  expect(await page.getByRole('radio', { name: 'Perempuan' }).isChecked()).toBe(true)
  await choose(page, 'Jenis kelamin', 'Laki-laki')
  await page.getByText('Jenis kelamin berbeda dari NIK. Mana yang benar?').waitFor()
  await choose(page, 'Jenis kelamin', 'Perempuan')
  await next(page, 'Kontak')
}

/** Fills in the parts after the identity. */
export async function aboutMe(page: Page): Promise<void> {
  await next(page, 'Data pribadi')
  await choose(page, 'Status pernikahan', 'Belum menikah')
  await page.getByLabel('Nama gadis ibu kandung').fill('Kartini')
  await next(page, 'Alamat')
  await page.getByLabel('Alamat', { exact: true }).fill('Jl. Wijaya I No. 12')
  await page.getByLabel('Provinsi').selectOption({ label: 'Daerah Khusus Ibukota Jakarta' })
  await page
    .getByRole('combobox', { name: /Kota/ })
    .selectOption({ label: 'Kota Administrasi Jakarta Selatan' })
  await page.getByRole('combobox', { name: /Kecamatan/ }).selectOption({ index: 2 })
  await page.getByLabel('Kode pos').fill('12170')
  await next(page, 'Pekerjaan dan penghasilan')
  await page.getByLabel('Pekerjaan').selectOption({ label: 'Ibu rumah tangga' })
  await page.getByLabel('Penghasilan per tahun').selectOption({ index: 4 })
  await page.getByLabel('Sumber dana').selectOption({ label: 'Gaji' })
  await next(page, 'Tujuan dan pemilik dana')
  await page.getByLabel('Maksud hubungan usaha').fill('Dana pendidikan anak')
  await choose(page, 'Pemilik dana', 'Milik sendiri')
  await choose(page, 'Terekspos secara politik (PEP)', 'Tidak')
  await next(page, 'Pajak dan laporan')
  await choose(page, 'Warga pajak Amerika Serikat', 'Tidak')
  await page.getByRole('button', { name: 'Tambah negara pajak' }).tap()
  await page.getByLabel(/TIN/).first().fill('3174075205900001')
  await next(page, 'Foto dan dokumen')
}

/** Takes the photos and draws the signature. */
export async function photos(page: Page): Promise<void> {
  for (const name of ['Foto KTP', 'Swafoto dengan KTP']) {
    await page.getByRole('button', { name: new RegExp(name) }).tap()
    await page.getByRole('button', { name: 'Buka kamera' }).tap()
    await page.getByRole('button', { name: 'Ambil foto', disabled: false }).tap()
    await page.getByRole('img', { name: 'Pratinjau' }).waitFor()
    await page.getByRole('button', { name: 'Pakai foto ini' }).tap()
    await page.getByRole('button', { name: new RegExp(`${name}.*Tersimpan`) }).waitFor()
  }
  await page.getByRole('button', { name: /Spesimen tanda tangan/ }).tap()
  await sign(page)
  await page.getByRole('button', { name: 'Simpan tanda tangan' }).tap()
  await page.getByRole('button', { name: /Spesimen tanda tangan.*Tersimpan/ }).waitFor()
  await next(page, 'Rekening bank')
}

/** Fills in the bank account and the risk questionnaire. */
export async function money(page: Page): Promise<void> {
  await page.getByLabel('Cari bank').fill('014')
  await page.getByRole('radio', { name: /014/ }).check()
  await page.getByLabel('Nomor rekening').fill(`52${uniqueDigits(8)}`)
  await page.getByRole('button', { name: 'Simpan rekening' }).tap()
  await page.getByRole('button', { name: 'Tambah rekening lain' }).waitFor()
  await next(page, 'Profil risiko')
  await page.getByRole('button', { name: 'Lihat hasil' }).tap()
  await page.getByRole('alert').filter({ hasText: 'Jawab setiap pertanyaan.' }).first().waitFor()
  for (const question of await page.getByRole('group', { name: /^\d\./ }).all())
    await question.getByRole('radio').nth(2).check()
  await page.getByRole('button', { name: 'Lihat hasil' }).tap()
  await page.getByText('Moderat', { exact: true }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await next(page, 'Persetujuan dan kirim')
}

/** Enters the code and submits with a double tap, which must submit once. */
export async function submit(page: Page, url: string, number: string): Promise<void> {
  const since = new Date()
  await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
  await page.getByLabel('Kode 6 angka').fill(await codeTo(url, number, since))
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Kirim pendaftaran' }).dblclick()
  await page.getByRole('heading', { name: 'Pendaftaran Anda terkirim' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
}
