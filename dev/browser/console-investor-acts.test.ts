// The office's work on approved investors, and the targets of the links in the console's figures
// and trails: in a real browser against the real services, on the demo data of `npm start`.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import { parse } from 'csv-parse/sync'
import { streamXlsxRows } from 'hucre/xlsx'
import { investorStates } from '@rmtools/look/states'
import { eventually, type Caller } from '../caller.ts'
import { giveUpOn } from '../e2e/books.ts'
import { untilRegistered } from '../tour/papers.ts'
import { controlOf, uniqueDigits } from '../tour/stage.ts'
import { exported } from './console-acts.ts'
import {
  createConsoleWorld,
  goTo,
  openConsole,
  submittedCase,
  type ConsoleWorld,
} from './console-world.ts'
import { axeFindings } from './investor-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
let sari: Caller
let rina: Caller
beforeAll(async () => {
  world = await createConsoleWorld({ demo: 'full' })
  ;[sari, rina] = await Promise.all([world.as('sari'), world.as('rina')])
}, 5 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

/** Approves a case as a reviewer; its outcome at Bib does not matter here. */
async function approved(name: string) {
  const made = await submittedCase(world.stage, rina, name)
  const { version } = await rina.api.investors.get({ id: made.id })
  const maya = await world.as('maya')
  const { results } = await maya.api.investors.review({
    items: [{ id: made.id, version }],
    decision: 'approve',
  })
  expect(results).toMatchObject([{ problem: null }])
  return made
}

describe('an approved investor', { timeout: 2 * MINUTE }, () => {
  test('gets its external id set by hand, and not that of another one', async () => {
    const { id } = await approved('Setel Nomor')
    const { externalId: before } = await untilRegistered(rina, id)
    const { items } = await sari.api.investors.list({ statuses: 'registered', limit: 5 })
    const taken = items.find((one) => one.id !== id)?.externalId ?? ''
    const { page, complaints, context } = await openConsole(world, 'sari', `/investors/${id}`)
    await page.getByRole('button', { name: 'Tetapkan ID eksternal' }).click()
    const dialog = page.getByRole('dialog', { name: 'Tetapkan ID eksternal Setel Nomor' })
    await dialog.getByText(`ID ini menggantikan ${before}.`).waitFor()
    await dialog.getByLabel('ID eksternal').fill(taken)
    await dialog.getByRole('button', { name: 'Tetapkan ID eksternal' }).click()
    // The request is refused, and the input stays.
    await dialog.getByRole('alert').first().waitFor()
    expect(await dialog.getByLabel('ID eksternal').inputValue()).toBe(taken)
    expect(await axeFindings(page)).toEqual([])
    const own = `BIB-TANGAN-${uniqueDigits(6)}`
    await dialog.getByLabel('ID eksternal').fill(own)
    await dialog.getByRole('button', { name: 'Tetapkan ID eksternal' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(own).first().waitFor()
    expect((await rina.api.investors.get({ id })).externalId).toBe(own)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('has an account in another name accepted, and another one refused', async () => {
    const { id } = await approved('Rekening Baru')
    await untilRegistered(rina, id)
    const holders = ['Bambang Sudrajat', 'Kartika Maharani'] as const
    for (const holderName of holders)
      expect(
        await rina.api.bankAccounts.create({
          id,
          bankCode: '009',
          number: `98${uniqueDigits(8)}`,
          holderName,
        }),
      ).toMatchObject({
        review: 'needed',
      })
    const { page, complaints, context } = await openConsole(
      world,
      'maya',
      `/investors/${id}?tab=accounts`,
    )
    const [first, second] = holders.map((holder) =>
      page.getByRole('listitem').filter({ hasText: holder }),
    )
    await first?.getByRole('button', { name: 'Terima rekening ini' }).click()
    await first?.getByRole('button', { name: 'Terima rekening ini' }).waitFor({ state: 'detached' })
    await second?.getByRole('button', { name: 'Tolak rekening ini' }).click()
    await second?.getByRole('button', { name: 'Tolak rekening ini' }).waitFor({ state: 'detached' })
    const { bankAccounts } = await rina.api.investors.get({ id })
    expect(
      holders.map((holder) => bankAccounts.find(({ holderName }) => holderName === holder)?.review),
    ).toEqual(['accepted', 'refused'])
    await goTo(world, page, `/investors/${id}?tab=history`)
    await page.getByText(/Rekening bank diterima/).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the investors', { timeout: MINUTE }, () => {
  test('stand in both files with the filters of the list, and no others', async () => {
    const { items, total } = await sari.api.investors.list({
      statuses: 'registered',
      kind: 'institutional',
      limit: 100,
      count: true,
    })
    expect(items.length > 1 && total?.count === items.length).toBe(true)
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/investors?statuses=registered&kind=institutional',
    )
    await page.getByText(`${items.length} baris`, { exact: true }).waitFor()
    const csv = await exported(page, 'CSV')
    expect(csv.name).toMatch(/^investors.*\.csv$/)
    const rows: unknown = parse(csv.bytes, { bom: true, columns: true })
    expect(rows).toMatchObject(
      items.map(({ id, displayName }) => ({
        ID: id,
        Investor: displayName,
        Status: 'Terdaftar',
        Jenis: 'Institusi',
      })),
    )
    expect(rows).toHaveLength(items.length)
    const excel = await exported(page, 'Excel')
    expect(excel.name).toMatch(/\.xlsx$/)
    const cells: unknown[] = []
    for await (const { values } of streamXlsxRows(excel.bytes)) cells.push(values[0])
    expect(cells).toEqual(['Investor', ...items.map(({ displayName }) => displayName)])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that wait for more than a day are exactly those that the home screen counts', async () => {
    const { over, word } = overADay((await sari.api.dashboard.get({})).investors)
    const { page, complaints, context } = await openConsole(world, 'sari', '/')
    await page.getByRole('link', { name: `${word} > 1 hari: ${over}`, exact: true }).click()
    await page.getByText(`${over} baris`, { exact: true }).waitFor()
    await page.getByText(/^Sejak sebelum /).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('each number of what waits leads to exactly the rows that it counts', async () => {
    const { investors } = await sari.api.dashboard.get({})
    const [submitted, failed] = ['submitted', 'sync-failed'].map((one) =>
      investors.find(({ status }) => status === one),
    )
    const { page, complaints, context } = await openConsole(world, 'sari', '/')
    page.setDefaultTimeout(25_000)
    const waiting = page.getByRole('region', { name: 'Menunggu Anda' })
    await waiting.waitFor()
    expect(await axeFindings(page)).toEqual([])
    const leads = async (name: RegExp, rows: number | undefined) => {
      await waiting.getByRole('link', { name }).click()
      await page.getByText(`${rows} baris`, { exact: true }).waitFor()
      await page.goBack()
    }
    await leads(/^\d+\s*KYC menunggu tinjauan/, submitted?.count)
    await leads(/^KYC menunggu tinjauan: \d+ lebih dari sehari/, submitted?.overOneDay)
    await leads(/^\d+\s*Investor gagal disinkronkan/, failed?.count)
    expect([0, submitted?.count]).not.toContain(submitted?.overOneDay)
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** A status that some cases, but not all of its cases, have had for more than a day. */
function overADay(counts: Dashboard['investors']) {
  const found = counts.find(
    ({ status, count, overOneDay }) =>
      status !== 'registered' && overOneDay > 0 && overOneDay < count,
  )
  if (!found) throw new Error('the demo has no status with older and younger cases')
  return { over: found.overOneDay, word: investorStates[found.status].word.id }
}

describe('the sync cockpit', { timeout: 2 * MINUTE }, () => {
  test('replays all work of a kind that was given up, and Bib takes it', async () => {
    const control = controlOf(world.stage)
    await control.setFaults({ down: { on: true } })
    const waiting = [await approved('Ulangi Satu'), await approved('Ulangi Dua')].map(
      ({ id }) => id,
    )
    const failed = async () =>
      (await sari.api.outbox.list({ task: 'bib.investor', limit: 100 })).items.filter(
        ({ recordId, lastError }) =>
          recordId !== null && waiting.includes(recordId) && lastError !== null,
      )
    const jobs = await eventually('the failed hand-overs', async () => {
      const found = await failed()
      return found.length === waiting.length && found
    })
    await giveUpOn(
      world.system,
      jobs.map(({ id }) => id),
    )
    const { items: dead } = await sari.api.outbox.list({
      task: 'bib.investor',
      state: 'dead',
      limit: 100,
    })
    await control.clearFault({ name: 'down' })
    const { page, complaints, context } = await openConsole(
      world,
      'sari',
      '/sync?task=bib.investor&state=dead',
    )
    for (const { id } of jobs)
      await page
        .getByRole('row')
        .filter({ hasText: `#${id}` })
        .waitFor()
    await page.getByRole('button', { name: 'Ulangi semua yang gagal' }).click()
    const dialog = page.getByRole('dialog', { name: /Kirim investor ke Bib/ })
    await dialog.getByRole('button', { name: 'Ulangi semua yang gagal' }).click()
    await dialog.getByText(`${dead.length} diulangi, 0 ditolak.`).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    for (const { id } of jobs)
      await page
        .getByRole('row')
        .filter({ hasText: `#${id}` })
        .waitFor({ state: 'detached' })
    for (const id of waiting) await untilRegistered(rina, id)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('an entry of the audit trail', { timeout: MINUTE }, () => {
  test('is found, has its own address, and opens at it for everybody who may see it', async () => {
    const { id } = await submittedCase(world.stage, rina, 'Jejak Audit')
    const { page, complaints, context } = await openConsole(
      world,
      'yusuf',
      `/audit?entity=investor&entityId=${id}`,
    )
    await page.getByRole('row').filter({ hasText: 'Membuat' }).getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: 'Membuat: Investor' })
    await dialog.getByText('Jejak Audit').first().waitFor()
    await page.waitForURL(/entry=/)
    const entry = new URL(page.url()).searchParams.get('entry')?.replaceAll('"', '') ?? ''
    expect((await sari.api.audit.trail({ id: entry })).items).toMatchObject([
      { action: 'create', entityId: id },
    ])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.has('entry')).toBe(false)
    // Wherever it is in the list.
    await goTo(world, page, `/audit?action=delete&entry=${entry}`)
    await dialog.getByText('Jejak Audit').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Semua catatan untuk data ini' }).click()
    await page.waitForURL(
      (url) => url.searchParams.get('entityId') === id && !url.searchParams.has('entry'),
    )
    // An entry about a part of the case links to the case.
    const { items } = await sari.api.audit.trail({
      entity: 'investor_document',
      action: 'create',
      limit: 1,
    })
    await goTo(world, page, `/audit?entry=${items[0]?.id ?? ''}`)
    await page.getByRole('dialog').getByRole('link', { name: 'Buka data' }).click()
    await page.getByRole('heading', { level: 1, name: 'Jejak Audit' }).waitFor()
    await goTo(world, page, '/audit?entry=999999999999')
    await page.getByText('Catatan tidak ditemukan').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})
