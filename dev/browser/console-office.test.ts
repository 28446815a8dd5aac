// The console's figures, files and trails in a real browser against the real services, on the demo
// data of `npm start`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import { giveUpOn } from '../e2e/books.ts'
import { controlOf } from '../tour/stage.ts'
import { dialogOf, exported, linesOf, savedBy } from './console-acts.ts'
import {
  createConsoleWorld,
  descriptionOf,
  instructionOf,
  openConsole,
  openUnaware,
  type ConsoleWorld,
} from './console-world.ts'
import { axeFindings } from './investor-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
let sari: Caller
beforeAll(async () => {
  world = await createConsoleWorld({ demo: 'full' })
  sari = await world.as('sari')
}, 5 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

describe('the home screen', { timeout: MINUTE }, () => {
  test('has figures that lead to lists of as many', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/')
    const dashboard = await sari.api.dashboard.get({})
    const submitted = dashboard.investors.find(({ status }) => status === 'submitted')?.count ?? 0
    const settled = dashboard.instructions.find(({ status }) => status === 'settled')?.count ?? 0
    expect([submitted > 0, settled > 0]).toEqual([true, true])
    await page.getByRole('link', { name: `Menunggu tinjauan: ${submitted}`, exact: true }).click()
    await page.getByText(`${submitted} baris`).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: new RegExp(`^Selesai ?: ${settled}$`) }).click()
    await page.getByText(`${settled} baris`).waitFor()
    expect(new URL(page.url()).search).toBe('?statuses=settled')
    await page.goBack()
    // Zero is shown as a figure too.
    expect(await page.getByRole('link', { name: /: 0$/ }).count()).toBeGreaterThan(2)
    await page.getByRole('img', { name: /^Dana kelolaan/ }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('of an auditor shows what an auditor follows; of the platform the companies', async () => {
    const { page, complaints, context } = await openConsole(world, 'yusuf', '/')
    await page.getByText('Pengiriman keluar yang gagal').waitFor()
    expect(await page.getByText('KYC menunggu tinjauan').count()).toBe(0)
    await context.close()
    const platform = await openConsole(world, 'putri', '/')
    await platform.page.getByRole('link', { name: 'Nusantara Investama' }).waitFor()
    expect([complaints, platform.complaints]).toEqual([[], []])
    await platform.context.close()
  })
})

describe('reports', { timeout: MINUTE }, () => {
  test('are exported with the filters that are shown', async () => {
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/reports?view=sales&by=rm',
    )
    const table = page.getByRole('region', { name: 'Penjualan menurut rm, IDR' })
    await table.getByRole('link', { name: 'Rina Wulandari' }).click()
    await page.waitForURL(/rmId=/)
    const asked = new URL(page.url()).searchParams
    const { name, bytes } = await exported(page, 'CSV')
    expect(name).toMatch(/^sales-.*\.csv$/)
    const to = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
    const from = `${Number(to.slice(0, 4)) - 1}${to.slice(4)}`
    const { items } = await sari.api.reports.sales({ from, to, rmId: asked.get('rmId') ?? '' })
    const lines = linesOf(bytes)
    expect(lines[0]).toContain('Bulan,Relationship manager,Produk')
    expect(lines.length - 1).toBe(items.length)
    expect(lines.slice(1).every((line) => line.includes('Rina Wulandari'))).toBe(true)
    const excel = await exported(page, 'Excel')
    expect([excel.name.endsWith('.xlsx'), excel.bytes.subarray(0, 2).toString()]).toEqual([
      true,
      'PK',
    ])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('have charts whose bars lead on by key, and tell their figures', async () => {
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/reports?view=sales&by=product',
    )
    const figures = page.getByRole('table', { name: 'Penjualan menurut produk, IDR' })
    const links = figures.getByRole('link')
    const first = await links.first().innerText()
    expect(await figures.getByRole('row').nth(1).innerText()).toMatch(/Rp\s[\d.]+/)
    await links.first().focus()
    await page.keyboard.press('ArrowDown')
    const second = await page.locator(':focus').innerText()
    expect([second === first, (await links.count()) > 4]).toEqual([false, true])
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL(/productCode=/)
    expect(new URL(page.url()).searchParams.get('by')).toBe('month')
    await page
      .getByRole('table', { name: 'Penjualan menurut bulan, IDR' })
      .getByRole('link')
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/view=transactions/)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('products', { timeout: MINUTE }, () => {
  test('are filtered, looked at with their NAV, and compared', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/products')
    await page.getByLabel('Cari', { exact: true }).last().fill('Andalan')
    await page.waitForURL(/search=Andalan/)
    await eventually(
      'the filtered list',
      async () => (await page.getByRole('row').filter({ hasText: 'Elang' }).count()) === 0,
    )
    const boxes = page.getByRole('checkbox')
    // The selection is in the address, and the checkboxes follow it.
    await boxes.nth(0).click()
    await page.waitForURL(/compare=/)
    await boxes.nth(1).click()
    await page.getByRole('button', { name: 'Bandingkan 2 produk' }).click()
    await page.getByRole('img', { name: /awal rentang = 100/ }).waitFor()
    expect(await page.getByRole('columnheader').filter({ hasText: 'Andalan' }).count()).toBe(2)
    expect(await page.getByText('Kinerja masa lalu tidak menjamin').count()).toBe(2)
    await page
      .getByRole('columnheader')
      .filter({ hasText: 'Andalan' })
      .first()
      .getByRole('link')
      .click()
    await page.getByRole('img', { name: /^NAB\/UP/ }).waitFor()
    await page.getByText('3 bln', { exact: true }).first().click()
    await page.waitForURL(/range=3m/)
    await page.getByText('Batas waktu transaksi').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('an instruction', { timeout: MINUTE }, () => {
  test('that was approved shows its evidence, and gives its PDF', async () => {
    const { id } = await instructionOf(sari, 'payment-pending,sent-to-manager,allocated')
    const { page, complaints, context } = await openConsole(world, 'maya', `/instructions/${id}`)
    await page.getByText('Tidak berubah sejak ditandatangani').waitFor()
    expect(await page.getByText('Sesuai', { exact: true }).count()).toBe(4)
    const { bytes } = await savedBy(
      page,
      async () => await page.getByRole('button', { name: 'Unduh PDF' }).click(),
    )
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const cancel = page.getByRole('button', { name: 'Batalkan instruksi' })
    expect([await cancel.isDisabled(), await descriptionOf(page, cancel)]).toEqual([
      true,
      'Instruksi sudah dikirim ke Bib. Batalkan di Bib.',
    ])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('says how its link was sent, and is cancelled with a reason, which the time line keeps', async () => {
    const { id, investorName, version } = await instructionOf(sari, 'awaiting-approval')
    await sari.api.instructions.send({ id, version, channel: 'sms' })
    const { page, complaints, context } = await openConsole(world, 'maya', `/instructions/${id}`)
    await page.getByText(/^Dikirim lewat SMS ke \+62\*+\d{4}, /).waitFor()
    await page.getByRole('button', { name: 'Batalkan instruksi' }).click()
    const dialog = page.getByRole('dialog', { name: new RegExp(investorName) })
    await dialog.getByRole('button', { name: 'Batalkan instruksi' }).click()
    await dialog.getByText('Tulis alasannya.').waitFor()
    await dialog.getByLabel('Alasan').fill('Nilai keliru')
    await dialog.getByRole('button', { name: 'Batalkan instruksi' }).click()
    await page.getByRole('list', { name: 'Riwayat' }).getByText('Nilai keliru').waitFor()
    expect((await sari.api.instructions.get({ id })).instruction.status).toBe('cancelled')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that changed under an open dialog shows what changed, keeps the reason, and can still be cancelled', async () => {
    const { id, version, linkExpiresAt } = await instructionOf(sari, 'awaiting-approval')
    const { page, complaints, context } = await openUnaware(world, id)
    const dialog = await dialogOf(page, 'Batalkan instruksi')
    await dialog.getByLabel('Alasan').fill('Nasabah berubah pikiran')
    await sari.api.instructions.send({ id, version })
    await dialog.getByRole('button', { name: 'Batalkan instruksi' }).click()
    await dialog.getByRole('alert').getByText('Tautan berlaku sampai').waitFor()
    expect((await sari.api.instructions.get({ id })).instruction).toMatchObject({
      status: 'awaiting-approval',
      version: version + 1,
    })
    expect(linkExpiresAt).not.toBeNull()
    expect(await dialog.getByLabel('Alasan').inputValue()).toBe('Nasabah berubah pikiran')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Batalkan instruksi' }).click()
    await page.getByRole('list', { name: 'Riwayat' }).getByText('Nasabah berubah pikiran').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that ended under an open dialog cannot be sent again, and the dialog says why', async () => {
    const { id, version } = await instructionOf(sari, 'awaiting-approval')
    const { page, complaints, context } = await openUnaware(world, id)
    const dialog = await dialogOf(page, 'Kirim ulang tautan')
    await sari.api.instructions.cancel({ id, version, reason: 'Dibatalkan di tempat lain' })
    await dialog.getByRole('button', { name: 'Kirim ulang tautan' }).click()
    await dialog.getByRole('alert').getByText('Dibatalkan').waitFor()
    expect(await dialog.getByRole('button', { name: 'Kirim ulang tautan' }).isDisabled()).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the sync cockpit', { timeout: 2 * MINUTE }, () => {
  test('shows a dead letter with its error and replays it', async () => {
    const control = controlOf(world.stage)
    const { items } = await sari.api.investors.list({ statuses: 'sync-failed', limit: 1 })
    const id = items[0]?.id ?? ''
    await control.setFaults({ down: { on: true } })
    await sari.api.investors.syncBib({ id })
    const job = await eventually('a failed job', async () =>
      (await sari.api.outbox.list({ task: 'bib.investor' })).items.find(
        ({ recordId, lastError }) => recordId === id && lastError !== null,
      ),
    )
    await giveUpOn(world.system, [job.id])
    const { page, complaints, context } = await openConsole(world, 'sari', '/sync?state=dead')
    const row = page.getByRole('row').filter({ hasText: `#${job.id}` })
    await row.getByText('Gagal').waitFor()
    expect(await row.textContent()).toContain('Bib')
    await control.clearFault({ name: 'down' })
    await row.getByRole('button', { name: `Ulangi #${job.id}` }).click()
    await page.getByText(`Pekerjaan ${job.id} diulangi.`).waitFor()
    await row.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await context.close()
  })

  test('compares with Bib on demand and shows what came of it', async () => {
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/sync?part=reconciliations',
    )
    await page.getByRole('button', { name: 'Bandingkan sekarang' }).click()
    const row = page.getByRole('row').filter({ hasText: 'Pengguna' }).first()
    await row.getByText('Selesai').waitFor({ timeout: 30_000 })
    await row.getByRole('button').click()
    await page.getByRole('dialog').getByText('Perubahan di Bib sejak').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the audit trail', { timeout: MINUTE }, () => {
  test('finds a change by its record, shows it before and after, and is exported', async () => {
    const { items } = await sari.api.users.list({ search: 'Bagus' })
    const user = items[0]
    if (!user) throw new Error('Bagus is not in the demo')
    await sari.api.users.update({
      id: user.id,
      version: user.version,
      changes: { licenceNumber: 'WAPERD-2026-77777' },
    })
    const { page, complaints, context } = await openConsole(world, 'yusuf', '/audit')
    await page.getByText(/catatan tersegel/).waitFor()
    await page.getByLabel('ID data').fill(user.id)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`entityId=${user.id}`))
    await page
      .getByRole('row')
      .filter({ hasText: 'Sari Dewanti' })
      .first()
      .getByRole('button')
      .click()
    const dialog = page.getByRole('dialog', { name: 'Mengubah: Pengguna' })
    const line = dialog.getByRole('row').filter({ hasText: 'licence_number' })
    expect(await line.textContent()).toContain('WAPERD-2026-77777')
    expect(await line.textContent()).toContain(user.licenceNumber ?? '')
    await page.keyboard.press('Escape')
    const { name, bytes } = await exported(page, 'CSV')
    expect(name).toMatch(/\.csv$/)
    const lines = linesOf(bytes)
    expect(lines.slice(1).every((text) => text.includes(user.id))).toBe(true)
    expect(bytes.toString('utf8')).toContain('WAPERD-2026-77777')
    expect(complaints).toEqual([])
    await context.close()
  })
})
