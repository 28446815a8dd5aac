// Who of the platform may look into a company, and who is asked to work for another one, in the console.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsOn } from './console-screens.ts'
import { createConsoleWorld, goTo, openConsole, type ConsoleWorld } from './console-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
beforeAll(async () => void (world = await createConsoleWorld()), 3 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

describe('access of the platform', { timeout: 2 * MINUTE }, () => {
  test('is opened for a reason, seen, widened and ended by the company', async () => {
    const platform = await openConsole(world, 'putri', '/companies')
    await platform.page.getByRole('link', { name: 'Nusantara Investama' }).click()
    await platform.page.getByText('Tidak ada orang platform yang memiliki akses').waitFor()
    await platform.page.getByRole('button', { name: 'Buka akses' }).click()
    const opening = platform.page.getByRole('dialog', { name: 'Buka akses' })
    await opening.getByRole('button', { name: 'Buka akses' }).click()
    await opening.getByText('Tulis alasannya.').waitFor()
    await opening.getByRole('textbox', { name: /^Alasan/ }).fill('Tiket 4711')
    await opening.getByRole('button', { name: 'Buka akses' }).click()
    await opening.waitFor({ state: 'detached' })
    await platform.page.getByText('dapat membaca sampai').waitFor()
    expect(await findingsOn(platform.page)).toEqual([])

    const { page, complaints, context } = await openConsole(world, 'sari', '/people')
    const access = page.getByRole('alert').filter({ hasText: 'Tiket 4711' })
    await access.getByRole('button', { name: 'Izinkan mengubah' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Izinkan mengubah' }).click()
    await access.getByText('dapat mengubah data sampai').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await access.getByRole('button', { name: 'Akhiri' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Akhiri' }).click()
    await access.waitFor({ state: 'detached' })
    // The access was ended with every session of who had it.
    await goTo(world, platform.page, '/companies')
    await platform.page.getByLabel('E-mail atau nomor telepon').waitFor()
    expect([...complaints, ...platform.complaints]).toEqual([])
    for (const one of [context, platform.context]) await one.close()
  })

  test('who is asked to work for another company reads it under Account, and accepts', async () => {
    const { api } = await world.as('putri')
    const code = `kedua-${Date.now() % 100_000}`
    const company = await api.companies.create({ code, name: 'Kedua Sekuritas' })
    await api.companies.addMember({ id: company.id, email: 'maya@nusantara.example', role: 'auditor' })
    const { page, complaints, context } = await openConsole(world, 'maya', '/account')
    await page.getByText('Kedua Sekuritas mengajak Anda bekerja sebagai Auditor').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Terima ajakan Kedua Sekuritas' }).click()
    await page.getByText('Kedua Sekuritas mengajak').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Maya Kusuma' }).click()
    await page.getByRole('button', { name: /Kedua Sekuritas/ }).click()
    await page.waitForURL((url) => url.pathname === '/admin/')
    await page.getByRole('button', { name: 'Maya Kusuma' }).click()
    await page.getByRole('button', { name: /Kedua Sekuritas/, pressed: true }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})
