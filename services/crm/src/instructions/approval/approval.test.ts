import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { rawFormsIn } from '@rmtools/kit/testing-words'
import { formatDate } from '@rmtools/look/format'
import { bandOf, quantityOf } from '@rmtools/look/order-words'
import { company, investor, tokenIn } from '../test-world.ts'
import { createOrderWorld, refusal, type OrderWorld } from '../orders-world.ts'

let world: OrderWorld
beforeAll(async () => void (world = await createOrderWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(() => {
  world.time.now = new Date('2026-11-23T03:00:00.000Z')
})

describe('SECURITY 21: a link', () => {
  test('shows what is asked and changes nothing, however often it is opened', async () => {
    const { created, token } = await world.ordered()
    for (let time = 0; time < 3; time++) {
      const view = await world.as().approvals.view({ token })
      expect(view.document).toMatchObject({
        investorName: 'Siti Rahmawati',
        amount: '5000000.00',
        navDate: '2026-11-23',
        licenceNumber: 'WAPERD-1',
      })
    }
    const { instruction } = await world.as('rina').instructions.get({ id: created.id })
    expect([instruction.status, instruction.version]).toEqual([
      'awaiting-approval',
      created.version,
    ])
  })

  test('is 404 if unknown, 410 if expired or replaced, 409 once answered', async () => {
    const view = async (token: string) => await refusal(world.as().approvals.view({ token }))
    expect(await view('A'.repeat(43))).toBe('not-found')
    const first = await world.ordered()
    await world
      .as('rina')
      .instructions.send({ id: first.created.id, version: first.created.version })
    const second = tokenIn(await world.take<Message>('message'))
    expect(await view(first.token)).toBe('link-void')
    await world.answer(second, await world.coded(second))
    expect(await view(second)).toBe('link-used')
    const late = await world.ordered()
    world.time.now = new Date('2026-11-25T03:00:00.001Z')
    expect(await view(late.token)).toBe('link-expired')
  })

  test('is 410 while its company is closed', async () => {
    const { token } = await world.ordered()
    const setActive = async (isActive: boolean) =>
      await world.owner.query(
        'update crm_bib.known_company set is_active = $2 where company_id = $1',
        [company, isActive],
      )
    await setActive(false)
    const { view, document, sendCode } = world.as().approvals
    expect(
      await Promise.all(
        [view, document, sendCode].map(async (act) => await refusal(act({ token }))),
      ),
    ).toEqual(Array.from({ length: 3 }, () => 'link-void'))
    await setActive(true)
    expect(await refusal(view({ token }))).toBe('done')
  })

  test('names its sender and its outcome, even after it has ended', async () => {
    const { created, token } = await world.ordered()
    expect(await world.as().approvals.sender({ token })).toMatchObject({
      rmName: 'rina',
      status: 'awaiting-approval',
      answeredAt: null,
    })
    await world.answer(token, await world.coded(token))
    expect(await world.as().approvals.sender({ token })).toMatchObject({
      status: 'approved',
      answeredAt: '2026-11-23T03:00:00.000Z',
    })
    const withdrawn = await world.ordered()
    await world.as('rina').instructions.cancel({
      id: withdrawn.created.id,
      version: created.version,
      reason: 'Salah produk',
    })
    expect(await world.as().approvals.sender({ token: withdrawn.token })).toMatchObject({
      rmName: 'rina',
      status: 'cancelled',
    })
    expect(await refusal(world.as().approvals.sender({ token: 'A'.repeat(43) }))).toBe('not-found')
  })

  test('is of no use after the RM has cancelled', async () => {
    const { created, token } = await world.ordered()
    await world
      .as('rina')
      .instructions.cancel({ id: created.id, version: created.version, reason: 'Salah produk' })
    expect(await refusal(world.as().approvals.view({ token }))).toBe('link-void')
  })

  test('two approvals in parallel give one', async () => {
    const { created, token } = await world.ordered()
    const code = await world.coded(token)
    const results = await Promise.all(
      [1, 2, 3, 4].map(async () => await refusal(world.answer(token, code))),
    )
    expect(results.filter((result) => result === 'done')).toHaveLength(1)
    expect(
      (await world.take<{ instructionId: string }>('bib.instruction')).filter(
        ({ instructionId }) => instructionId === created.id,
      ),
    ).toHaveLength(1)
    const { rows } = await world.owner.query(
      'select from crm_bib.instruction_evidence where instruction_id = $1',
      [created.id],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('SECURITY 11: the code', () => {
  test('is burnt by five wrong tries, also against the right one, and a new one is not sent at once', async () => {
    const { token } = await world.ordered()
    const code = await world.coded(token)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let time = 0; time < 5; time++)
      expect(await refusal(world.answer(token, wrong))).toBe('otp-wrong')
    expect(await refusal(world.answer(token, code))).toBe('otp-wrong')
    expect(await refusal(world.as().approvals.sendCode({ token }))).toBe('otp-too-soon')
    world.time.now = new Date('2026-11-23T03:01:01.000Z')
    expect(await refusal(world.answer(token, await world.coded(token)))).toBe('done')
  })

  test('spends at most five of twenty tries in parallel', async () => {
    const { created, token } = await world.ordered()
    await world.coded(token)
    await Promise.all(
      Array.from({ length: 20 }, async () => await refusal(world.answer(token, '123456'))),
    )
    const { rows } = await world.owner.query(
      'select code_tries, code_hash from crm_bib.instruction_token where instruction_id = $1',
      [created.id],
    )
    expect(rows).toMatchObject([{ code_hash: null }])
  })

  test('lives five minutes and belongs to its link', async () => {
    const one = await world.ordered()
    const other = await world.ordered()
    const code = await world.coded(one.token)
    await world.coded(other.token)
    expect(await refusal(world.answer(other.token, code))).toBe('otp-wrong')
    world.time.now = new Date('2026-11-23T03:05:01.000Z')
    expect(await refusal(world.answer(one.token, code))).toBe('otp-wrong')
  })
})

describe('what is signed is what was shown', () => {
  test('past the cut-off the investor must look at the later NAV date first', async () => {
    const { token } = await world.ordered()
    const shown = await world.as().approvals.view({ token })
    world.time.now = new Date('2026-11-23T06:00:00.000Z')
    const code = await world.coded(token)
    expect(await refusal(world.answer(token, code, { documentHash: shown.documentHash }))).toBe(
      'document-changed',
    )
    const again = await world.as().approvals.view({ token })
    expect(again.document.navDate).toBe('2026-11-24')
    expect(await world.answer(token, code)).toMatchObject({
      status: 'approved',
      navDate: '2026-11-24',
    })
  })

  test.each([
    ['consent-missing', { consent: false }],
    [
      'signature-invalid',
      {
        signature: Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>${' '.repeat(100)}`,
        ).toString('base64'),
      },
    ],
    ['signature-invalid', { signature: 'A'.repeat(200) }],
    ['document-changed', { documentHash: 'a'.repeat(64) }],
  ])('%s', async (expected, more) => {
    const { token } = await world.ordered()
    expect(await refusal(world.answer(token, await world.coded(token), more))).toBe(expected)
  })

  test('the evidence holds document, hash, code channel, address and device, and cannot be changed', async () => {
    const { created, token } = await world.ordered()
    const { documentHash } = await world.as().approvals.view({ token })
    await world.answer(token, await world.coded(token))
    const { rows } = await world.owner.query(
      'select * from crm_bib.instruction_evidence where instruction_id = $1',
      [created.id],
    )
    expect(rows[0]).toMatchObject({
      document_hash: documentHash,
      otp_channel: 'sms',
      otp_destination: '+62*******0099',
      user_agent: 'tests',
      signature_level: 'drawn-and-otp',
    })
    await world.owner.query(
      `begin; set local role crm_app; select set_config('app.company_id', '${company}', true)`,
    )
    await expect(
      world.owner.query('update crm_bib.instruction_evidence set document_hash = null'),
    ).rejects.toMatchObject({ code: '42501' })
    await world.owner.query('rollback')
  })

  test('SECURITY 63: the document says it in the words of the screens, before it is signed and as evidence', async () => {
    const name = 'Łukasz Đặng 王小明 محمد'
    await world.owner.query('update crm_bib.investor set display_name = $2 where id = $1', [
      investor,
      name,
    ])
    const head = {
      legalName: 'PT Andalan Sekuritas',
      licenceNumber: 'KEP-12/PM.02/2019',
      address: 'Jl. Jenderal Sudirman Kav. 52',
    }
    await world.owner.query(
      'update crm_bib.known_company set settings = settings || $2::jsonb where company_id = $1',
      [company, head],
    )
    const { created, token } = await world.ordered()
    const { document } = await world.as().approvals.view({ token })
    const copy = async () =>
      await pdfText(
        await world.as('rina').instructions.document({ id: created.id, language: 'en' }),
      )
    const unsignedCopy = await copy()
    const asked = await pdfText(await world.as().approvals.document({ token }))
    world.time.now = new Date('2026-11-23T03:26:00.000Z')
    await world.answer(token, await world.coded(token))
    const signed = await pdfText(await world.as('rina').instructions.document({ id: created.id }))
    // An unsigned copy is in the reader's language, with the statement as it will be signed; a
    // signed copy is as the investor saw it.
    expect(unsignedCopy).toContain('Not signed yet')
    expect(unsignedCopy).toContain(quantityOf(document, 'en').replaceAll('\u00a0', ' '))
    expect(unsignedCopy.replaceAll(/\s/g, '')).toContain(document.consent.replaceAll(/\s/g, ''))
    expect(unsignedCopy).toContain(`OJK licence ${head.licenceNumber}`)
    expect(rawFormsIn(unsignedCopy.replace(document.consentVersion, ''))).toEqual([])
    expect(await copy()).toBe(signed)
    for (const text of [asked, signed]) {
      expect(text).toContain(name)
      for (const line of [head.legalName, head.address, `Izin OJK ${head.licenceNumber}`])
        expect(text).toContain(line)
      for (const said of [
        quantityOf(document, 'id'),
        bandOf(document.riskLevel, 'id'),
        formatDate(document.navDate, 'id'),
      ])
        expect(text).toContain(said.replaceAll('\u00a0', ' '))
      expect(rawFormsIn(text.replace(document.consentVersion, ''))).toEqual([])
    }
    expect(asked).toContain('Belum ditandatangani')
    expect(signed).toContain(`${name} Investor Ditandatangani 23 Nov 2026, 10.26 WIB`)
    expect(signed).toContain('Tanda tangan dan kode sekali pakai')
    expect(signed).toContain('23 Nov 2026, 10.26 WIB, SMS ke +62*******0099')
    expect(signed).toContain('Halaman 1 dari 1')
  })
})

describe('declining', () => {
  test('needs no code, stores the reason, notifies the RM', async () => {
    const { created, token } = await world.ordered()
    await world.take('notify')
    await world.as().approvals.answer({ token, decision: 'decline', reason: 'Belum butuh' })
    const { instruction } = await world.as('rina').instructions.get({ id: created.id })
    expect([instruction.status, instruction.statusReason]).toEqual(['declined', 'Belum butuh'])
    expect(await world.take('notify')).toMatchObject([{ kind: 'instruction.declined' }])
  })
})
