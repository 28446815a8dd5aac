// The client's own page: link, code, visit; what it shows, and who does not get in.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { pdfText } from '@rmtools/kit/testing-pdf'
import {
  createPaymentWorld,
  TENANT,
  type PaymentWorld,
} from '../instructions/payments/payment-world.ts'
import { codeIn, company, investor, otherCompany, people } from '../instructions/test-world.ts'

const other = '00000000-0000-7000-8000-0000000000c2'
const abroad = '00000000-0000-7000-8000-0000000000c3'
let world: PaymentWorld

beforeAll(async () => {
  world = await createPaymentWorld()
  for (const [id, companyId, rmId, phone] of [
    [other, company, people.rina.id, '+6281200000088'],
    [abroad, otherCompany, people.fajar.id, '+6281200000077'],
  ])
    await world.owner.query(
      `insert into crm_bib.investor (id, company_id, rm_id, kind, status, display_name, email, phone, external_id, risk_band, risk_expires_on)
       values ($1, $2, $3, 'individual', 'registered', 'Budi Santoso', 'budi@mail.example', $4, 'BIB-' || $4, 3, '2099-01-01')`,
      [id, companyId, rmId, phone],
    )
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.nextWeek()
  await world.owner.query('delete from crm_bib.client_link')
})

const refusal = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )
const page = () => world.as().clientPage
const tokenOf = (messages: readonly Message[]) =>
  /\/i\/mine\/([\w-]{43})/.exec(messages.at(-1)?.text ?? '')?.[1] ?? ''
async function linkFor(id = investor, by: 'rina' | 'ratna' | 'fitri' = 'rina'): Promise<string> {
  await world.sent()
  await world.as(by).clientPage.send({ id })
  return tokenOf(await world.sent())
}
async function codeFor(token: string): Promise<string> {
  await world.sent()
  await page().sendCode({ token })
  return codeIn(await world.sent())
}
async function visitFor(id = investor, by: 'rina' | 'fitri' = 'rina'): Promise<string> {
  const token = await linkFor(id, by)
  return (await page().open({ token, code: await codeFor(token) })).visit
}
const minutes = (n: number) => (world.time.now = new Date(world.time.now.getTime() + n * 60_000))
const trail = async (action: string) =>
  (
    await world.owner.query<{ kind: string; after: object }>(
      `select actor_kind as kind, after from auth_bib.auth_user_action_log where action = $1 and entity = 'client_link' order by id`,
      [action],
    )
  ).rows

describe('the page of a client', () => {
  test('shows orders with state and payment, the signed document, holdings with their time, and the RM', async () => {
    const { id } = await world.waiting()
    const visit = await visitFor()
    const home = await page().home({ visit })
    expect(home).toMatchObject({
      investorName: 'Siti Rahmawati',
      rmName: 'rina',
      companyName: TENANT,
    })
    expect(home.orders.find((one) => one.id === id)).toMatchObject({
      status: 'payment-pending',
      productName: expect.stringContaining('Andalan'),
      payment: { state: 'waiting', number: expect.stringMatching(/^88\d+/) },
      isSigned: true,
      reason: null,
    })
    expect(JSON.stringify(home)).not.toMatch(/receipts|payerName|riskBand|makers/)
    const text = await pdfText(await page().document({ visit, documentId: id }))
    expect(text).toContain('Siti Rahmawati')
    expect(await page().holdings({ visit })).toMatchObject({ isStale: false, positions: [] })
  })

  test('while Bib is down shows the last figures with their time, or says that there are none', async () => {
    const visit = await visitFor()
    const { asOf } = await page().holdings({ visit })
    const none = await visitFor(other)
    world.simulator.control.setFaults({ down: { on: true } })
    // The cache keeps time by the machine's clock.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 })
    expect(await page().holdings({ visit })).toMatchObject({ asOf, isStale: true })
    vi.useRealTimers()
    expect(await refusal(page().holdings({ visit: none }))).toBe('unavailable')
    world.simulator.control.clearFaults()
  })

  test('is the same link in each message, which lives thirty days from the last one', async () => {
    const first = await linkFor()
    minutes(29 * 24 * 60)
    expect(await linkFor()).toBe(first)
    minutes(29 * 24 * 60)
    expect((await page().sender({ token: first })).phone).not.toBeNull()
    minutes(2 * 24 * 60)
    expect((await page().sender({ token: first })).phone).toBeNull()
    expect(await refusal(page().sendCode({ token: first }))).toBe('link-expired')
    expect(await linkFor()).not.toBe(first)
    expect(await refusal(page().sendCode({ token: first }))).toBe('link-void')
  })

  test('sixteen links asked for at once are one', async () => {
    await Promise.all(
      Array.from(
        { length: 16 },
        async () => await world.as('rina').clientPage.send({ id: investor }),
      ),
    )
    const tokens = (await world.sent()).map((message) => tokenOf([message]))
    expect(tokens).toHaveLength(16)
    expect(new Set(tokens).size).toBe(1)
  })

  test('belongs to registered investors only', async () => {
    await world.owner.query(`update crm_bib.investor set status = 'draft' where id = $1`, [other])
    expect(await refusal(world.as('rina').clientPage.send({ id: other }))).toBe(
      'investor-not-registered',
    )
    await world.owner.query(`update crm_bib.investor set status = 'registered' where id = $1`, [
      other,
    ])
  })
})

