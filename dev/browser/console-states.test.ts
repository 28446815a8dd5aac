// The console's error states: a server error, missing rights, no network, an empty or missing page.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { internalError, Problem } from '@rmtools/contracts/problem'
import { createConsoleWorld, goTo, openConsole, type ConsoleWorld } from './console-world.ts'
import { findingsOn, settled, visit } from './console-screens.ts'

const MINUTE = 60_000
const REQUEST = '7af22b50-b64b-4d6c-8465-a026bd11b4c4'
let world: ConsoleWorld
beforeAll(async () => {
  world = await createConsoleWorld()
}, 5 * MINUTE)
afterAll(async () => await world?.[Symbol.asyncDispose]())

/** Makes reads of a path fail with a server error, until they are let through. */
async function failing(page: Page, path: RegExp): Promise<() => Promise<void>> {
  const body = JSON.stringify(new Problem(internalError).toBody(REQUEST))
  const isIt = ({ pathname }: URL) => path.test(pathname)
  await page.route(
    isIt,
    async (route) =>
      await route.fulfill({ status: 500, contentType: 'application/problem+json', body }),
  )
  return async () => await page.unroute(isIt)
}

test(
  'a list that fails tells the number of the request, and comes when tried again',
  { timeout: 2 * MINUTE },
  async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/account')
    page.setDefaultTimeout(25_000)
    const recover = await failing(page, /^\/crm\/leads$/)
    await goTo(world, page, '/leads')
    const alert = page.getByRole('alert').filter({ hasText: 'Terjadi kesalahan di sisi kami' })
    await alert.getByText(REQUEST).waitFor()
    expect(await findingsOn(page)).toEqual([])
    await recover()
    await alert.getByRole('button', { name: 'Coba lagi' }).click()
    await page.getByRole('row').nth(1).waitFor()
    await alert.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await context.close()
  },
)

test(
  'a case that fails keeps its frame: a heading, the way back, another try',
  { timeout: 2 * MINUTE },
  async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/account')
    page.setDefaultTimeout(25_000)
    await failing(page, /^\/crm\/investors?\/[^/]+$/)
    await goTo(world, page, `/review/${REQUEST}`)
    await page.getByRole('heading', { level: 1, name: 'Kasus' }).waitFor()
    await page.getByRole('alert').getByRole('button', { name: 'Coba lagi' }).waitFor()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Tinjauan KYC' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tinjauan KYC' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  },
)

test('a filter that finds nothing says so', { timeout: 2 * MINUTE }, async () => {
  const { page, complaints, context } = await openConsole(world, 'sari', '/account')
  page.setDefaultTimeout(25_000)
  await visit(world, page, '/leads?search=tidakadaorangbernamaini')
  await page.getByText('Tidak ada prospek yang cocok').waitFor()
  expect(await findingsOn(page)).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
})

const closedTo = {
  putri: [
    '/leads',
    '/products',
    `/leads/${REQUEST}`,
    `/investors/${REQUEST}`,
    `/review/${REQUEST}`,
    `/instructions/${REQUEST}`,
    '/products/X',
  ],
  rina: ['/people', `/people/${REQUEST}`, '/people/roles', `/companies/${REQUEST}`],
} as const

test.for(['putri', 'rina'] as const)(
  'a screen that one may not open is a page that says so, a record too; trying again is not offered: %s',
  { timeout: 2 * MINUTE },
  async (who) => {
    const { page, complaints, context } = await openConsole(world, who, '/account')
    page.setDefaultTimeout(25_000)
    for (const path of closedTo[who]) {
      await goTo(world, page, path)
      await page
        .getByRole('heading', { level: 1, name: 'Anda tidak berwenang membuka layar ini' })
        .waitFor()
      expect(await findingsOn(page)).toEqual([])
      expect(await page.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0)
    }
    expect(complaints).toEqual([])
    await context.close()
  },
)

test(
  'without a network a new screen says so, and opens automatically when there is one',
  { timeout: 2 * MINUTE },
  async () => {
    const { page, context } = await openConsole(world, 'sari', '/account')
    page.setDefaultTimeout(25_000)
    await settled(page)
    await context.setOffline(true)
    await page.getByText('Tanpa jaringan: yang tampil mungkin tidak terbaru').waitFor()
    await page
      .getByRole('navigation', { name: 'Menu utama' })
      .getByRole('link', { name: 'Prospek' })
      .click()
    await page.getByRole('heading', { level: 1, name: 'Layar ini belum dimuat' }).waitFor()
    await context.setOffline(false)
    await page.getByRole('heading', { level: 1, name: 'Prospek' }).waitFor()
    await page.getByRole('row').nth(1).waitFor()
    await context.close()
  },
)

test(
  'an address with a mistyped id says that there is nothing, in the language of the console',
  { timeout: 2 * MINUTE },
  async () => {
    const { page, context } = await openConsole(world, 'sari', '/account')
    page.setDefaultTimeout(25_000)
    for (const path of ['/leads/abc', '/investors/abc', '/instructions/abc']) {
      await goTo(world, page, path)
      const alert = page.getByRole('alert').filter({ hasText: 'Data tidak ditemukan' })
      await alert.waitFor()
      expect(await alert.getByRole('button', { name: 'Coba lagi' }).count()).toBe(0)
    }
    await context.close()
  },
)
