// Access rights as an administrator manages them in the console: people, roles, devices and
// companies.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually, messageTo, type Caller } from '../caller.ts'
import { choose } from './console-acts.ts'
import { findingsOn, settled, visit } from './console-screens.ts'
import {
  createConsoleWorld,
  openConsole,
  openSignedOut,
  userCalled,
  type ConsoleWorld,
} from './console-world.ts'

const MINUTE = 60_000
/** Allows for a slow machine with two busy cores. */
const PATIENCE = 25_000
const PASSWORD = 'a calm evening in Solo'
let world: ConsoleWorld
let sari: Caller
beforeAll(async () => {
  world = await createConsoleWorld()
  sari = await world.as('sari')
}, 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

async function consoleOf(name: string, path: string) {
  const opened = await openConsole(world, name, path)
  opened.page.setDefaultTimeout(PATIENCE)
  await settled(opened.page)
  return opened
}

async function enter(page: Page, login: string): Promise<Date> {
  await page.getByLabel('E-mail atau nomor telepon').fill(login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  const asked = new Date()
  await page.getByRole('button', { name: 'Masuk' }).click()
  return asked
}

describe('a role', { timeout: 4 * MINUTE }, () => {
  test('is made of another, given to somebody, and what it loses is closed to its holder', async () => {
    const { page, complaints, context } = await consoleOf('sari', '/people/roles?role=auditor')
    await page.getByRole('button', { name: 'Salin menjadi peran baru' }).click()
    await page.getByLabel('Nama peran').fill('Auditor prospek')
    await page.getByLabel('Kode', { exact: true }).fill('Auditor Prospek')
    await page.getByRole('button', { name: 'Tambah peran' }).last().click()
    await page.getByText('Huruf kecil di depan, lalu').waitFor()
    await page.getByLabel('Kode', { exact: true }).fill('auditor-prospek')
    await page.getByRole('button', { name: 'Tambah peran' }).last().click()
    await page.getByRole('heading', { level: 2, name: 'Auditor prospek' }).waitFor()
    expect(await findingsOn(page)).toEqual([])

    const yusuf = await userCalled(sari, 'Yusuf')
    await visit(world, page, `/people/${yusuf.id}`)
    await page.getByRole('button', { name: 'Ubah', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Ubah Yusuf Hakim' })
    await choose(dialog, /^Peran/, 'Auditor prospek')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await userCalled(sari, 'Yusuf')).toMatchObject({ role: 'auditor-prospek' })

    const reader = await consoleOf('yusuf', '/leads')
    const ofLeads = reader.page.getByRole('navigation').getByRole('link', { name: 'Prospek' })
    await ofLeads.waitFor()
    await visit(world, page, '/people/roles?role=auditor-prospek')
    await page.getByRole('button', { name: 'Ubah', exact: true }).click()
    const group = page.getByRole('group', { name: /^Prospek/ })
    await group.getByRole('checkbox', { name: 'Melihat', exact: true }).uncheck()
    await page.getByText('Menyimpan mengakhiri sesi 1 orang').waitFor()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('button', { name: 'Salin menjadi peran baru' }).waitFor()
    const { items } = await sari.api.roles.list({})
    expect(items.find(({ code }) => code === 'auditor-prospek')?.permissions).not.toContain(
      'lead.read',
    )

    // The change ended the user's session; a new one has the remaining rights.
    await reader.page.reload()
    await reader.page.waitForURL((url) => url.pathname.includes('sign-in'))
    await reader.context.close()
    const again = await consoleOf('yusuf', '/leads')
    await again.page
      .getByRole('heading', { level: 1, name: 'Anda tidak berwenang membuka layar ini' })
      .waitFor()
    expect(
      await again.page.getByRole('navigation').getByRole('link', { name: 'Prospek' }).count(),
    ).toBe(0)
    expect(await findingsOn(again.page)).toEqual([])
    expect([...complaints, ...reader.complaints, ...again.complaints]).toEqual([])
    await again.context.close()

    const remove = page.getByRole('button', { name: 'Hapus', exact: true })
    expect(await remove.isDisabled()).toBe(true)
    await sari.api.users.update({
      id: yusuf.id,
      version: (await userCalled(sari, 'Yusuf')).version,
      changes: { role: 'auditor' },
    })
    await visit(world, page, '/people/roles?role=auditor-prospek')
    await remove.click()
    await page
      .getByRole('dialog', { name: 'Hapus peran Auditor prospek' })
      .getByRole('button', { name: 'Hapus peran' })
      .click()
    await page.getByRole('button', { name: /Auditor prospek/ }).waitFor({ state: 'detached' })
    await context.close()
  })
})

describe('a person', { timeout: 3 * MINUTE }, () => {
  test('is invited with a licence, corrected, invited again, and taken out', async () => {
    const { page, complaints, context } = await consoleOf('sari', '/people')
    await page.getByRole('button', { name: 'Undang pengguna' }).click()
    const dialog = page.getByRole('dialog', { name: 'Undang pengguna' })
    // Texts of the component library, in the production build.
    expect(await dialog.getByText('(opsional)').count()).toBeGreaterThan(0)
    expect(await dialog.getByText('(optional)').count()).toBe(0)
    await dialog.getByRole('button', { name: 'Undang pengguna' }).click()
    await dialog.getByText('Wajib diisi.').first().waitFor()
    await dialog.getByLabel('Nama').fill('Laras Pertiwi')
    await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('rina@nusantara.example')
    await choose(dialog, /^Peran/, 'Relationship manager')
    await dialog.getByLabel('Nomor izin').fill('WAPERD-2026-77001')
    await dialog.getByLabel('Berlaku sampai').fill('2029-01-31')
    await dialog.getByRole('button', { name: 'Undang pengguna' }).click()
    // An address that is already in use is refused at its field, and the input stays.
    await dialog.locator('.ant-form-item-explain-error').first().waitFor()
    expect(await dialog.getByLabel('Nomor izin').inputValue()).toBe('WAPERD-2026-77001')
    const first = new Date()
    await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('laras@nusantara.example')
    await dialog.getByRole('button', { name: 'Undang pengguna' }).click()
    await dialog.waitFor({ state: 'detached' })
    await messageTo(world.system.url, 'laras@nusantara.example', /#([\w-]{43})/, first)
    await page.getByRole('link', { name: 'Laras Pertiwi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Laras Pertiwi' }).waitFor()
    await page.getByRole('button', { name: 'Kirim ulang undangan' }).click()
    const again = new Date()
    const ask = page.getByRole('dialog', { name: 'Kirim ulang undangan kepada Laras Pertiwi' })
    await ask.getByRole('button', { name: 'Kirim ulang undangan' }).click()
    await ask.waitFor({ state: 'detached' })
    await messageTo(world.system.url, 'laras@nusantara.example', /#([\w-]{43})/, again)
    await page.getByRole('button', { name: 'Ubah', exact: true }).click()
    const edit = page.getByRole('dialog', { name: 'Ubah Laras Pertiwi' })
    await choose(edit, /^Peran/, 'Peninjau')
    await choose(edit, 'Bahasa', 'English')
    await edit.getByRole('button', { name: 'Simpan' }).click()
    await edit.waitFor({ state: 'detached' })
    expect(await userCalled(sari, 'Laras')).toMatchObject({
      role: 'reviewer',
      language: 'en',
      licenceExpiresOn: '2029-01-31',
    })
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Keluarkan' }).click()
    const out = page.getByRole('dialog', { name: 'Keluarkan Laras Pertiwi dari perusahaan' })
    await out.getByRole('button', { name: 'Keluarkan' }).click()
    await page.waitForURL((url) => url.pathname.endsWith('/people'))
    await eventually(
      'nobody of that name',
      async () => (await sari.api.users.list({ search: 'Laras' })).items.length === 0,
    )
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is deactivated, cannot go on, and is activated again; a device is trusted no longer', async () => {
    const maya = await userCalled(sari, 'Maya')
    const hers = await consoleOf('maya', '/account')
    const { page, complaints, context } = await consoleOf('sari', `/people/${maya.id}`)
    const revoke = page.getByRole('button', { name: /^Cabut/ })
    await revoke.first().click()
    const ask = page.getByRole('dialog', { name: /^Cabut kepercayaan pada .* milik Maya Kusuma$/ })
    await ask.getByRole('button', { name: 'Cabut' }).click()
    await page.getByText('Tidak ada perangkat tepercaya.').waitFor()
    expect((await sari.api.userAccess.devices({ id: maya.id })).items).toEqual([])
    await hers.page.reload()
    await hers.page.waitForURL((url) => url.pathname.includes('sign-in'))
    for (const [act, next, reason, status] of [
      ['Nonaktifkan', 'Aktifkan', 'Cuti panjang', 'inactive'],
      ['Aktifkan', 'Nonaktifkan', 'Kembali bekerja', 'active'],
    ] as const) {
      await page.getByRole('button', { name: act, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: `${act} Maya Kusuma` })
      await dialog.getByLabel('Alasan').fill(reason)
      await dialog.getByRole('button', { name: act }).click()
      await page.getByRole('button', { name: next, exact: true }).waitFor()
      expect(await userCalled(sari, 'Maya')).toMatchObject({ status, decisionReason: reason })
    }
    // Sign-in asks for a code again, since the device is no longer trusted. A page outside her menu
    // does not open by its address either.
    const again = await consoleOf('maya', '/audit')
    await again.page
      .getByRole('heading', { level: 1, name: 'Anda tidak berwenang membuka layar ini' })
      .waitFor()
    expect([...complaints, ...hers.complaints, ...again.complaints]).toEqual([])
    for (const one of [context, hers.context, again.context]) await one.close()
  })
})

describe('a company', { timeout: 4 * MINUTE }, () => {
  test('is made with its administrator, who works in it until it is closed', async () => {
    const { page, complaints, context } = await consoleOf('putri', '/companies')
    await page.getByRole('button', { name: 'Tambah perusahaan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tambah perusahaan' })
    await dialog.getByLabel('Nama', { exact: true }).fill('Cakrawala Sekuritas')
    await dialog.getByLabel('Kode').fill('cakrawala')
    await dialog.getByLabel('Nama administrator').fill('Nadia Puspita')
    await dialog.getByLabel('E-mail administrator').fill('nadia@cakrawala.example')
    const since = new Date()
    await dialog.getByRole('button', { name: 'Tambah perusahaan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Cakrawala Sekuritas' }).waitFor()
    const members = page.getByRole('region', { name: 'Anggota' })
    await members.getByText('Nadia Puspita').waitFor()
    await members.getByRole('textbox', { name: 'Cari' }).fill('siapa')
    await page.getByText('Tidak ada anggota yang cocok').waitFor()
    await page.getByRole('main').getByRole('textbox', { name: 'Cari' }).fill('nadia@')
    await members.getByText('Nadia Puspita').waitFor()
    await settled(page)
    expect(await findingsOn(page)).toEqual([])

    const token = await messageTo(
      world.system.url,
      'nadia@cakrawala.example',
      /#([\w-]{43})/,
      since,
    )
    const visitor = await openSignedOut(world, `/set-password#${token}`)
    visitor.page.setDefaultTimeout(PATIENCE)
    await visitor.page.getByLabel('Kata sandi baru').fill(PASSWORD)
    await visitor.page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await visitor.page.getByRole('link', { name: 'Ke halaman masuk' }).click()
    const asked = await enter(visitor.page, 'nadia@cakrawala.example')
    await visitor.page
      .getByLabel('Kode')
      .fill(await messageTo(world.system.url, 'nadia@cakrawala.example', /\b(\d{6})\b/, asked))
    await visitor.page.waitForURL((url) => !url.pathname.includes('sign-in'))
    await settled(visitor.page)
    await visitor.page.getByRole('heading', { name: 'Langkah pertama' }).waitFor()
    await visitor.page.getByRole('link', { name: 'Undang peninjau dan administrator' }).waitFor()
    await settled(visitor.page)
    expect(await findingsOn(visitor.page)).toEqual([])

    await page.getByRole('button', { name: 'Tutup perusahaan' }).click()
    const ask = page.getByRole('dialog', { name: 'Tutup Cakrawala Sekuritas untuk seterusnya' })
    expect(await findingsOn(page)).toEqual([])
    await ask.getByRole('button', { name: 'Tutup perusahaan' }).click()
    await ask.getByText('Tulis alasannya.').waitFor()
    await ask.getByLabel('Alasan').fill('Izin usaha dicabut')
    await ask.getByRole('button', { name: 'Tutup perusahaan' }).click()
    await page.waitForURL((url) => url.pathname.endsWith('/companies'))
    await page.getByRole('link', { name: 'Cakrawala Sekuritas' }).waitFor({ state: 'detached' })

    await visitor.page.reload()
    await visitor.page.waitForURL((url) => url.pathname.includes('sign-in'))
    await enter(visitor.page, 'nadia@cakrawala.example')
    await visitor.page.getByRole('alert').getByText('Perusahaan Anda sedang ditutup').waitFor()
    expect(visitor.page.url()).toContain('sign-in')
    expect([...complaints, ...visitor.complaints]).toEqual([])
    await context.close()
    await visitor.context.close()
  })
})
