// Two administrators at work: one requests rights over people, roles and settings, the other
// decides on the screen that shows the request.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messageTo, type Caller } from '../caller.ts'
import { choose } from './console-acts.ts'
import { findingsOn, settled } from './console-screens.ts'
import { createConsoleWorld, goTo, openConsole, type ConsoleWorld } from './console-world.ts'

const MINUTE = 60_000
let world: ConsoleWorld
let sari: Caller
beforeAll(async () => {
  world = await createConsoleWorld()
  sari = await world.as('sari')
  // The demo company has one administrator, who can create the second alone.
  const [yusuf] = (await sari.api.users.list({ search: 'Yusuf' })).items
  if (!yusuf) throw new Error('no Yusuf')
  const { waits } = await sari.api.users.update({
    id: yusuf.id,
    version: yusuf.version,
    changes: { role: 'company-admin' },
  })
  if (waits) throw new Error('a company of one waits for nobody')
}, 240_000)
afterAll(async () => await world[Symbol.asyncDispose]())

describe('with two administrators', { timeout: 3 * MINUTE }, () => {
  test('an invitation with powers waits on the screen of people, and goes out once the other has approved', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/people')
    await page.getByRole('button', { name: 'Undang pengguna' }).click()
    const dialog = page.getByRole('dialog', { name: 'Undang pengguna' })
    await dialog.getByLabel('Nama').fill('Kartika Ayu')
    await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('kartika@nusantara.example')
    await choose(dialog, /^Peran/, 'Administrator perusahaan')
    const since = new Date()
    await dialog.getByRole('button', { name: 'Undang pengguna' }).click()
    await page.getByText('Berlaku setelah disetujui').waitFor()
    const here = page.getByRole('region', { name: 'Menunggu persetujuan kedua' })
    await here.getByText('Kartika Ayu').waitFor()
    await here.getByText('Ini permintaan Anda; orang lain harus memutuskan.').waitFor()
    await settled(page)
    expect(await findingsOn(page)).toEqual([])

    const other = await openConsole(world, 'yusuf', '/second-person')
    const row = other.page.getByRole('row', { name: /Kartika Ayu/ })
    await row.getByRole('button', { name: 'Setujui' }).click()
    const ask = other.page.getByRole('dialog', { name: 'Setujui: Undangan pengguna?' })
    await ask.getByText('Peran: Menambah, mengubah, menghapus').waitFor()
    expect(await findingsOn(other.page)).toEqual([])
    await ask.getByRole('button', { name: 'Setujui' }).click()
    await row.waitFor({ state: 'detached' })
    await messageTo(world.system.url, 'kartika@nusantara.example', /#([\w-]{43})/, since)
    // The decision reaches the requester: nothing is pending there any more.
    await here.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Kartika Ayu' }).waitFor()
    expect([...complaints, ...other.complaints]).toEqual([])
    for (const one of [context, other.context]) await one.close()
  })

  test('settings that touch money wait on their screen and are rejected there with a reason; a role waits on the page of the person', async () => {
    const { page, complaints, context } = await openConsole(world, 'sari', '/settings')
    await settled(page)
    await page.getByLabel('Masa berlaku kode OTP').fill('240')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Berlaku setelah disetujui').waitFor()
    await page
      .getByRole('region', { name: 'Menunggu persetujuan kedua' })
      .getByText('300 → 240')
      .waitFor()
    const [rm] = (await sari.api.users.list({ search: 'Bagus' })).items
    const changed = await sari.api.users.update({
      id: rm?.id ?? '',
      version: rm?.version ?? 0,
      changes: { role: 'reviewer' },
    })
    expect(changed).toMatchObject({ role: 'rm', waits: true })

    const other = await openConsole(world, 'yusuf', '/settings')
    const waiting = other.page.getByRole('region', { name: 'Menunggu persetujuan kedua' })
    await waiting.getByRole('button', { name: 'Tolak' }).click()
    const dialog = other.page.getByRole('dialog', { name: 'Tolak: Pengaturan perusahaan' })
    await dialog.getByLabel('Alasan').fill('Terlalu singkat')
    await dialog.getByRole('button', { name: 'Tolak' }).click()
    await waiting.waitFor({ state: 'detached' })
    expect((await sari.api.companies.own()).settings.otpSeconds).toBe(300)

    await goTo(world, other.page, `/people/${rm?.id}`)
    await waiting.getByText('Relationship manager → Peninjau').waitFor()
    await settled(other.page)
    expect(await findingsOn(other.page)).toEqual([])
    await waiting.getByRole('button', { name: 'Setujui' }).click()
    await other.page
      .getByRole('dialog', { name: 'Setujui: Peran pengguna?' })
      .getByRole('button', { name: 'Setujui' })
      .click()
    await waiting.waitFor({ state: 'detached' })
    expect((await sari.api.users.get({ id: rm?.id ?? '' })).role).toBe('reviewer')

    await goTo(world, page, '/audit?entity=pending_change')
    for (const done of [
      'Melakukan sendiri, tanpa persetujuan kedua',
      'Meminta persetujuan kedua',
      'Menolak memberi persetujuan kedua',
    ])
      await page.getByText(done).first().waitFor()
    expect([...complaints, ...other.complaints]).toEqual([])
    for (const one of [context, other.context]) await one.close()
  })
})
