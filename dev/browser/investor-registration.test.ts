// An investor completes the registration on a phone, in a real browser against the real services.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uniqueDigits } from '../tour/stage.ts'
import { phone } from './browser.ts'
import { aboutMe, choose, identity, money, next, photos, submit } from './investor-form.ts'
import {
  axeFindings,
  createInvestorWorld,
  openOnPhone,
  sendLink,
  type InvestorWorld,
} from './investor-world.ts'

const MINUTE = 60_000
let world: InvestorWorld
beforeAll(async () => void (world = await createInvestorWorld()), 2 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

const detail = async (id: string) => await world.rm.api.investors.get({ id })
const nikOf = () => `317407520590${uniqueDigits(3)}1`

describe('a registration', { timeout: 3 * MINUTE }, () => {
  test('is filled in, left and resumed, photographed, signed and submitted; a returned one opens only what came back', async () => {
    const { id, path, person } = await world.invite()
    const { page, complaints, context } = await openOnPhone(world, path)
    await identity(page, nikOf())
    // Saved while it is typed: it is still there on return, with secrets masked.
    await page.goto(path)
    await page.getByRole('button', { name: /Identitas.*Lengkap/ }).tap()
    await page.getByText(/^\*+\d{4}$/).waitFor()
    await next(page, 'Kontak')
    await aboutMe(page)
    await photos(page)
    await money(page)
    await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
    expect(await page.getByText('Persetujuan belum diberikan.').count()).toBe(3)
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 3)) await box.check()
    await submit(page, world.system.url, person.phone)
    expect(await detail(id)).toMatchObject({
      status: 'submitted',
      verificationMethod: 'non-face-to-face',
    })
    await page.reload()
    await page.getByRole('heading', { name: 'Pendaftaran Anda sudah dikirim' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()

    await returned(id, person)
  })
})

describe('an institution', { timeout: 3 * MINUTE }, () => {
  test('names its people, owners and figures, sends its deed as a file, and is submitted', async () => {
    const { id, path, person } = await world.invite('institutional')
    const { page, complaints, context } = await openOnPhone(world, path)
    await page.getByRole('button', { name: 'Mulai' }).tap()
    await page.getByLabel('Bentuk badan hukum').selectOption({ label: 'Perseroan Terbatas' })
    await page.getByLabel('Jenis institusi').selectOption({ label: 'Perusahaan' })
    await page.getByLabel('Karakteristik').selectOption({ label: 'Swasta' })
    await page.getByLabel('Bidang usaha').fill('Perdagangan')
    await page.getByLabel('Negara domisili').selectOption('ID')
    await page.getByLabel('Tempat pendirian').fill('Jakarta')
    await page.getByLabel('Tanggal pendirian').fill('2011-03-01')
    await next(page, 'Akta dan perizinan')
    await page.getByLabel('Nomor akta pendirian').fill('27')
    await page.getByLabel('Tanggal akta').fill('2011-03-01')
    await page.getByLabel('NIB').fill(`12 ${uniqueDigits(11)}`)
    const npwp = `0${uniqueDigits(15)}`
    await page.getByLabel('NPWP', { exact: true }).fill(npwp)
    await next(page, 'Alamat dan kontak')
    await page.getByLabel('Alamat', { exact: true }).fill('Jl. Sudirman 1')
    await page.getByLabel('Provinsi').selectOption({ label: 'Daerah Khusus Ibukota Jakarta' })
    await page.getByRole('combobox', { name: /Kota/ }).selectOption({ index: 2 })
    await page.getByLabel('Kode pos').fill('12190')
    await page.getByLabel('Narahubung').fill('Endah Pratiwi')
    await next(page, 'Pejabat dan pemilik')
    await page.getByRole('button', { name: 'Tambah pejabat berwenang' }).tap()
    const director = page.getByRole('group', { name: 'Pejabat berwenang 1' })
    await director.getByLabel('Nama').fill('Hartono Wibisono')
    await director.getByLabel('Jabatan').fill('Direktur Utama')
    const heights = await heightsWhileSaved(page)
    await director.getByLabel('Ponsel').fill('0812 0000 1111')
    await director.getByLabel('Nomor KTP').fill('3174070412700001')
    // Nothing moves under the finger while the page saves.
    await director.getByLabel('Nomor KTP').blur()
    await page.getByRole('status').getByText('Tersimpan').waitFor()
    expect(await heights()).toHaveLength(1)
    await page.getByRole('button', { name: 'Tambah pemilik manfaat' }).tap()
    const owner = page.getByRole('group', { name: 'Pemilik manfaat 1' })
    await owner.getByLabel('Nama').fill('Hartono Wibisono')
    await owner.getByLabel('Porsi (%)').fill('60')
    await choose(page, 'Terekspos secara politik (PEP)', 'Tidak')
    await next(page, 'Keuangan dan tujuan')
    await choose(page, 'Penghasilan per tahun', 'Rp 10-50 miliar')
    await page.getByRole('button', { name: 'Tambah tahun' }).tap()
    const year = page.getByRole('group', { name: 'Tahun 1' })
    await year.getByLabel('Tahun').fill('2025')
    await year.getByLabel('Total aset').selectOption('1')
    await year.getByLabel('Laba').selectOption('1')
    await page.getByLabel('Sumber dana').selectOption({ label: 'Keuntungan usaha' })
    await page.getByLabel('Maksud hubungan usaha').fill('Penempatan dana cadangan')
    await next(page, 'Pajak dan laporan')
    await choose(page, 'Klasifikasi entitas (CRS)', 'NFE aktif')
    await choose(page, 'Warga pajak Amerika Serikat', 'Tidak')
    await page.getByRole('button', { name: 'Tambah negara pajak' }).tap()
    await page.getByLabel(/^TIN/).fill(npwp)
    await next(page, 'Foto dan dokumen')
    for (const name of [
      'Akta pendirian',
      'SK pengesahan',
      'NIB',
      'NPWP',
      'Identitas pejabat berwenang',
      'Spesimen tanda tangan pejabat',
    ]) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).tap()
      await page
        .getByLabel('Pilih berkas')
        .setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: await world.picture() })
      await page.getByRole('button', { name: 'Pakai foto ini' }).tap()
      await page.getByRole('button', { name: new RegExp(`^${name}.*Tersimpan`) }).waitFor()
    }
    await next(page, 'Rekening bank')
    await money(page)
    for (const box of (await page.getByRole('checkbox').all()).slice(0, 3)) await box.check()
    await submit(page, world.system.url, person.phone)
    const { institutional, status } = await detail(id)
    expect([status, institutional?.authorisedPersons?.[0]?.mobile, institutional?.figures]).toEqual(
      ['submitted', '+6281200001111', [{ year: 2025, assets: 1, profit: 1 }]],
    )
    expect(complaints).toEqual([])
    await context.close()
  })
})

