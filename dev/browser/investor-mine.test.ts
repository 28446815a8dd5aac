// The client's own page on a small phone: the tab thrown away between steps, another device, the
// end of a visit; and a link that the RM holds too.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { eventually, messageTo } from '../caller.ts'
import {
  axeFindings,
  codeTo,
  createInvestorWorld,
  openOnPhone,
  upToCode,
  type InvestorWorld,
} from './investor-world.ts'

const MINUTE = 60_000
const small = { viewport: { width: 360, height: 740 } }
let world: InvestorWorld
let path: string
let signed: Awaited<ReturnType<InvestorWorld['ask']>>['instruction']

beforeAll(async () => {
  world = await createInvestorWorld()
  const { instruction, path: link } = await world.ask()
  signed = instruction
  const { page, code, context } = await upToCode(world, link)
  await page.getByLabel('Kode 6 angka').fill(code)
  await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
  await page.getByRole('heading', { name: 'Persetujuan Anda diterima' }).waitFor()
  await context.close()
  await eventually(
    'a payment',
    async () =>
      (await world.rm.api.instructions.get({ id: instruction.id })).instruction.payment ??
      undefined,
  )
  const since = new Date()
  await world.rm.api.clientPage.send({ id: world.investor.id })
  const token = await messageTo(
    world.system.url,
    world.investor.email,
    /\/i\/mine\/([\w-]{43})/,
    since,
  )
  path = `${world.system.url}/i/mine/${token}`
}, 10 * MINUTE)
afterAll(async () => await world?.[Symbol.asyncDispose]())

const home = (page: Page) => page.getByRole('heading', { name: 'Pesanan', exact: true })
const sendCode = (page: Page) => page.getByRole('button', { name: 'Kirim kode', exact: true })
const widthOver = async (page: Page) =>
  await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test(
  'a client opens it by a code, although the tab is thrown away between the steps, and leaves nothing behind',
  async () => {
    const { page, context, complaints } = await openOnPhone(world, path, small)
    await sendCode(page).waitFor()
    expect(await page.content()).not.toContain(world.investor.fullName)
    expect(await axeFindings(page)).toEqual([])
    const since = new Date()
    await sendCode(page).tap()
    await page.getByLabel('Kode 6 angka').waitFor()
    const code = await codeTo(world.system.url, world.investor.phone, since)
    // The tab is thrown away while the client reads the SMS.
    await page.reload()
    await sendCode(page).tap()
    await page.getByLabel('Kode 6 angka').fill(code)
    await page.getByRole('button', { name: 'Buka', exact: true }).tap()
    await home(page).waitFor()
    await page.getByText(/^Per \d/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await widthOver(page)).toBeLessThanOrEqual(0)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    expect(await widthOver(page)).toBeLessThanOrEqual(0)

    await page.reload()
    await home(page).waitFor()
    const saved = page.waitForEvent('download')
    await page
      .getByRole('button', { name: /Simpan PDF/ })
      .first()
      .tap()
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^.*Pembelian.*\.pdf$/)
    const bytes = await readFile(await download.path())
    expect(await pdfText(new Uint8Array(bytes))).toContain(world.investor.fullName)

    await page.getByRole('button', { name: 'Keluar' }).tap()
    await sendCode(page).waitFor()
    await page.reload()
    await sendCode(page).waitFor()
    await page.goBack().catch(() => undefined)
    expect(await page.content()).not.toContain(world.investor.fullName)
    expect(complaints).toEqual([])
    await context.close()
  },
  5 * MINUTE,
)

test(
  'another device with the link sees nothing, and a revoked link says whom to ask',
  async () => {
    const { page, context } = await openOnPhone(world, path, small)
    await sendCode(page).waitFor()
    expect(await page.content()).not.toContain(world.investor.fullName)
    const office = await world.reviewer()
    await office.api.clientPage.revoke({ id: world.investor.id })
    await page.reload()
    await page.getByRole('heading', { name: 'Tautan ini tidak berlaku lagi' }).waitFor()
    await page.getByRole('heading', { name: 'Ada pertanyaan?' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  },
  5 * MINUTE,
)

test('the evidence is checked by whoever has the document, and the page names nobody', async () => {
  const { items } = await world.rm.api.evidence.list({ id: signed.id })
  const { hash, checkUrl } = items[0]?.record ?? expect.unreachable('no record')
  const { page, complaints, context } = await openOnPhone(world, checkUrl, small)
  await page.getByRole('heading', { name: 'Bukti ini utuh' }).waitFor()
  const text = await page.getByRole('main').innerText()
  expect(text.match(/^Cocok$/gm)).toHaveLength(4)
  expect(text).toContain(hash)
  for (const secret of [signed.investorName, signed.productName, '25.000.000'])
    expect(text).not.toContain(secret)
  expect([await axeFindings(page), complaints]).toEqual([[], []])
  await page.goto(checkUrl.replace(hash, '0'.repeat(64)))
  await page.getByRole('heading', { name: 'Catatan tidak ditemukan' }).waitFor()
  await context.close()
})

test('declining asks for a code too once the RM has taken the link', async () => {
  const { instruction, path: link } = await world.ask()
  const { page, complaints, context } = await openOnPhone(world, link)
  const press = async (name: string) => await page.getByRole('button', { name }).tap()
  await press('Tolak')
  await world.rm.api.clientLinks.take({ kind: 'approval', id: instruction.id })
  const since = new Date()
  await page.getByRole('radio', { name: 'Saya ingin menunda' }).check()
  await press('Tolak instruksi')
  await page.getByText(/RM Anda juga memegang tautan ini/).waitFor()
  await press('Lanjut, kirim kode')
  await page.getByLabel('Kode 6 angka').fill('000000')
  await press('Tolak instruksi')
  await page.getByText(/^Kode salah/).waitFor()
  const { instruction: still } = await world.rm.api.instructions.get({ id: instruction.id })
  expect(still.status).toBe('awaiting-approval')
  const code = await codeTo(world.system.url, world.investor.phone, since)
  await page.getByLabel('Kode 6 angka').fill(code)
  await press('Tolak instruksi')
  await page.getByRole('heading', { name: 'Instruksi ditolak' }).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
