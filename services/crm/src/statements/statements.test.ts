// Monthly statements: for whom they are made, once, whatever happens meanwhile, and who opens them.
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { rawFormsIn } from '@rmtools/kit/testing-words'
import { codeIn } from '../instructions/test-world.ts'
import { company, otherCompany } from '../testing/crm-world.ts'
import { createStatementsWorld, deal, type StatementsWorld } from './testing/statements-world.ts'

const month = '2026-11-01'
let world: StatementsWorld
beforeAll(async () => void (world = await createStatementsWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.reset())

const refusal = async (call: Promise<unknown>) =>
  await call.then(
    () => 'done',
    (problem: { code: string }) => problem.code,
  )
const page = () => world.as().clientPage
const madeFor = async () =>
  (await world.statements()).filter(({ state }) => state === 'made').map((one) => one.investor_id)

/** Begins a visit by the link of the last message. */
async function visitBy(text: string): Promise<string> {
  const token = /\/i\/mine\/([\w-]{43})/.exec(text)?.[1] ?? ''
  await world.take('message')
  await page().sendCode({ token })
  const code = codeIn((await world.take('message')) as never)
  return (await page().open({ token, code })).visit
}

describe('on the first exchange day', () => {
  test('each client with holdings or transactions gets one, and one message with the link', async () => {
    const holder = await world.client()
    const trader = await world.client([
      deal,
      { ...deal, type: 'REDEMPTION', date: '2026-11-20', all: true },
    ])
    const before = await world.client([{ ...deal, date: '2026-03-10' }])
    const nothing = await world.client([])
    const gone = await world.client([
      { ...deal, date: '2026-03-10' },
      { ...deal, type: 'REDEMPTION', date: '2026-04-20', all: true },
    ])
    await world.run()
    expect((await madeFor()).toSorted()).toEqual([holder, trader, before].toSorted())
    const states = new Map((await world.statements()).map((one) => [one.investor_id, one.state]))
    expect([states.get(nothing), states.get(gone)]).toEqual(['nothing', 'nothing'])
    const messages = await world.messages()
    expect(messages).toHaveLength(3)
    expect(messages[0]?.text).toMatch(
      /Laporan investasi Anda untuk Nov 2026[^]*\/i\/mine\/[\w-]{43}/,
    )
  })

  test('a month that begins with a holiday waits for the exchange, and no day tells twice', async () => {
    await world.rows(
      `insert into crm_bib.market_holiday (date, name) values ('2027-01-01', 'Tahun baru') on conflict do nothing`,
    )
    await world.client()
    for (const day of ['2027-01-01', '2027-01-02', '2027-01-03']) {
      world.moveTo(day)
      await world.run()
      expect(await world.statements()).toEqual([])
    }
    for (const day of ['2027-01-04', '2027-01-05', '2027-01-06']) {
      world.moveTo(day)
      await world.run()
    }
    expect(await world.statements()).toMatchObject([{ month: '2026-12-01', state: 'made' }])
    expect(await world.messages()).toHaveLength(1)
  })

  test('a company that did not switch it on, or is closed, sends none; each has its own clients', async () => {
    const ours = await world.client()
    const theirs = await world.client([deal], otherCompany)
    await world.rows(
      `update crm_bib.known_company set settings = settings - 'monthlyStatement' where company_id = $1`,
      [otherCompany],
    )
    await world.run()
    expect(await madeFor()).toEqual([ours])
    await world.rows(
      `update crm_bib.known_company set settings = settings || '{"monthlyStatement": "on"}'`,
    )
    await world.run()
    const owners = await world.rows(
      'select company_id, investor_id from crm_bib.client_statement order by created_at',
    )
    expect(owners).toEqual([
      { company_id: company, investor_id: ours },
      { company_id: otherCompany, investor_id: theirs },
    ])
    expect(await world.messages()).toHaveLength(2)
  })

  test('a company that switches it off while statements wait sends no more', async () => {
    await world.client()
    await world.look()
    await world.rows(
      `update crm_bib.known_company set settings = settings || '{"monthlyStatement": "off"}'`,
    )
    for (const wanted of await world.queued()) await world.make(wanted)
    expect(await world.statements()).toEqual([])
  })

  test('a link that the office revoked is not replaced by a message', async () => {
    const id = await world.client()
    await world.as('rina').clientPage.send({ id })
    await world.as('ratna').clientPage.revoke({ id })
    await world.messages()
    await world.run()
    expect(await madeFor()).toEqual([id])
    expect(await world.rows('select from crm_bib.client_link where voided_at is null')).toEqual([])
  })

  test('a client who declined the message finds the statement on the page, and gets no link', async () => {
    const id = await world.client()
    await world.rows(
      'insert into crm_bib.client_preference (id, company_id, takes_statements) values ($1, $2, false)',
      [id, company],
    )
    await world.run()
    expect(await madeFor()).toEqual([id])
    expect(await world.messages()).toEqual([])
    expect(await world.rows('select from crm_bib.client_link')).toEqual([])
    await world.as('rina').clientPage.send({ id })
    const visit = await visitBy((await world.messages()).at(-1)?.text ?? '')
    expect((await page().home({ visit })).statements).toMatchObject([{ month, state: 'made' }])
  })
})

describe('once for a client and a month', () => {
  test('when sixteen workers make it at the same time: one row, one message, two files', async () => {
    const investorId = await world.client()
    const wanted = { companyId: company, investorId, month }
    await Promise.all(Array.from({ length: 16 }, async () => await world.make(wanted)))
    expect(await madeFor()).toEqual([investorId])
    expect(await world.messages()).toHaveLength(1)
    expect(await world.files('statements')).toHaveLength(2)
  })

  test('when a worker is killed in the transaction: nothing is sent, and the next one makes it', async () => {
    const investorId = await world.client()
    await world.rows(`create function crm_bib.kill_me() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return new; end $$`)
    await world.rows(
      `create trigger killed before insert on crm_bib.client_message for each row execute function crm_bib.kill_me()`,
    )
    const wanted = { companyId: company, investorId, month }
    await expect(world.make(wanted)).rejects.toThrow()
    expect(await world.statements()).toEqual([])
    expect(await world.messages()).toEqual([])
    await world.rows('drop function crm_bib.kill_me cascade')
    await world.make(wanted)
    await world.make(wanted)
    expect(await madeFor()).toEqual([investorId])
    expect(await world.messages()).toHaveLength(1)
  })

  test('when a batch is killed or run twice, each client is queued once and none is forgotten', async () => {
    await world.rows(
      `insert into crm_bib.investor (id, company_id, rm_id, kind, status, display_name, email, phone, external_id)
       select gen_random_uuid(), $1, gen_random_uuid(), 'individual', 'registered', 'Klien ' || n, 'a@mail.example', '+6281200000099', 'NONE-' || n
       from generate_series(1, 450) n`,
      [company],
    )
    await world.work('statements-due')
    const [first] = await world.take<object>('statement.batch')
    await world.work('statement.batch', first)
    // Its worker died before the job was marked as done.
    await world.work('statement.batch', first)
    expect(await world.queued()).toHaveLength(200)
    await world.look()
    const ids = (await world.queued()).map(({ investorId }) => investorId)
    expect([ids.length, new Set(ids).size]).toEqual([450, 450])
  })
})

describe('while Bib is down', () => {
  test('it is tried again, the page says that it is being prepared, and later there is one', async () => {
    const investorId = await world.client()
    await world.as('rina').clientPage.send({ id: investorId })
    const visit = await visitBy((await world.messages()).at(-1)?.text ?? '')
    world.simulator.control.setFaults({ down: { on: true } })
    const wanted = { companyId: company, investorId, month }
    await expect(world.make(wanted)).rejects.toThrow()
    await expect(world.make(wanted)).rejects.toThrow()
    expect((await page().home({ visit })).statements).toMatchObject([
      { month, state: 'waiting', madeAt: null },
    ])
    expect(await world.messages()).toEqual([])
    world.simulator.control.clearFaults()
    // The next morning looks at it again.
    world.moveTo('2026-12-02')
    await world.rows(`update crm_bib.client_visit set last_seen_at = $1, began_at = $1`, [
      world.time.now,
    ])
    await world.run()
    const { statements } = await page().home({ visit })
    expect(statements).toMatchObject([{ month, state: 'made' }])
    expect(await world.messages()).toHaveLength(1)
  })
})

describe('the document', () => {
  const switching = {
    type: 'SWITCHING',
    productCode: 'ANDALAN-KAS',
    targetProductCode: 'ANDALAN-SAHAM',
  }

  test('SECURITY 63: says holdings, transactions, fees, whose figures they are and which is binding, in both languages', async () => {
    await world.client([
      { ...deal, date: '2026-08-10', amount: '25000000' },
      { ...deal, productCode: 'ANDALAN-BERIMBANG', date: '2026-11-05', amount: '10000000' },
      { ...switching, date: '2026-11-19', amount: '2000000' },
    ])
    await world.run()
    const visit = await visitBy((await world.messages())[0]?.text ?? '')
    const [statement] = (await page().home({ visit })).statements
    const id = statement?.id ?? ''
    for (const [language, ...texts] of [
      [
        'id',
        'Laporan bulanan Nov 2026',
        'menurut laporan Bib per',
        'AKSes dari KSEI',
        'Total biaya',
        'Izin OJK KEP-12',
      ],
      [
        'en',
        'Monthly statement Nov 2026',
        'Subscription',
        'as reported by Bib at',
        "KSEI's AKSes",
        'Total fees',
        'OJK licence KEP-12',
      ],
    ] as const) {
      const bytes = await page().statement({ visit, statementId: id, language })
      if (process.env['KEEP_STATEMENT'])
        await writeFile(`${process.env['KEEP_STATEMENT']}-${language}.pdf`, bytes)
      const text = await pdfText(bytes)
      for (const said of [
        ...texts,
        'Siti Rahmawati',
        'IDD190700',
        'ANDALAN-BERIMBANG',
        'ANDALAN-SAHAM',
      ])
        expect(text).toContain(said)
      expect(rawFormsIn(text)).toEqual([])
    }
  })

  test('is opened by its client alone, and each opening is in the trail', async () => {
    const mine = await world.client()
    const others = await world.client()
    const abroad = await world.client([deal], otherCompany)
    await world.run()
    const rows = await world.rows<{ id: string; investor_id: string }>(
      'select id, investor_id from crm_bib.client_statement',
    )
    const idOf = (investor: string) => rows.find((one) => one.investor_id === investor)?.id ?? ''
    await world.take('message')
    await world.as('rina').clientPage.send({ id: mine })
    const visit = await visitBy((await world.messages()).at(-1)?.text ?? '')
    await page().statement({ visit, statementId: idOf(mine), language: 'en' })
    for (const other of [others, abroad])
      expect(await refusal(page().statement({ visit, statementId: idOf(other) }))).toBe('not-found')
    const trail = await world.rows(
      `select actor_kind as kind, after from auth_bib.auth_user_action_log where entity = 'client_link' and action = 'download' order by id desc`,
    )
    expect(trail[0]).toEqual({
      kind: 'investor',
      after: { investorId: mine, statementId: idOf(mine), language: 'en' },
    })
    await page().close({ visit })
    expect(await refusal(page().statement({ visit, statementId: idOf(mine) }))).toBe('visit-ended')
  })

  test('SECURITY 64: its files stay in the nightly check; those of a killed worker go', async () => {
    await world.client()
    await world.run()
    await world.lay('statements/lost.pdf')
    expect(await world.files('statements')).toHaveLength(3)
    await world.age()
    await world.work('forget-orphans')
    expect(await world.files('statements')).toHaveLength(2)
  })
})
