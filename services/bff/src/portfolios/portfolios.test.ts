import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { rawFormsIn } from '@rmtools/kit/testing-words'
import { formatDate, formatInstant, formatMoney, formatUnits } from '@rmtools/look/format'
import { createBffWorld, seedInvestor, type BffWorld } from '../testing/bff-world.ts'
import { A, B, BAGUS, letterhead, LINA_OF_B, RINA, SARI } from '../testing/people.ts'

const investor = randomUUID()
const unregistered = randomUUID()
const forgotten = randomUUID()
let world: BffWorld

beforeAll(async () => {
  world = await createBffWorld()
  seedInvestor(world.simulator, {
    tenant: 'TENANT-A',
    rmId: RINA,
    externalId: 'EXT-1',
    productCode: 'ANDALAN-BERIMBANG',
  })
  world.known.push(
    { id: investor, companyId: A, rmId: RINA, externalId: 'EXT-1' },
    { id: unregistered, companyId: A, rmId: RINA, externalId: null },
    { id: forgotten, companyId: A, rmId: RINA, externalId: 'EXT-NOT-AT-BIB' },
  )
})
afterAll(async () => await world[Symbol.asyncDispose]())

test('a portfolio and its transactions are shown under our id of the investor', async () => {
  const { status, body } = await world.get(`/investors/${investor}/portfolio`, {
    id: RINA,
    role: 'rm',
  })
  expect([status, body.externalId, body.isStale]).toEqual([200, 'EXT-1', false])
  expect(body.positions.map(({ productCode }) => productCode)).toEqual(['ANDALAN-BERIMBANG'])
  const transactions = await world.get(`/investors/${investor}/transactions?limit=1`, {
    id: RINA,
    role: 'rm',
  })
  expect(transactions.body.items).toMatchObject([{ type: 'SUBSCRIPTION', amount: '10000000.00' }])
})

test('SECURITY 22: another RM and another company do not see it, also once it is kept', async () => {
  expect(
    (await world.get(`/investors/${investor}/portfolio`, { id: SARI, role: 'company-admin' }))
      .status,
  ).toBe(200)
  expect(
    (await world.get(`/investors/${investor}/portfolio`, { id: BAGUS, role: 'rm' })).status,
  ).toBe(404)
  expect(
    (await world.get(`/investors/${investor}/transactions`, { id: BAGUS, role: 'rm' })).status,
  ).toBe(404)
  expect(
    (
      await world.get(`/investors/${investor}/portfolio`, {
        id: LINA_OF_B,
        role: 'company-admin',
        companyId: B,
      })
    ).status,
  ).toBe(404)
})

test('units of our open orders are reserved, unless Bib subtracts them already', async () => {
  const held = async () =>
    (await world.get(`/investors/${investor}/portfolio`, { id: RINA, role: 'rm' })).body
      .positions[0]
  const before = await held()
  const open = (more: object) => ({
    instructionId: randomUUID(),
    productCode: 'ANDALAN-BERIMBANG',
    amount: null,
    units: '100.0000',
    allUnits: false,
    isAtBib: false,
    sentAt: null,
    ...more,
  })
  const reserving = async (...orders: ReturnType<typeof open>[]) => {
    world.reserved.set(investor, orders)
    const { units, availableUnits, reservedUnits } = (await held()) ?? {}
    expect(units).toBe(before?.units)
    return [(Number(units) - Number(availableUnits)).toFixed(4), reservedUnits]
  }
  expect(await reserving()).toEqual(['0.0000', '0.0000'])
  expect(await reserving(open({}), open({ productCode: 'ANDALAN-KAS' }))).toEqual([
    '100.0000',
    '100.0000',
  ])
  expect(await reserving(open({ isAtBib: true, sentAt: '2020-01-01T00:00:00.000Z' }))).toEqual([
    '0.0000',
    '0.0000',
  ])
  // Bib's figures are older than the hand-over and do not include it yet.
  expect(await reserving(open({ isAtBib: true, sentAt: '2999-01-01T00:00:00.000Z' }))).toEqual([
    '100.0000',
    '100.0000',
  ])
  expect(await reserving(open({}), open({ units: null, allUnits: true }))).toEqual([
    before?.units,
    before?.units,
  ])
  expect(
    (await reserving(open({ units: null, amount: String(Number(before?.nav) * 50) })))[1],
  ).toBe('50.0000')
  world.reserved.clear()
})

