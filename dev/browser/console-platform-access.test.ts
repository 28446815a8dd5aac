// In the console: platform staff with access to a company, invitations to a second company, and
// users of two companies.
import pg from 'pg'
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
    await platform.page.getByText('Tidak ada pengguna platform yang memiliki akses').waitFor()
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
    // Ending the access ended every session of its holder.
    await goTo(world, platform.page, '/companies')
    await platform.page.getByLabel('E-mail atau nomor telepon').waitFor()
    expect([...complaints, ...platform.complaints]).toEqual([])
    for (const one of [context, platform.context]) await one.close()
  })

  test('who is asked to work for another company reads it under Account, and accepts', async () => {
    const { api } = await world.as('putri')
    const code = `kedua-${Date.now() % 100_000}`
    const company = await api.companies.create({ code, name: 'Kedua Sekuritas' })
    await api.companies.addMember({
      id: company.id,
      email: 'maya@nusantara.example',
      role: 'auditor',
    })
    const { page, complaints, context } = await openConsole(world, 'maya', '/account')
    await page.getByText('Kedua Sekuritas menawarkan peran Auditor kepada Anda').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Terima tawaran Kedua Sekuritas' }).click()
    await page.getByText('Kedua Sekuritas menawarkan').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Maya Kusuma' }).click()
    await page.getByRole('button', { name: /Kedua Sekuritas/ }).click()
    await page.waitForURL((url) => url.pathname === '/admin/')
    await page.getByRole('button', { name: 'Maya Kusuma' }).click()
    await page.getByRole('button', { name: /Kedua Sekuritas/, pressed: true }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('who holds one role in two companies sees one of them, both when asked for, and opens a record where it belongs', async () => {
    const there = await secondCompanyOf('maya')
    const { page, complaints, context } = await openConsole(world, 'maya', '/leads')
    await page.getByRole('link', { name: 'Wulan Prasetya' }).waitFor()
    expect(await page.getByRole('link', { name: there.lead }).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Perusahaan' }).click()
    await page.getByTitle('Semua perusahaan saya').click()
    const line = page.getByRole('row').filter({ hasText: there.lead })
    await line.getByRole('cell', { name: 'Ketiga Sekuritas' }).waitFor()
    await page
      .getByRole('row')
      .filter({ hasText: 'Wulan Prasetya' })
      .getByRole('cell', { name: 'Nusantara Investama' })
      .waitFor()
    expect(await findingsOn(page)).toEqual([])
    await line.getByRole('link', { name: there.lead }).click()
    await page.getByText('Data ini milik Ketiga Sekuritas').waitFor()
    expect(await findingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Pindah ke Ketiga Sekuritas' }).click()
    await page.getByRole('heading', { level: 1, name: there.lead }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** Gives a user the same role in another company, which has one lead. */
async function secondCompanyOf(name: string): Promise<{ lead: string }> {
  const { api } = await world.as('putri')
  const company = await api.companies.create({
    code: `ketiga-${Date.now() % 100_000}`,
    name: 'Ketiga Sekuritas',
  })
  await api.companies.addMember({
    id: company.id,
    email: `${name}@nusantara.example`,
    role: 'reviewer',
  })
  const person = await world.as(name)
  const offer = (await person.api.membershipOffers.list()).items.find(
    ({ companyId }) => companyId === company.id,
  )
  await person.api.membershipOffers.acceptOrDecline({ id: offer?.id ?? '', decision: 'accept' })
  const rm = await (await world.as('rina')).api.account.me()
  // A user signs in to the company that they used last.
  await person.api.sessions.switchCompany({ companyId: rm.companyId })
  const owner = new pg.Client({ connectionString: world.system.ownerUrl })
  await owner.connect()
  const leads = [
    [company.id, 'Hendra Gunawan', '+628112223344'],
    [rm.companyId, 'Wulan Prasetya', '+628112223355'],
  ]
  for (const [companyId, fullName, phone] of leads)
    await owner.query(
      'insert into crm_bib.lead (company_id, rm_id, full_name, phone) values ($1, $2, $3, $4)',
      [companyId, rm.id, fullName, phone],
    )
  await owner.end()
  return { lead: 'Hendra Gunawan' }
}
