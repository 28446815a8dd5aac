// The investor screens of the console in a real browser against the real services, and axe's
// findings on them and on the review.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import { controlOf } from '../tour/stage.ts'
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
let rina: Caller
beforeAll(async () => {
  world = await createConsoleWorld()
  rina = await world.as('rina')
}, 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

const statusOf = async (id: string) => (await rina.api.investors.get({ id })).status
const caseOf = async (name?: string) => await submittedCase(world.stage, rina, name)

describe('an investor', { timeout: 2 * MINUTE }, () => {
  test('whose registration Bib refused is handed over again from there', async () => {
    const { id } = await caseOf('Nadia Safitri')
    const control = controlOf(world.stage)
    await control.setFaults({ kycRefused: { on: true, match: id } })
    const maya = await world.as('maya')
    const { version } = await rina.api.investors.get({ id })
    await maya.api.investors.review({ items: [{ id, version }], decision: 'approve' })
    await eventually("Bib's refusal", async () => (await statusOf(id)) === 'sync-failed')
    await control.clearFault({ name: 'kycRefused' })
    const { page, complaints, context } = await openConsole(world, 'maya', `/investors/${id}`)
    await page.getByText('Bib menolak pendaftaran').waitFor()
    await page.getByRole('button', { name: 'Kirim lagi ke Bib' }).click()
    // The status updates without user action when Bib answers.
    await page.getByText('Terdaftar').first().waitFor()
    expect(await page.getByText('Bib menolak pendaftaran').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('shows a number behind its mask only on demand, and that is in the audit trail', async () => {
    const { id } = await caseOf()
    const { page, complaints, context } = await openConsole(
      world,
      'maya',
      `/investors/${id}?tab=kyc`,
    )
    await page.getByRole('button', { name: 'Tampilkan Nama gadis ibu kandung' }).click()
    await page.getByText('Kartini Suryani').waitFor()
    await page.getByRole('button', { name: 'Sembunyikan Nama gadis ibu kandung' }).click()
    expect(await page.getByText('Kartini Suryani').count()).toBe(0)
    const sari = await world.as('sari')
    const { items } = await sari.api.audit.trail({
      entity: 'investor',
      entityId: id,
      action: 'reveal',
    })
    expect(items).toMatchObject([
      { actorName: 'Maya Kusuma', after: { pointer: '/individual/motherMaidenName' } },
    ])
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('axe finds nothing', { timeout: 3 * MINUTE }, () => {
  test.each([
    { language: 'id', scheme: 'light' },
    { language: 'en', scheme: 'dark' },
  ] as const)('on the queue, the case and the investor: $language, $scheme', async (look) => {
    const { fullName } = await caseOf()
    const { page, complaints, context } = await openConsole(world, 'maya', '/review', look)
    await page.getByRole('link', { name: fullName }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: fullName }).click()
    await page.getByRole('heading', { level: 1, name: fullName }).waitFor()
    await page.getByRole('img', { name: /gambar|picture/ }).waitFor()
    await page.locator('[data-pointer="/individual/purpose"] [aria-pressed]').click()
    expect(await axeFindings(page)).toEqual([])
    await page
      .getByRole('button', { name: look.language === 'id' ? 'Kembalikan' : 'Return', exact: true })
      .click()
    await page.getByRole('dialog').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await goTo(world, page, '/investors')
    await page.getByRole('link', { name: fullName }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
