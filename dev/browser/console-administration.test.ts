// An administrator's work in the console: people and settings, against the real services.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, messageTo } from '../caller.ts'
import { choose } from './console-acts.ts'
import { limitAndTry } from './console-questionnaire.ts'
import { findingsOn, settled } from './console-screens.ts'
import {
  createConsoleWorld,
  goTo,
  openConsole,
  openSignedOut,
  type ConsoleWorld,
} from './console-world.ts'

const MINUTE = 60_000
const PASSWORD = 'a calm evening in Solo'
let world: ConsoleWorld
beforeAll(async () => void (world = await createConsoleWorld()), 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

describe('people', { timeout: MINUTE }, () => {
  test('a pending RM cannot sign in, is approved by name, and then can', async () => {
    const visitor = await openSignedOut(world, '/admin/sign-in')
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

    const visitor = await openSignedOut(world, `/set-password#${token}`)
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
    const again = await openSignedOut(world, `/set-password#${token}`)
    await again.page.getByLabel('Kata sandi baru').fill(PASSWORD)
    await again.page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await again.page.getByRole('heading', { name: 'Tautan tidak dapat dipakai' }).waitFor()
    expect([...complaints, ...visitor.complaints, ...again.complaints]).toEqual([])
    for (const one of [context, visitor.context, again.context]) await one.close()
  })

  test('asking for a reset answers the same for an account and for none', async () => {
    const answers = []
    for (const login of ['maya@nusantara.example', 'nobody@nusantara.example']) {
      const { page, context } = await openSignedOut(world, '/admin/reset-password')
      await page.getByLabel('E-mail atau nomor telepon').fill(login)
      await page.getByRole('button', { name: 'Kirim tautan' }).click()
      answers.push((await page.getByRole('status').innerText()).replace(login, '…'))
      await context.close()
    }
    expect(answers[0]).toBe(answers[1])
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
    await limitAndTry(page)
    await page.getByRole('button', { name: 'Terbitkan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Terbitkan kuesioner versi baru' })
    await dialog.getByRole('button', { name: 'Terbitkan' }).click()
    await page.getByRole('heading', { name: 'Versi 2, sedang dipakai' }).waitFor()
    const history = page.getByRole('region', { name: 'Riwayat versi' })
    await history.getByRole('row', { name: /Versi 2, sedang dipakai .* Sari Dewanti/ }).waitFor()
    expect(
      (await (await world.as('sari')).api.riskProfiles.questionnaire()).questions[0]?.labelId,
    ).toBe('Kapan dana ini Anda perlukan?')
    await page.getByText('Skor 2, paling tinggi Moderat').waitFor()
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

describe('what a company settles', { timeout: 3 * MINUTE }, () => {
  test('a message in its own words, seen in a preview in both languages, and put back', async () => {
    const sari = await world.as('sari')
    const { page, complaints, context } = await openConsole(world, 'sari', '/settings/messages')
    await settled(page)
    const preview = page.getByRole('group', { name: 'Pratinjau dengan data contoh' })
    for (const [language, words, shown] of [
      [
        'Indonesia',
        'Yth. {investorName}, silakan buka {link}.',
        'Yth. Siti Rahmawati, silakan buka https://',
      ],
      [
        'English',
        'Dear {investorName}, please open {link}.',
        'Dear Siti Rahmawati, please open https://',
      ],
    ] as const) {
      await page
        .getByRole('button', { name: new RegExp(`Tautan persetujuan.*E-mail · ${language}`) })
        .click()
      const field = page.getByLabel('Isi')
      await field.fill('Tanpa tautan {siapa}')
      await page.getByText('{siapa} tidak dikenal di pesan ini.').waitFor()
      expect(await page.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true)
      await field.fill(words)
      await preview.getByText(shown).waitFor()
      await page.getByRole('button', { name: 'Simpan' }).click()
      await page.getByRole('button', { name: 'Kembalikan ke bawaan' }).waitFor()
    }
    const own = async () =>
      (await sari.api.messageTemplates.list({})).items
        .filter(({ isOwn }) => isOwn)
        .map(({ text }) => text)
    expect((await own()).toSorted()).toEqual([
      'Dear {investorName}, please open {link}.',
      'Yth. {investorName}, silakan buka {link}.',
    ])
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Kembalikan ke bawaan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan ke bawaan' }).click()
    await eventually('the default words', async () => (await own()).length === 1)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a code of S-INVEST is its own, and goes back to the default', async () => {
    const sari = await world.as('sari')
    const { page, complaints, context } = await openConsole(world, 'sari', '/settings/codes')
    await settled(page)
    await choose(page, 'Daftar', 'Pekerjaan')
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: 'Ubah kode untuk Pengusaha' }) })
    const [before] = (await sari.api.codeListEntries.list({})).items.filter(
      ({ labelId }) => labelId === 'Pengusaha',
    )
    await row.getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: 'Ubah kode untuk Pengusaha' })
    await dialog.getByLabel('Kode S-INVEST').fill('?')
    await dialog.getByText('1 sampai 40 huruf').waitFor()
    await dialog.getByLabel('Kode S-INVEST').fill('G-77')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await row.getByText('G-77').waitFor()
    await row.getByText('diubah perusahaan').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await row.getByRole('button').click()
    await dialog.getByRole('button', { name: 'Kembalikan ke bawaan' }).click()
    await row.getByText(before?.sinvestCode ?? 'none', { exact: true }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
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
