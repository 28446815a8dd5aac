// An investor answers an instruction on a phone, in a real browser against the real services.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordInPdf } from '@rmtools/kit/evidence-file'
import { eventually } from '../caller.ts'
import { phone } from './browser.ts'
import {
  axeFindings,
  codeTo,
  createInvestorWorld,
  openOnPhone,
  sign,
  upToCode,
  type InvestorWorld,
} from './investor-world.ts'
import { askForCertificate, changeMeanwhile, loseReply } from './investor-replies.ts'

const MINUTE = 60_000
let world: InvestorWorld
beforeAll(async () => void (world = await createInvestorWorld()), 2 * MINUTE)
afterAll(async () => await world[Symbol.asyncDispose]())

const statusOf = async (id: string) => (await world.rm.api.instructions.get({ id })).instruction

describe('approving', { timeout: MINUTE }, () => {
  test('shows what is asked, and a look signs nothing', async () => {
    const { instruction, path } = await world.ask()
    const { page, complaints, context } = await openOnPhone(world, path)
    await page.getByRole('heading', { name: 'Pembelian reksa dana' }).waitFor()
    const text = await page.getByRole('main').innerText()
    for (const part of [
      'Rp\u00A025.000.000',
      instruction.productName,
      'WAPERD',
      'WIB',
      'profil risiko Anda (3',
    ])
      expect(text).toContain(part)
    expect(
      await page.getByRole('link', { name: 'Buka dokumen (PDF)' }).getAttribute('href'),
    ).toMatch(/^\/crm\/approvals\/[\w-]{43}\/document$/)
    expect((await statusOf(instruction.id)).status).toBe('awaiting-approval')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('needs consent, signature and the code; two taps act once; the copy can be had', async () => {
    const { instruction, path } = await world.ask()
    const { page, complaints, context } = await openOnPhone(world, path)
    await page.getByRole('button', { name: 'Lanjut menyetujui' }).tap()
    await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([
      'Persetujuan belum diberikan. Centang pernyataan lalu lanjutkan.',
      'Tanda tangan belum ada. Gambar tanda tangan Anda.',
    ])
    await page.getByRole('checkbox').check()
    await sign(page)
    await page.getByRole('button', { name: 'Urungkan' }).tap()
    await page.getByRole('img', { name: 'Bidang tanda tangan, kosong' }).waitFor()
    await sign(page)
    const since = new Date()
    await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
    const field = page.getByLabel('Kode 6 angka')
    await field.fill('12')
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByText('Kode terdiri atas 6 angka.').waitFor()
    expect(
      await page
        .getByRole('button', { name: /Kirim ulang dalam \d+ detik/ })
        .getAttribute('aria-disabled'),
    ).toBe('true')
    const code = await codeTo(world.system.url, world.investor.phone, since)
    await field.fill(code === '000000' ? '111111' : '000000')
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByText(/Kode salah/).waitFor()
    await field.fill(code)
    const answers: string[] = []
    page.on('request', (request) => request.method() === 'PATCH' && answers.push(request.url()))
    await page.getByRole('button', { name: 'Setujui pembelian' }).dblclick()
    await page.getByRole('heading', { name: 'Persetujuan Anda diterima' }).waitFor()
    expect([answers.length, await axeFindings(page)]).toEqual([1, []])
    expect([
      'approved',
      'sent',
      'received',
      'payment-pending',
      'paid',
      'sent-to-manager',
    ]).toContain((await statusOf(instruction.id)).status)
    const copy = await page.getByRole('link', { name: /salinan/ }).getAttribute('href')
    const pdf = await page.request.get(`${world.system.url}${copy}`)
    expect((await recordInPdf(await pdf.body()))?.record.subjectId).toBe(instruction.id)
    await page.reload()
    await page.getByRole('heading', { name: 'Anda sudah menyetujui instruksi ini' }).waitFor()
    expect([complaints, await axeFindings(page)]).toEqual([[], []])
    await context.close()
  })

  test('an answer whose reply is lost is not sent twice: the page finds out what became of it', async () => {
    const { instruction, path } = await world.ask()
    const { page, code, context } = await upToCode(world, path)
    await page.getByLabel('Kode 6 angka').fill(code)
    await loseReply(page)
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByText('Tidak ada jaringan. Periksa koneksi lalu coba lagi.').waitFor()
    expect(await page.getByLabel('Kode 6 angka').inputValue()).toBe(code)
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByRole('heading', { name: 'Persetujuan Anda diterima' }).waitFor()
    await eventually(
      'the approval',
      async () => (await statusOf(instruction.id)).status !== 'awaiting-approval',
    )
    await context.close()
  })

  test('without a network everything stays on the page', async () => {
    const { path } = await world.ask()
    const { page, code, context } = await upToCode(world, path)
    await page.getByLabel('Kode 6 angka').fill(code)
    await context.setOffline(true)
    await page.getByText(/Tidak ada jaringan. Isian Anda/).waitFor()
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByText('Tidak ada jaringan. Periksa koneksi lalu coba lagi.').waitFor()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByRole('heading', { name: 'Persetujuan Anda diterima' }).waitFor()
    await context.close()
  })
})

describe('a page that does not come', { timeout: MINUTE }, () => {
  test('says so while it is slow, and can be tried again when it failed', async () => {
    const { path } = await world.ask()
    const { page, context } = await openOnPhone(world, 'about:blank')
    const held = Promise.withResolvers<void>()
    await page.route(
      '**/crm/approvals/*',
      async (route) => {
        await held.promise
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await page.goto(path)
    await page.getByText('Jaringan lambat. Kami masih mencoba.').waitFor()
    held.resolve()
    await page.getByRole('heading', { name: 'Halaman belum dapat dimuat' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Coba lagi' }).tap()
    await page.getByRole('heading', { name: 'Pembelian reksa dana' }).waitFor()
    await context.close()
  })
})

describe('an amount above the limit of the company', { timeout: MINUTE }, () => {
  test('cannot be signed on the screen: the page says so and takes a refusal only', async () => {
    const { path } = await world.ask()
    const { page, context } = await openOnPhone(world, 'about:blank')
    await askForCertificate(page)
    await page.goto(path)
    await page
      .getByRole('heading', { name: 'Perlu tanda tangan elektronik tersertifikasi' })
      .waitFor()
    expect(await page.getByRole('button', { name: 'Lanjut menyetujui' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Tolak' }).tap()
    await page.getByRole('heading', { name: 'Tolak instruksi ini?' }).waitFor()
    await context.close()
  })
})

describe('declining', { timeout: MINUTE }, () => {
  test('asks for the reason, which the RM reads', async () => {
    const { instruction, path } = await world.ask()
    const { page, complaints, context } = await openOnPhone(world, path)
    await page.getByRole('button', { name: 'Tolak' }).tap()
    await page.getByRole('button', { name: 'Tolak instruksi' }).tap()
    await page.getByText('Pilih salah satu alasan.').waitFor()
    await page.getByRole('radio', { name: 'Saya ingin menunda' }).check()
    await page.getByLabel(/Keterangan/).fill('Menunggu gaji')
    await page.getByRole('button', { name: 'Tolak instruksi' }).tap()
    await page.getByRole('heading', { name: 'Instruksi ditolak' }).waitFor()
    expect(await statusOf(instruction.id)).toMatchObject({
      status: 'declined',
      statusReason: 'Saya ingin menunda. Menunggu gaji',
    })
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a document that has changed', { timeout: MINUTE }, () => {
  test('is shown again with what changed; the signature is kept, the consent asked for again', async () => {
    const { instruction, path } = await world.ask()
    const { page, code, context } = await upToCode(world, path)
    await changeMeanwhile(page)
    await page.getByLabel('Kode 6 angka').fill(code)
    await page.getByRole('button', { name: 'Setujui pembelian' }).tap()
    await page.getByRole('heading', { name: 'Ada yang berubah' }).waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/2 Jan 2030[\s\S]*sebelumnya/)
    await page.getByRole('button', { name: 'Lanjut menyetujui' }).tap()
    await page.getByRole('img', { name: 'Bidang tanda tangan, terisi' }).waitFor()
    expect(await page.getByRole('checkbox').isChecked()).toBe(false)
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Lanjut, kirim kode' }).tap()
    expect(await page.getByLabel('Kode 6 angka').inputValue()).toBe(code)
    expect((await statusOf(instruction.id)).status).toBe('awaiting-approval')
    await context.close()
  })
})

describe('a link that has ended', { timeout: MINUTE }, () => {
  const seen = async (path: string, heading: string) => {
    const { page, complaints, context } = await openOnPhone(world, path)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    const text = await page.getByRole('main').innerText()
    expect([complaints, await axeFindings(page)]).toEqual([[], []])
    await context.close()
    return text
  }

  test('says what to do: cancelled, replaced, expired, unknown', async () => {
    const cancelled = await world.ask()
    const { id, version } = cancelled.instruction
    await world.rm.api.instructions.cancel({ id, version, reason: 'Salah produk' })
    expect(await seen(cancelled.path, 'Instruksi ini dibatalkan')).toContain('Rina Wulandari')

    const replaced = await world.ask()
    await world.rm.api.instructions.send({
      id: replaced.instruction.id,
      version: replaced.instruction.version,
    })
    expect(await seen(replaced.path, 'Tautan ini sudah diganti')).toContain('Rina Wulandari')

    const expired = await world.ask()
    await world.expire(expired.instruction.id)
    expect(await seen(expired.path, 'Tautan ini sudah kedaluwarsa')).toContain('Telepon')

    for (const path of [`/i/approve/${'A'.repeat(43)}`, '/i/approve/short', '/i/', '/i/elsewhere'])
      expect(await seen(world.system.url + path, 'Tautan ini tidak dikenal')).toContain('RM Anda')
  })
})

describe('the look', { timeout: MINUTE }, () => {
  test.each([
    ['id', 'light'],
    ['en', 'dark'],
  ] as const)(
    'in %s and %s axe finds nothing on any step, and the page is never wider than a small phone',
    async (language, colorScheme) => {
      const { path } = await world.ask()
      const { page, complaints, context } = await openOnPhone(world, path, {
        colorScheme,
        viewport: { ...phone, width: 320 },
      })
      if (language === 'en') await page.getByRole('button', { name: 'English' }).tap()
      const fine = async () => {
        const width = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
        expect([await axeFindings(page), width]).toEqual([[], 320])
      }
      await page.getByRole('heading', { level: 1 }).waitFor()
      await fine()
      await page.getByRole('button', { name: /^(Tolak|Decline)$/ }).tap()
      await page.getByRole('button', { name: /Tolak instruksi|Decline the/ }).tap()
      await fine()
      await page.goBack()
      await page.getByRole('button', { name: /Lanjut|Continue/ }).tap()
      await page.getByRole('button', { name: /kirim kode|send a code/ }).tap()
      await fine()
      await page.getByRole('checkbox').check()
      await sign(page)
      await page.getByRole('button', { name: /kirim kode|send a code/ }).tap()
      await page.getByLabel(/Kode 6|6-digit/).waitFor()
      await fine()
      expect(complaints).toEqual([])
      await context.close()
    },
  )

  test('the language that was chosen is remembered', async () => {
    const { path } = await world.ask()
    const { page, context } = await openOnPhone(world, path)
    await page.getByRole('button', { name: 'English' }).tap()
    await page.reload()
    await page.getByRole('heading', { name: 'Subscription to a mutual fund' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await context.close()
  })
})
