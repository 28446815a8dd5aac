// The office's work on books and people in the console, in a real browser against the real
// services.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  askedOf,
  leadField,
  leadFieldNames,
  type LeadControl,
} from '@rmtools/contracts/crm/lead-fields'
import { eventually, type Caller } from '../caller.ts'
import { findingsOn } from './console-screens.ts'
import { createConsoleWorld, goTo, openConsole, type ConsoleWorld } from './console-world.ts'

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

const userCalled = async (search: string) => {
  const [user] = (await sari.api.users.list({ search })).items
  if (!user) throw new Error(`${search} is not in the demo`)
  return user
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

describe('a book', { timeout: 2 * MINUTE }, () => {
  test('goes to another RM with a reason, after one has seen how much it is', async () => {
    const [bagus, rina] = [await userCalled('Bagus'), await userCalled('Rina')]
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
    const hendra = await userCalled('Hendra')
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
    expect(await userCalled('Hendra')).toMatchObject({ status: 'inactive' })
    expect(complaints).toEqual([])
    await context.close()
  })
})
