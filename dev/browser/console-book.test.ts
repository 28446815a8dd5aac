// The office's work on books and people in the console, in a real browser against the real
// services.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { XLSX } from '@rmtools/contracts/lists'
import type { Page } from 'playwright-core'
import {
  askedOf,
  leadField,
  leadFieldNames,
  type LeadControl,
} from '@rmtools/contracts/crm/lead-fields'
import { eventually, type Caller } from '../caller.ts'
import { findingsOn } from './console-screens.ts'
import {
  createConsoleWorld,
  goTo,
  openConsole,
  userCalled,
  type ConsoleWorld,
} from './console-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
let sari: Caller
beforeAll(async () => {
  world = await createConsoleWorld()
  sari = await world.as('sari')
}, 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

/** Chooses an option from a field's dropdown by typing. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label)
  await field.click()
  await field.fill(name)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

describe('a lead', { timeout: 2 * MINUTE }, () => {
  test('is corrected in its form', async () => {
    const { lead } = await sari.api.leads.create({ fullName: 'Ubah Saya', phone: '081277770201' })
    const { page, complaints, context } = await openConsole(world, 'sari', `/leads/${lead.id}`)
    await page.getByRole('button', { name: 'Ubah', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: /Ubah Saya/ })
    await dialog.getByLabel('Nama').fill('Sudah Diubah')
    await dialog.getByLabel('Telepon').fill('12')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    // The error is shown at its field, and the input stays.
    await dialog.locator('[role=alert], .ant-form-item-explain-error').first().waitFor()
    expect(await dialog.getByLabel('Nama').inputValue()).toBe('Sudah Diubah')
    await dialog.getByLabel('Telepon').fill('0812 7777 0202')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Sudah Diubah' }).waitFor()
    expect(await sari.api.leads.get({ id: lead.id })).toMatchObject({
      fullName: 'Sudah Diubah',
      phone: '+6281277770202',
    })
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is entered with every field that it has, and its details and its trail call them alike', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/leads')
    await page.getByRole('button', { name: 'Tambah prospek' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tambah prospek' })
    const written: Readonly<Record<LeadControl, string>> = {
      name: 'Lengkap Sekali',
      text: 'Ringkas',
      'long-text': 'Panjang sekali',
      phone: '0812 7777 0299',
      email: 'lengkap@mail.example',
      tags: 'prioritas',
      'follow-up': '2027-03-01T09:30',
    }
    for (const field of leadFieldNames) {
      const { control } = leadField(field)
      const input = dialog.getByLabel(askedOf(field).id)
      await input.fill(control === 'text' ? `Ringkas ${field}` : written[control])
      if (control === 'tags') await input.press('Enter')
    }
    await dialog.getByRole('button', { name: 'Tambah', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: written.name }).waitFor()
    const [lead] = (await sari.api.leads.list({ search: written.name })).items
    for (const field of leadFieldNames.filter((name) => leadField(name).isShown)) {
      const term = page
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${leadField(field).label.id}$`) })
      expect([field, await term.count()]).toEqual([field, 1])
    }
    for (const field of leadFieldNames)
      expect([field, lead?.[field] ?? '']).not.toEqual([field, ''])
    expect(lead).toMatchObject({
      phone: '+6281277770299',
      tags: ['prioritas'],
      nextFollowUpAt: '2027-03-01T02:30:00.000Z',
    })
    await goTo(world, page, `/audit?entity=lead&entityId=${lead?.id}`)
    await page.getByRole('row').filter({ hasText: 'Membuat' }).getByRole('button').click()
    await page.getByRole('rowheader', { name: 'Nama full_name' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is drawn by the mouse to another stage', async () => {
    const { lead } = await sari.api.leads.create({ fullName: 'Seret Saya', phone: '081277770203' })
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/leads?view=board&search=Seret+Saya',
    )
    const card = page.getByRole('listitem').filter({ hasText: 'Seret Saya' })
    await card.waitFor()
    const column = page.getByRole('region', { name: 'Dihubungi' })
    await card.dragTo(column)
    await column.getByRole('link', { name: 'Seret Saya' }).waitFor()
    await eventually(
      'the stage',
      async () => (await sari.api.leads.get({ id: lead.id })).status === 'contacted',
    )
    expect(complaints).toEqual([])
    await context.close()
  })

  test('stands in the file with the filters of the list', async () => {
    await sari.api.leads.create({ fullName: 'Ekspor Saya', phone: '081277770204' })
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/leads?search=Ekspor+Saya',
    )
    await page.getByRole('link', { name: 'Ekspor Saya' }).waitFor()
    await page.getByRole('button', { name: 'Ekspor' }).click()
    const item = page.getByRole('menuitem', { name: 'CSV' })
    const [download] = await Promise.all([page.waitForEvent('download'), item.click()])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect([lines.length, lines[1]?.includes('Ekspor Saya')]).toEqual([2, true])
    expect(complaints).toEqual([])
    await context.close()
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

describe('a book', { timeout: 2 * MINUTE }, () => {
  test('goes to another RM with a reason, after one has seen how much it is', async () => {
    const [bagus, rina] = [await userCalled(sari, 'Bagus'), await userCalled(sari, 'Rina')]
    const leadsOf = async (rmId: string) =>
      (await sari.api.leads.list({ rmId, limit: 1, count: true })).total?.count ?? 0
    const [given, kept] = [await leadsOf(bagus.id), await leadsOf(rina.id)]
    expect(given).toBeGreaterThan(0)
    const { page, complaints, context } = await openConsole(world, 'sari', '/leads')
    await page.getByRole('button', { name: 'Serah terima' }).click()
    const dialog = page.getByRole('dialog', { name: 'Serah terima buku RM' })
    await choose(page, 'Dari RM', 'Bagus Prasetyo')
    await dialog.getByLabel('Semua prospek').check()
    await choose(page, 'Kepada RM', 'Rina Wulandari')
    await dialog
      .getByRole('status')
      .getByText(/\d+ prospek/)
      .waitFor()
    await dialog.getByRole('button', { name: 'Serah terima' }).click()
    await dialog.getByText('Tulis alasannya.').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await dialog.getByLabel('Alasan').fill('Pindah cabang')
    await dialog.getByRole('button', { name: 'Serah terima' }).click()
    await page
      .getByRole('dialog', { name: 'Serah terima selesai' })
      .getByText(/Pindah ke Rina Wulandari/)
      .waitFor()
    const [left, arrived] = [await leadsOf(bagus.id), await leadsOf(rina.id)]
    expect(left).toBeLessThan(given)
    expect(arrived - kept).toBe(given - left)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a person', { timeout: 2 * MINUTE }, () => {
  test('is signed out of one session, then deactivated with a reason', async () => {
    const hendra = await userCalled(sari, 'Hendra')
    await world.as('hendra')
    const { page, complaints, context } = await openConsole(world, 'sari', `/people/${hendra.id}`)
    const ends = page.getByRole('button', { name: /^Akhiri/ })
    await ends.first().click()
    const ask = page.getByRole('dialog')
    await ask.getByRole('button', { name: /^Akhiri/ }).click()
    await eventually(
      'the end of the session',
      async () => (await sari.api.userAccess.sessions({ id: hendra.id })).items.length === 0,
    )
    await page.getByText('Tidak ada sesi aktif.').waitFor()
    await page.getByRole('button', { name: 'Nonaktifkan' }).click()
    const dialog = page.getByRole('dialog', { name: 'Nonaktifkan Hendra Gunawan' })
    await dialog.getByRole('button', { name: 'Nonaktifkan' }).click()
    await dialog.getByText('Tulis alasannya.').waitFor()
    await dialog.getByLabel('Alasan').fill('Berhenti bekerja')
    await dialog.getByRole('button', { name: 'Nonaktifkan' }).click()
    await page.getByRole('button', { name: 'Aktifkan', exact: true }).waitFor()
    expect(await userCalled(sari, 'Hendra')).toMatchObject({ status: 'inactive' })
    expect(complaints).toEqual([])
    await context.close()
  })
})
