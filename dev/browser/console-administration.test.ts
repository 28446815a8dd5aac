// An administrator's work in the console: people, leads and settings, against the real services.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { XLSX } from '@rmtools/contracts/lists'
import { messageTo } from '../caller.ts'
import { complaintsOf } from './browser.ts'
import { findingsOn, settled } from './console-screens.ts'
import { createConsoleWorld, goTo, openConsole, type ConsoleWorld } from './console-world.ts'

const MINUTE = 60_000
const PASSWORD = 'a calm evening in Solo'
let world: ConsoleWorld
beforeAll(async () => void (world = await createConsoleWorld()), 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

/** A window without a session. */
async function openSignedOut(path: string) {
  const context = await world.browser.open()
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(world.system.url + path)
  return { context, page, complaints }
}

describe('people', { timeout: MINUTE }, () => {
  test('a pending RM cannot sign in, is approved by name, and then can', async () => {
    const visitor = await openSignedOut('/admin/sign-in')
    const signIn = async () => {
      await visitor.page.getByLabel('E-mail atau nomor telepon').fill('agus@nusantara.example')
      await visitor.page.getByLabel('Kata sandi', { exact: true }).fill('demo-rmtools-2026')
      await visitor.page.getByRole('button', { name: 'Masuk' }).click()
    }
    await signIn()
    await visitor.page.getByRole('alert').getByText('menunggu persetujuan').waitFor()
    const { page, complaints, context } = await openConsole(world, 'sari', '/people')
    await page.getByRole('button', { name: 'Setujui Agus Setiawan sebagai RM' }).click()
    const dialog = page.getByRole('dialog', { name: 'Setujui Agus Setiawan sebagai RM' })
    await dialog.getByRole('button', { name: 'Setujui' }).click()
    await page.getByText('Tidak ada RM yang menunggu persetujuan.').waitFor()
    const since = new Date()
    await signIn()
    await visitor.page
      .getByLabel('Kode')
      .fill(await messageTo(world.system.url, '+6281200000011', /\b(\d{6})\b/, since))
    await visitor.page.waitForURL((url) => !url.pathname.includes('sign-in'))
    expect([...complaints, ...visitor.complaints]).toEqual([])
    await context.close()
    await visitor.context.close()
  })

  test('who is invited sets a password by the link, hears why one is refused, and signs in; the link works once', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/people')
    await page.getByRole('button', { name: 'Undang pengguna' }).click()
    const dialog = page.getByRole('dialog', { name: 'Undang pengguna' })
    await dialog.getByLabel('Nama').fill('Tiara Anjani')
    await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('tiara@nusantara.example')
    await dialog.getByRole('combobox', { name: /^Peran/ }).click()
    await page.getByTitle('Peninjau').click()
    const since = new Date()
    await dialog.getByRole('button', { name: 'Undang pengguna' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Tiara Anjani' }).waitFor()
    const token = await messageTo(
      world.system.url,
      'tiara@nusantara.example',
      /#([\w-]{43})/,
      since,
    )

    const visitor = await openSignedOut(`/set-password#${token}`)
    await settled(visitor.page)
    expect(await findingsOn(visitor.page)).toEqual([])
    await visitor.page.waitForURL((url) => url.hash === '')
    const password = visitor.page.getByLabel('Kata sandi baru')
    const save = visitor.page.getByRole('button', { name: 'Simpan kata sandi' })
    await password.fill('too short')
    expect(await save.isDisabled()).toBe(true)
    await password.fill('tiara anjani 2026')
    await save.click()
    await visitor.page.getByRole('alert').getByText('memuat nama').waitFor()
    await password.fill(PASSWORD)
    await save.click()
    await visitor.page.getByRole('link', { name: 'Ke halaman masuk' }).click()
    const asked = new Date()
    await visitor.page.getByLabel('E-mail atau nomor telepon').fill('tiara@nusantara.example')
    await visitor.page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
    await visitor.page.getByRole('button', { name: 'Masuk' }).click()
    await visitor.page
      .getByLabel('Kode')
      .fill(await messageTo(world.system.url, 'tiara@nusantara.example', /\b(\d{6})\b/, asked))
    await visitor.page.waitForURL((url) => !url.pathname.includes('sign-in'))
    const again = await openSignedOut(`/set-password#${token}`)
    await again.page.getByLabel('Kata sandi baru').fill(PASSWORD)
    await again.page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await again.page.getByRole('heading', { name: 'Tautan tidak dapat dipakai' }).waitFor()
    expect([...complaints, ...visitor.complaints, ...again.complaints]).toEqual([])
    for (const one of [context, visitor.context, again.context]) await one.close()
  })

  test('asking for a reset answers the same for an account and for none', async () => {
    const answers = []
    for (const login of ['maya@nusantara.example', 'nobody@nusantara.example']) {
      const { page, context } = await openSignedOut('/admin/reset-password')
      await page.getByLabel('E-mail atau nomor telepon').fill(login)
      await page.getByRole('button', { name: 'Kirim tautan' }).click()
      answers.push((await page.getByRole('status').innerText()).replace(login, '…'))
      await context.close()
    }
    expect(answers[0]).toBe(answers[1])
  })
})

describe('leads', { timeout: MINUTE }, () => {
  test('a file is checked without a change, its faults are named by row, and the rest is imported', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/leads/import')
    const csv =
      'Nama Lengkap;No. HP;Catatan\nBudi Impor;081277770001;x\n;081277770002;x\nCitra Impor;12;x\n'
    await page
      .getByLabel('Pilih berkas Excel atau CSV')
      .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('button', { name: 'Periksa' }).click()
    const faults = page.getByRole('region', { name: 'Baris yang bermasalah' })
    await faults.waitFor()
    expect(
      (await faults.locator('tbody tr[data-row-key]').allInnerTexts()).map(
        (row) => row.split(/\s+/)[0],
      ),
    ).toEqual(['3', '4'])
    await page.getByText('Kolom yang tidak dipakai: Catatan').waitFor()
    expect((await (await world.as('sari')).api.leads.list({ search: 'Budi Impor' })).items).toEqual(
      [],
    )
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Impor 1 prospek' }).click()
    await page.getByText('1 prospek diimpor').waitFor()
    expect(
      (await (await world.as('sari')).api.leads.list({ search: 'Budi Impor' })).items,
    ).toHaveLength(1)
    await page.getByRole('button', { name: 'Impor berkas lain' }).click()
    const rows = [
      ['Daftar prospek'],
      [],
      ['Nama Nasabah', 'No. WA'],
      ['Dewi Buku', 81277770004],
      ['Eko Buku', '0812 77'],
    ]
    const workbook = Buffer.from(await writeXlsx({ sheets: [{ name: 'Prospek', rows }] }))
    await page
      .getByLabel('Pilih berkas Excel atau CSV')
      .setInputFiles({ name: 'leads.xlsx', mimeType: XLSX, buffer: workbook })
    await page.getByRole('button', { name: 'Periksa' }).click()
    await faults.getByRole('row', { name: '5 No. WA 0812 77' }).waitFor()
    await page.getByRole('button', { name: 'Impor 1 prospek' }).click()
    await page.getByText('1 prospek diimpor').waitFor()
    expect(
      (await (await world.as('sari')).api.leads.list({ search: '081277770004' })).items,
    ).toHaveLength(1)
    const large = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.alloc(2_200_000, 'a') }
    await page.getByRole('button', { name: 'Impor berkas lain' }).click()
    await page.getByLabel('Pilih berkas Excel atau CSV').setInputFiles(large)
    await page.getByRole('alert').getByText('lebih besar dari 2 MB').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a card moves by key and keeps the focus; lost asks why', async () => {
    const sari = await world.as('sari')
    const { lead } = await sari.api.leads.create({ fullName: 'Papan Kartu', phone: '081277770100' })
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/leads?view=board&search=Papan+Kartu',
    )
    const move = page.getByRole('button', { name: 'Pindahkan Papan Kartu' })
    await move.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Dihubungi' }).waitFor()
    // The menu takes the focus a moment after it opens; before that, Enter would close it.
    await page.locator('[role=menu]:focus-within').waitFor()
    await page.keyboard.press('Enter')
    const column = page.getByRole('region', { name: 'Dihubungi' })
    await column.getByRole('link', { name: 'Papan Kartu' }).waitFor()
    expect((await sari.api.leads.get({ id: lead.id })).status).toBe('contacted')
    await column
      .getByRole('button', { name: 'Pindahkan Papan Kartu' })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Tidak berlanjut' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tandai Papan Kartu tidak berlanjut' })
    await dialog.getByRole('button', { name: 'Tidak berlanjut' }).click()
    await dialog.getByText('Tulis alasannya.').waitFor()
    await dialog.getByLabel('Alasan').fill('Memilih deposito')
    await dialog.getByRole('button', { name: 'Tidak berlanjut' }).click()
    await page
      .getByRole('region', { name: 'Tidak berlanjut' })
      .getByRole('link', { name: 'Papan Kartu' })
      .waitFor()
    expect(await sari.api.leads.get({ id: lead.id })).toMatchObject({
      status: 'lost',
      lostReason: 'Memilih deposito',
    })
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('settings', { timeout: MINUTE }, () => {
  test('what somebody else changed meanwhile is shown, and nothing typed is lost', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/settings')
    await settled(page)
    await page.getByLabel('Masa berlaku kode OTP').fill('240')
    const sari = await world.as('sari')
    const { version, settings } = await sari.api.companies.own()
    await sari.api.companies.updateOwn({
      version,
      settings: { ...settings, approvalLinkHours: 48 },
    })
    await page.getByRole('button', { name: 'Simpan' }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'Diubah orang lain' })
    await notice.getByText('Masa berlaku tautan persetujuan').waitFor()
    await notice.getByRole('button', { name: 'Gunakan isian saya' }).click()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tersimpan.').waitFor()
    expect((await sari.api.companies.own()).settings).toMatchObject({
      otpSeconds: 240,
      approvalLinkHours: 48,
    })
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a colour on which white cannot be read is refused at once', async () => {
    const { page, context } = await openConsole(world, 'sari', '/settings')
    await settled(page)
    await page.getByRole('textbox', { name: 'Warna merek', exact: true }).fill('#ffee00')
    await page.getByText('terlalu pucat').waitFor()
    expect(await page.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true)
    await context.close()
  })

  test('a questionnaire is published after its faults are corrected, and the earlier one remains readable', async () => {
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/settings/questionnaire',
    )
    await page.getByRole('heading', { name: 'Versi 1, sedang dipakai' }).waitFor()
    await page.getByRole('button', { name: 'Buat versi baru' }).click()
    await page.getByLabel('Pertanyaan 1, Indonesia').fill('Kapan dana ini Anda perlukan?')
    await page.getByLabel('Pertanyaan 1, Inggris').fill('')
    await page.getByRole('status').getByText('harus terisi dalam kedua bahasa').waitFor()
    expect(await page.getByRole('button', { name: 'Terbitkan' }).isDisabled()).toBe(true)
    await page.getByLabel('Pertanyaan 1, Inggris').fill('When will you need this money?')
    await page.getByRole('button', { name: 'Terbitkan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Terbitkan kuesioner versi baru' })
    await dialog.getByRole('button', { name: 'Terbitkan' }).click()
    await page.getByRole('heading', { name: 'Versi 2, sedang dipakai' }).waitFor()
    const history = page.getByRole('region', { name: 'Riwayat versi' })
    await history.getByRole('row', { name: /Versi 2, sedang dipakai .* Sari Dewanti/ }).waitFor()
    expect(
      (await (await world.as('sari')).api.riskProfiles.questionnaire()).questions[0]?.labelId,
    ).toBe('Kapan dana ini Anda perlukan?')
    expect(await findingsOn(page)).toEqual([])
    await history.getByRole('link', { name: 'Versi 1' }).click()
    await page.getByRole('heading', { name: 'Versi 1', exact: true }).waitFor()
    await page.getByText('Berapa lama dana ini akan Anda investasikan?').waitFor()
    await page.getByRole('link', { name: 'Kembali ke versi yang dipakai' }).click()
    await page.getByText('Kapan dana ini Anda perlukan?').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the platform adds a holiday that everybody sees; a company cannot', async () => {
    const { page, complaints, context } = await openConsole(
      world,
      'putri',
      '/settings/holidays?year=2031',
    )
    await page.getByRole('button', { name: 'Tambah hari libur' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tambah hari libur' })
    await dialog.getByLabel('Tanggal').fill('2031-08-18')
    await dialog.getByLabel('Nama').fill('Cuti bersama')
    await dialog.getByRole('button', { name: 'Tambah' }).click()
    await page.getByText('Cuti bersama').waitFor()
    expect(complaints).toEqual([])
    await context.close()
    const other = await openConsole(world, 'sari', '/settings/holidays?year=2031')
    await other.page.getByText('Cuti bersama').waitFor()
    expect(await other.page.getByRole('button', { name: 'Tambah hari libur' }).isDisabled()).toBe(
      true,
    )
    await goTo(world, other.page, '/companies')
    await other.page.getByText('Anda tidak berwenang membuka layar ini').waitFor()
    await other.context.close()
  })
})

describe('without a network', { timeout: MINUTE }, () => {
  test('a screen says so, and fills when the network is back', async () => {
    const { page, context } = await openConsole(world, 'sari', '/leads')
    await settled(page)
    await page.getByRole('link', { name: 'Tinjauan KYC' }).click()
    await page.getByRole('heading', { name: 'Tinjauan KYC' }).waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Prospek' }).click()
    await page.getByRole('main').getByRole('textbox', { name: 'Cari' }).fill('Maharani')
    await page.getByRole('alert').getByText('Tidak ada jaringan').waitFor()
    await context.setOffline(false)
    await page
      .getByRole('row', { name: /Maharani/ })
      .first()
      .waitFor()
    await context.close()
  })
})