describe('SECURITY 11, 21: the link and the code', () => {
  test('nothing is shown by the link alone but whom to ask', async () => {
    const token = await linkFor()
    const sender = await page().sender({ token })
    expect(sender).toMatchObject({ rmName: 'rina', phone: expect.stringContaining('0099') })
    expect(JSON.stringify(sender)).not.toContain('Siti')
    expect(await refusal(page().home({ visit: token }))).toBe('not-found')
    expect(await refusal(page().sender({ token: 'A'.repeat(43) }))).toBe('not-found')
    expect(await refusal(page().sendCode({ token: 'A'.repeat(43) }))).toBe('not-found')
  })

  test('sixteen guesses at once spend five tries, and burn the code for the right one too', async () => {
    const token = await linkFor()
    const code = await codeFor(token)
    const wrong = code === '000000' ? '111111' : '000000'
    await Promise.all(
      Array.from({ length: 16 }, async () => await refusal(page().open({ token, code: wrong }))),
    )
    const { rows } = await world.owner.query(
      'select code_hash, code_tries from crm_bib.client_link where investor_id = $1',
      [investor],
    )
    expect(rows).toEqual([{ code_hash: null, code_tries: expect.any(Number) }])
    expect(await refusal(page().open({ token, code }))).toBe('otp-wrong')
  })

  test('a right code opens one visit, however often it comes, and is burnt', async () => {
    const token = await linkFor()
    const code = await codeFor(token)
    const all = await Promise.all(
      Array.from({ length: 16 }, async () => await refusal(page().open({ token, code }))),
    )
    expect(all.filter((one) => one === 'done')).toHaveLength(1)
    expect(await refusal(page().open({ token, code }))).toBe('otp-wrong')
  })

  test('codes are sent once a minute and five an hour; one of another client’s is worth nothing', async () => {
    const [mine, theirs] = [await linkFor(), await linkFor(other)]
    const code = await codeFor(theirs)
    await codeFor(mine)
    expect(await refusal(page().open({ token: mine, code }))).toBe('otp-wrong')
    expect(await refusal(page().sendCode({ token: mine }))).toBe('otp-too-soon')
    for (let time = 0; time < 4; time++) {
      minutes(2)
      expect(await codeFor(mine)).toHaveLength(6)
    }
    minutes(2)
    expect(await refusal(page().sendCode({ token: mine }))).toBe('codes-spent')
  })

  test('a code for a phone that was changed meanwhile proves nothing', async () => {
    const token = await linkFor(other)
    const code = await codeFor(token)
    await world.owner.query(`update crm_bib.investor set phone = '+6281200000055' where id = $1`, [
      other,
    ])
    expect(await refusal(page().open({ token, code }))).toBe('otp-wrong')
  })
})