async function returned(id: string, person: { email: string; phone: string }): Promise<void> {
  const maya = await world.reviewer()
  const { version } = await maya.api.investors.claim({ id })
  const reasons = [
    { pointer: '/individual/placeOfBirth', reason: 'Tidak sesuai KTP' },
    { pointer: '/documents/ktp', reason: 'Foto buram' },
  ]
  await maya.api.investors.review({ items: [{ id, version }], decision: 'return', reasons })
  const link = await sendLink(world.system.url, world.rm, {
    id,
    version: (await detail(id)).version,
    email: person.email,
  })
  const { page, complaints, context } = await openOnPhone(world, link.path)
  await page.getByRole('heading', { name: 'Perbaiki beberapa hal' }).waitFor()
  expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toHaveLength(3)
  await page.getByRole('button', { name: 'Lanjutkan' }).tap()
  await page.getByText('Tidak sesuai KTP').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(1)
  await page.getByLabel('Tempat lahir').fill('Bandung')
  await next(page, 'Foto dan dokumen')
  await page.getByRole('button', { name: /Foto buram/ }).tap()
  await page
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'ktp.png', mimeType: 'image/png', buffer: await world.picture() })
  await page.getByRole('button', { name: 'Pakai foto ini' }).tap()
  await page.getByRole('button', { name: /Foto KTP/ }).waitFor()
  expect([complaints, await axeFindings(page)]).toEqual([[], []])
  await next(page, 'Persetujuan dan kirim')
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await submit(page, world.system.url, person.phone)
  const again = await detail(id)
  expect([again.status, again.individual?.placeOfBirth]).toEqual(['submitted', 'Bandung'])
  expect(again.documents.filter(({ type }) => type === 'ktp')).toHaveLength(1)
  await context.close()
}