test('an investor whom Bib does not know has none: a business rule, not a fault', async () => {
  for (const id of [unregistered, forgotten]) {
    const { status, body } = await world.get(`/investors/${id}/portfolio`, { id: RINA, role: 'rm' })
    expect([status, body.type]).toEqual([422, '/problems/investor-not-registered'])
  }
})

test('a change of one of its instructions makes bff ask Bib again', async () => {
  await world.get(`/investors/${investor}/portfolio`, { id: RINA, role: 'rm' })
  world.asked.length = 0
  await world.get(`/investors/${investor}/portfolio`, { id: RINA, role: 'rm' })
  expect(world.asked).toEqual([])
  await world.owner.query(
    `insert into crm_bib.live_notice (audience, company_id, user_ids, kind, entity_id, parent_id) values ('book', $1, array[$2]::uuid[], 'instruction', $3, $4)`,
    [A, RINA, randomUUID(), investor],
  )
  await vi.waitFor(async () => {
    await world.get(`/investors/${investor}/portfolio`, { id: RINA, role: 'rm' })
    expect(world.asked).toEqual(['/_partners/investors/{externalId}/portfolio'])
  }, 15_000)
})

test('SECURITY 63: a statement is a PDF in both languages, in the words of the screens, of those who may see the investor', async () => {
  const pdf = async (query: string) =>
    await fetch(`${world.url}/investors/${investor}/statement?${query}`, {
      headers: { authorization: `Bearer ${await world.tokenOf({ id: RINA, role: 'rm' })}` },
    })
  const { body } = await world.get(`/investors/${investor}/portfolio`, { id: RINA, role: 'rm' })
  const [position] = body.positions
  for (const [language, title] of [
    ['id', 'Laporan investasi'],
    ['en', 'Investment statement'],
  ] as const) {
    const reply = await pdf(`language=${language}`)
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(reply.headers.get('content-disposition')).toMatch(
      /^inline; filename="[\w .]+ (Laporan|Investment) \w+ LI-[\w-]+ [\d-]+\.pdf"$/,
    )
    const text = await pdfText(new Uint8Array(await reply.arrayBuffer()))
    expect(text).toContain(title)
    const licence = `${language === 'id' ? 'Izin OJK' : 'OJK licence'} ${letterhead.licenceNumber}`
    for (const line of [letterhead.legalName, letterhead.address, licence])
      expect(text).toContain(line)
    expect(rawFormsIn(text)).toEqual([])
    const asOnScreen = [
      formatUnits(position?.units, language),
      formatMoney(position?.value, 'IDR', language),
      formatMoney(position?.gain, 'IDR', language),
      formatDate(position?.navDate, language),
      formatInstant(body.asOf, language),
    ]
    for (const said of asOnScreen) expect(text).toContain(said.replaceAll('\u00a0', ' '))
  }
  expect((await pdf('from=2020-01-01&to=2026-01-01')).status).toBe(400)
  const stale = await world.get(`/investors/${investor}/statement`, {
    id: RINA,
    role: 'rm',
    factorSecondsAgo: 601,
  })
  expect([stale.status, stale.body.type]).toEqual([403, '/problems/step-up-required'])
  expect(
    (await world.get(`/investors/${investor}/statement`, { id: BAGUS, role: 'rm' })).status,
  ).toBe(404)
  expect(
    (await world.get(`/investors/${unregistered}/statement`, { id: RINA, role: 'rm' })).status,
  ).toBe(422)
})