describe('SECURITY 22: a visit', () => {
  test('shows no document of another client, of another company, or unsigned', async () => {
    const { id: signed } = await world.waiting()
    const { id: unsigned } = await world.ordered()
    const [theirs, abroads] = [await visitFor(other), await visitFor(abroad, 'fitri')]
    for (const visit of [theirs, abroads]) {
      expect(await refusal(page().document({ visit, documentId: signed }))).toBe('not-found')
      expect((await page().home({ visit })).orders).toEqual([])
    }
    const mine = await visitFor()
    expect(await refusal(page().document({ visit: mine, documentId: unsigned }))).toBe('not-found')
    expect(await refusal(page().document({ visit: mine, documentId: signed }))).toBe('done')
  })

  test('ends after fifteen minutes without a request, and after four hours in any case', async () => {
    const visit = await visitFor()
    minutes(14)
    expect(await refusal(page().home({ visit }))).toBe('done')
    minutes(14)
    expect(await refusal(page().holdings({ visit }))).toBe('done')
    minutes(15)
    for (const look of [page().home, page().holdings])
      expect(await refusal(look({ visit }))).toBe('visit-ended')
    const long = await visitFor()
    for (let time = 0; time < 23; time++) {
      minutes(10)
      expect(await refusal(page().home({ visit: long }))).toBe('done')
    }
    minutes(10)
    expect(await refusal(page().home({ visit: long }))).toBe('visit-ended')
  })

  test('ends by the client, by the office, by a withdrawn link, at once and for good', async () => {
    const closed = await visitFor()
    await page().close({ visit: closed })
    expect(await refusal(page().home({ visit: closed }))).toBe('visit-ended')
    minutes(2)
    const visit = await visitFor()
    const token = await linkFor()
    expect(await refusal(world.as('rina').clientPage.revoke({ id: investor }))).toBe('forbidden')
    await world.as('ratna').clientPage.revoke({ id: investor })
    expect(await refusal(page().home({ visit }))).toBe('visit-ended')
    expect(await refusal(page().sendCode({ token }))).toBe('link-void')
    expect((await world.as('ratna').clientPage.status({ id: investor })).link).toBeNull()
    expect(await refusal(world.as('ratna').clientPage.revoke({ id: investor }))).toBe('not-found')
    expect(await linkFor()).not.toBe(token)
    expect(await refusal(page().home({ visit }))).toBe('visit-ended')
  })

  test('ends while its company is closed or its client is not registered any more', async () => {
    const visit = await visitFor()
    const set = async (sql: string) => await world.owner.query(sql)
    await set(`update crm_bib.known_company set is_active = false where company_id = '${company}'`)
    expect(await refusal(page().home({ visit }))).toBe('visit-ended')
    await set(`update crm_bib.known_company set is_active = true where company_id = '${company}'`)
    expect(await refusal(page().home({ visit }))).toBe('done')
    await set(`update crm_bib.investor set status = 'rejected' where id = '${investor}'`)
    expect(await refusal(page().home({ visit }))).toBe('visit-ended')
    await set(`update crm_bib.investor set status = 'registered' where id = '${investor}'`)
  })

  test('leaves its beginning, each document and each refusal in the trail, as acts of an investor', async () => {
    const before = await Promise.all(['visit', 'download', 'link-refused'].map(trail))
    const { id } = await world.waiting()
    const visit = await visitFor()
    await page().home({ visit })
    await page().document({ visit, documentId: id })
    await refusal(page().sendCode({ token: 'A'.repeat(43) }))
    const after = await Promise.all(['visit', 'download', 'link-refused'].map(trail))
    expect(after.map((rows, index) => rows.length - (before[index]?.length ?? 0))).toEqual([
      1, 1, 1,
    ])
    expect(after[0]?.at(-1)).toMatchObject({ kind: 'investor', after: { investorId: investor } })
    expect(after[1]?.at(-1)).toMatchObject({ kind: 'investor', after: { documentId: id } })
  })

  test('another RM and another company neither send, see nor revoke the link', async () => {
    await linkFor()
    for (const name of ['fajar', 'fitri'] as const) {
      expect(await refusal(world.as(name).clientPage.status({ id: investor }))).toBe('not-found')
      expect(await refusal(world.as(name).clientPage.send({ id: investor }))).toBe('not-found')
    }
    expect(await refusal(world.as('oscar').clientPage.send({ id: investor }))).toBe('not-found')
    expect(await refusal(world.as('fitri').clientPage.revoke({ id: investor }))).toBe('not-found')
    expect(await refusal(world.as('agus').clientPage.send({ id: investor }))).toBe('forbidden')
  })

  test('SECURITY 33: neither token is stored, or stands in the trail', async () => {
    const token = await linkFor()
    const { visit } = await page().open({ token, code: await codeFor(token) })
    const { rows } = await world.owner.query(
      `select l::text as row from crm_bib.client_link l union all select v::text from crm_bib.client_visit v
       union all select coalesce(before::text, '') || coalesce(after::text, '') from auth_bib.auth_user_action_log`,
    )
    const text = rows.map(({ row }) => row).join('\n')
    expect(text).not.toContain(token)
    expect(text).not.toContain(visit)
  })
})