describe('nothing is lost', { timeout: MINUTE }, () => {
  test('without a network, when another tab saved, when the RM takes the link back', async () => {
    const { id, path } = await world.invite()
    const { page, context } = await openOnPhone(world, path)
    await page.getByRole('button', { name: 'Mulai' }).tap()
    await context.setOffline(true)
    await page.getByLabel('Tempat lahir').fill('Bogor')
    await page.getByLabel('Nama alias').focus()
    await page
      .getByText(
        'Belum tersimpan. Isian Anda tetap ada dan penyimpanan dicoba lagi secara otomatis.',
      )
      .waitFor()
    await context.setOffline(false)
    await expect
      .poll(async () => (await detail(id)).individual?.placeOfBirth, { timeout: 15_000 })
      .toBe('Bogor')

    const { page: other, context: elsewhere } = await openOnPhone(world, path)
    await other.getByRole('button', { name: /Identitas/ }).tap()
    await other.getByLabel('Nama alias').fill('Gali')
    await other.getByLabel('Tempat lahir').focus()
    await expect.poll(async () => (await detail(id)).individual?.alias).toBe('Gali')
    await page.getByLabel('Nama alias').fill('Galih')
    await page.getByLabel('Tempat lahir').focus()
    await page.getByText(/Diubah juga di tempat lain: Nama alias/).waitFor()
    await expect.poll(async () => (await detail(id)).individual?.alias).toBe('Galih')
    await elsewhere.close()

    await world.rm.api.remoteRegistration.withdrawLink({ id, version: (await detail(id)).version })
    await page.getByLabel('Tempat lahir').fill('Depok')
    await page.getByLabel('Nama alias').focus()
    await page.getByRole('heading', { name: 'RM Anda melanjutkan pendaftaran ini' }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(
      /Belum sempat tersimpan[\s\S]*Tempat lahir[\s\S]*Depok/,
    )
    await context.close()
  })
})

describe('the look', { timeout: 2 * MINUTE }, () => {
  test.each([
    ['individual', 'id', 'light'],
    ['individual', 'en', 'dark'],
    ['institutional', 'en', 'light'],
    ['institutional', 'id', 'dark'],
  ] as const)(
    'axe finds nothing on any part of the %s form in %s and %s, on a small phone',
    async (kind, language, colorScheme) => {
      const { path } = await world.invite(kind)
      const { page, complaints, context } = await openOnPhone(world, path, {
        colorScheme,
        viewport: { ...phone, width: 320 },
      })
      if (language === 'en') await page.getByRole('button', { name: 'English' }).tap()
      const fine = async () => {
        const width = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
        const heading = await page.getByRole('heading', { level: 1 }).innerText()
        expect([heading, await axeFindings(page), width]).toEqual([heading, [], 320])
      }
      await page.getByRole('heading', { level: 1 }).waitFor()
      await fine()
      await page.getByRole('button', { name: /^(Mulai|Begin)$/ }).tap()
      const parts = kind === 'individual' ? 7 : 6
      for (let part = 0; part < parts; part++) {
        const before = await page.getByRole('heading', { level: 1 }).innerText()
        for (const add of await page.getByRole('button', { name: /^(Tambah|Add)/ }).all())
          await add.tap()
        await page.getByRole('button', { name: /^(Lanjut|Next)$/ }).tap()
        const later = page.getByRole('button', { name: /Lengkapi nanti|Complete it later/ })
        await expect
          .poll(
            async () =>
              (await later.count()) +
              Number((await page.getByRole('heading', { level: 1 }).innerText()) !== before),
          )
          .toBeGreaterThan(0)
        if ((await later.count()) === 0) continue
        await fine()
        await later.tap()
      }
      await fine()
      for (const step of ['doc-signature', 'doc-npwp', 'bank', 'risk', 'submit']) {
        await page.goto(`${path}#${step}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await fine()
      }
      expect(complaints).toEqual([])
      await context.close()
    },
  )
})

/** Records the heights of the page; the second call returns the different ones. */
async function heightsWhileSaved(page: Page): Promise<() => Promise<number[]>> {
  const seen = await page.evaluateHandle(() => {
    const heights = new Set<number>()
    const look = () => {
      heights.add(document.documentElement.scrollHeight)
      requestAnimationFrame(look)
    }
    look()
    return heights
  })
  return async () => await seen.evaluate((heights) => [...heights])
}
