// Reviewers at work in a real browser against the real services: from the queue to the registration
// at Bib.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import {
  createConsoleWorld,
  descriptionOf,
  goTo,
  openConsole,
  submittedCase,
  type ConsoleWorld,
} from './console-world.ts'

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

describe('a case', { timeout: 2 * MINUTE }, () => {
  test('is returned with a reason at a field and at a document, corrected, approved and registered; then the next one opens', async () => {
    const { id, fullName } = await caseOf()
    const next = await caseOf('Putri Anggraini')
    const { page, complaints, context } = await openConsole(world, 'maya', '/review')
    await page.getByRole('link', { name: fullName }).click()
    await page.getByRole('heading', { level: 1, name: fullName }).waitFor()
    await page.getByRole('img', { name: 'Foto KTP, gambar' }).waitFor()
    await page.getByRole('button', { name: 'Putar' }).click()
    await page.getByRole('button', { name: 'Perbesar' }).click()
    await page.getByText('125%').waitFor()

    // A click marks a field, the flag marks a document; R returns both with their reasons.
    await page.getByText('Tempat lahir', { exact: true }).click()
    await page
      .getByRole('textbox', { name: 'Alasan untuk Tempat lahir' })
      .fill('Di KTP tertulis Bogor')
    await page.getByRole('button', { name: 'Swafoto dengan KTP' }).click()
    await page.getByRole('button', { name: 'Tandai Swafoto dengan KTP' }).click()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog', { name: `Kembalikan KYC ${fullName}` })
    await dialog.getByRole('button', { name: 'Kembalikan dengan 2 alasan' }).click()
    await dialog.getByText('Tulis atau pilih alasannya.').waitFor()
    await dialog.getByRole('textbox', { name: 'Alasan untuk Swafoto dengan KTP' }).fill('Buram')
    await dialog.getByRole('button', { name: 'Kembalikan dengan 2 alasan' }).click()
    await page.getByText(`${fullName} dikembalikan ke RM.`).waitFor()
    await page.getByRole('heading', { level: 1, name: next.fullName }).waitFor()

    const returned = await rina.api.investors.get({ id })
    expect(returned.returnReasons.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ['/individual/placeOfBirth', 'Di KTP tertulis Bogor'],
      ['/documents/selfie', 'Buram'],
    ])
    const saved = await rina.api.investors.saveKyc({
      id,
      version: returned.version,
      individual: { placeOfBirth: 'Bogor' },
    })
    await rina.api.investors.submit({ id, version: saved.version })

    // When the case comes back, each request is shown at its place.
    await goTo(world, page, `/review/${id}`)
    await page.getByText('Dikembalikan: Di KTP tertulis Bogor').waitFor()
    await page.getByRole('button', { name: 'Ambil kasus' }).click()
    await page.getByText(/Kasus ini Anda tinjau sampai/).waitFor()
    await page.keyboard.press('a')
    await page
      .getByRole('dialog', { name: `Setujui KYC ${fullName}` })
      .getByRole('button', { name: 'Setujui' })
      .click()
    await page.getByText(`${fullName} disetujui dan dikirim ke Bib.`).waitFor()
    await eventually('the registration', async () => (await statusOf(id)) === 'registered')
    await goTo(world, page, `/investors/${id}`)
    await page.getByText('Terdaftar').first().waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that another reviewer holds is seen, and its decisions are disabled with the reason', async () => {
    const { id } = await caseOf()
    const hendra = await world.as('hendra')
    const { page, complaints, context } = await openConsole(world, 'maya', `/review/${id}`)
    await page.getByRole('button', { name: 'Ambil kasus' }).waitFor()
    await hendra.api.investors.claim({ id })
    await page
      .getByRole('status')
      .filter({ hasText: 'Hendra Gunawan sedang meninjau kasus ini' })
      .waitFor()
    const approve = page.getByRole('button', { name: 'Setujui' })
    expect(await approve.isDisabled()).toBe(true)
    expect(await descriptionOf(page, approve)).toMatch(
      /^Hendra Gunawan sedang meninjau kasus ini sampai \d\d\.\d\d WIB$/,
    )
    await page.keyboard.press('a')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await hendra.api.investors.release({ id })
    await page.getByRole('button', { name: 'Ambil kasus' }).waitFor()
    expect(await approve.isEnabled()).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('of a politically exposed person waits for senior approval', async () => {
    const { id, fullName } = await caseOf()
    const { version } = await rina.api.investors.get({ id })
    await (
      await world.as('maya')
    ).api.investors.review({
      items: [{ id, version }],
      decision: 'return',
      reasons: [
        { pointer: '/individual/isPep', reason: 'Periksa lagi' },
        { pointer: '/individual/pepPosition', reason: 'Periksa lagi' },
      ],
    })
    const now = await rina.api.investors.get({ id })
    const saved = await rina.api.investors.saveKyc({
      id,
      version: now.version,
      individual: { isPep: true, pepPosition: 'Bupati' },
    })
    await rina.api.investors.submit({ id, version: saved.version })
    const { page, complaints, context } = await openConsole(world, 'sari', `/review/${id}`)
    const approve = page.getByRole('button', { name: 'Setujui', exact: true })
    await approve.waitFor()
    expect(await approve.isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Beri persetujuan senior' }).click()
    const senior = page.getByRole('dialog', { name: `Persetujuan senior untuk ${fullName}` })
    await senior.getByLabel('Alasan').fill('Sumber harta: gaji jabatan, LHKPN dilihat')
    await senior.getByRole('button', { name: 'Beri persetujuan senior' }).click()
    await page.getByText(/Persetujuan senior sudah diberikan · Sari Dewanti/).waitFor()
    await page.getByText('Sumber harta: gaji jabatan, LHKPN dilihat').first().waitFor()
    // Senior and final approval need two different people.
    expect(await approve.isDisabled()).toBe(true)
    expect(complaints).toEqual([])

    const { results } = await (
      await world.as('maya')
    ).api.investors.review({
      items: [{ id, version: (await rina.api.investors.get({ id })).version }],
      decision: 'approve',
    })
    expect(results).toMatchObject([{ status: 'approved', problem: null }])
    await context.close()
  })

  test('that changes while it is open says what changed, and keeps what was typed', async () => {
    const { id, fullName } = await caseOf()
    const { page, complaints, context } = await openConsole(world, 'maya', `/review/${id}`)
    await page.getByText('Tempat lahir', { exact: true }).click()
    const typed = page.getByRole('textbox', { name: 'Alasan untuk Tempat lahir' })
    await typed.fill('Belum sesuai')
    const hendra = await world.as('hendra')
    const { version } = await rina.api.investors.get({ id })
    await hendra.api.investors.review({
      items: [{ id, version }],
      decision: 'return',
      reasons: [{ pointer: '/individual/purpose', reason: 'Kurang jelas' }],
    })
    const returned = await rina.api.investors.get({ id })
    const saved = await rina.api.investors.saveKyc({
      id,
      version: returned.version,
      individual: { purpose: 'Dana pendidikan anak' },
    })
    await rina.api.investors.submit({ id, version: saved.version })
    const notice = page
      .getByRole('alert')
      .filter({ hasText: 'Kasus ini berubah saat Anda membacanya' })
    await notice.getByText(/Maksud hubungan usaha/).waitFor()
    expect(await page.getByRole('button', { name: 'Kembalikan', exact: true }).isDisabled()).toBe(
      true,
    )
    await notice.getByRole('button', { name: 'Pakai versi terbaru' }).click()
    await page.getByText('Dana pendidikan anak').waitFor()
    expect(await typed.inputValue()).toBe('Belum sesuai')
    await page.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `Kembalikan KYC ${fullName}` })
    // Escape closes only the dialog: the case stays open.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1, name: fullName }).waitFor()
    await page.getByRole('button', { name: 'Kembalikan', exact: true }).click()
    await dialog.getByRole('button', { name: 'Kembalikan dengan 1 alasan' }).click()
    await page.getByText(`${fullName} dikembalikan ke RM.`).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('the queue', { timeout: 2 * MINUTE }, () => {
  test('decides in bulk on what is safe, names what it leaves out and tells what became of each', async () => {
    const [one, other] = [await caseOf('Bulan Pertama'), await caseOf('Bulan Kedua')]
    const hendra = await world.as('hendra')
    const third = await caseOf('Bulan Ketiga')
    await hendra.api.investors.claim({ id: third.id })
    const { page, complaints, context } = await openConsole(world, 'maya', '/review?search=Bulan')
    for (const { fullName } of [one, other, third])
      await page.getByRole('checkbox', { name: `Pilih ${fullName}` }).check()
    await page.getByRole('button', { name: 'Setujui 3…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Setujui 2 kasus' })
    await dialog.getByText('1 dilewati:').waitFor()
    await dialog.getByText(/Hendra Gunawan sedang meninjau/).waitFor()
    await dialog.getByRole('button', { name: 'Setujui 2' }).click()
    await page.getByText('2 dari 2 berhasil.').waitFor()
    await eventually('both are on their way', async () => {
      const statuses = await Promise.all([one, other].map(async ({ id }) => await statusOf(id)))
      return statuses.every((status) => status !== 'submitted')
    })
    expect(await statusOf(third.id)).toBe('submitted')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('is walked by keys; a view, columns and density are kept for the next visit', async () => {
    await caseOf('Tasya Maharani')
    const { page, complaints, context } = await openConsole(world, 'hendra', '/review')
    await page.getByRole('link', { name: /Tasya/ }).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Tasya')
    await page.waitForURL(/search=Tasya/)
    await page.getByRole('button', { name: 'Simpan tampilan' }).click()
    await page.getByLabel('Nama tampilan').fill('Kasus Tasya')
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.getByRole('button', { name: 'Kasus Tasya', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Kolom dan kerapatan' }).click()
    const kept = page.waitForResponse(
      (reply) => reply.url().includes('/auth/preferences/review.list') && reply.ok(),
    )
    await page.getByRole('checkbox', { name: 'E-mail' }).click()
    await kept
    await page.reload()
    await page.getByRole('columnheader', { name: 'E-mail' }).waitFor()
    await page.getByRole('button', { name: 'Semua', exact: true }).click()
    await page.waitForURL((url) => url.search === '')
    await page.getByRole('button', { name: 'Kasus Tasya', exact: true }).click()
    await page.waitForURL(/search=Tasya/)
    await page.getByRole('link', { name: /Tasya/ }).first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Tasya/ }).waitFor()
    await page.keyboard.press('?')
    await page
      .getByRole('dialog', { name: 'Pintasan papan ketik' })
      .getByText('Kasus berikutnya')
      .waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/review\?search=Tasya/)
    expect(complaints).toEqual([])
    await context.close()
  })
})
