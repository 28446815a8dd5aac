import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBib } from '../client.ts'
import { sampleInstruction, sampleInvestor } from './samples.ts'
import { API_KEY, startBench, TENANT, type Bench } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

const headers = {
  authorization: `Bearer ${API_KEY}`,
  'x-tenant': TENANT,
  'content-type': 'application/json',
}
const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
  fetch(bench.simulator.url + path, {
    method: 'POST',
    headers: { ...headers, ...more },
    body: JSON.stringify(body),
  })

test('the same Idempotency-Key and body acts once and answers the same; another body is 422', async () => {
  const { internal } = bench.bib
  const body = sampleInvestor('idempotent-1', TENANT)
  const first = await internal.createInvestor(body, { idempotencyKey: 'k1' })
  await bench.investorUntil('idempotent-1', ({ status }) => status === 'SID_CREATED')
  expect(await internal.createInvestor({ ...body }, { idempotencyKey: 'k1' })).toEqual(first)
  await expect(
    internal.createInvestor({ ...body, rmId: 'rm-2' }, { idempotencyKey: 'k1' }),
  ).rejects.toMatchObject({
    code: 'idempotency-key-reused',
    status: 422,
  })
})

test('a document under a freshly signed address is the same request', async () => {
  const { internal } = bench.bib
  const document = {
    sourceId: 'd',
    kind: 'KTP' as const,
    mediaType: 'image/jpeg',
    sha256: 'b'.repeat(64),
  }
  const body = (url: string) => ({
    ...sampleInvestor('idempotent-2', TENANT),
    documents: [{ ...document, url }],
  })
  await internal.createInvestor(body('https://files.example/1?sig=a'), { idempotencyKey: 'k2' })
  await expect(
    internal.createInvestor(body('https://files.example/1?sig=b'), { idempotencyKey: 'k2' }),
  ).resolves.toMatchObject({
    sourceId: 'idempotent-2',
  })
})

test('under a new key a known source id with the same content changes nothing, with another is 409', async () => {
  const { externalId } = await bench.registered()
  const body = sampleInstruction({
    sourceId: 'unique-1',
    tenant: TENANT,
    externalId,
    expectedNavDate: bench.today(),
  })
  await bench.bib.internal.createInstruction(body)
  const sent = await bench.instructionUntil('unique-1', 'SENT_TO_IM')
  expect(await bench.bib.internal.createInstruction(body)).toEqual(sent)
  await expect(
    bench.bib.internal.createInstruction({ ...body, amount: '2000000.00' }),
  ).rejects.toMatchObject({
    code: 'source-id-taken',
    status: 409,
  })
})

test('twenty at once with one key act once', async () => {
  const { externalId } = await bench.registered()
  const body = sampleInstruction({
    sourceId: 'parallel',
    tenant: TENANT,
    externalId,
    expectedNavDate: bench.today(),
  })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      bench.bib.internal.createInstruction(body, { idempotencyKey: 'k3' }),
    ),
  )
  expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1)
})

test('a write without a key is 400', async () => {
  const answer = await post('/_internal/investors', sampleInvestor('no-key', TENANT))
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { type: '/problems/idempotency-key-missing' },
  ])
})

test('bodies are strict: unknown fields and wrong types are refused, nothing is coerced', async () => {
  const { externalId } = await bench.registered()
  const good = sampleInstruction({
    sourceId: 'strict',
    tenant: TENANT,
    externalId,
    expectedNavDate: bench.today(),
  })
  for (const bad of [
    { ...good, extra: 1 },
    { ...good, amount: 1000000 },
    { ...good, amount: '-1' },
    { ...good, amount: '1e6' },
    { ...good, all: 'true' },
  ])
    expect(
      (await post('/_internal/instructions', bad, { 'idempotency-key': crypto.randomUUID() }))
        .status,
    ).toBe(400)
  expect((await bench.bib.internal.findInstructions({ sourceId: 'strict' })).items).toEqual([])
})

test('a wrong key, a missing tenant and a foreign tenant get nothing', async () => {
  const { simulator } = bench
  const get = (more: Record<string, string>) =>
    fetch(`${simulator.url}/_partners/products`, { headers: more })
  expect((await get({ authorization: 'Bearer wrong', 'x-tenant': TENANT })).status).toBe(401)
  expect((await get({ authorization: headers.authorization })).status).toBe(400)
  expect((await fetch(`${simulator.url}/_control/state`)).status).toBe(401)
  const { externalId } = await bench.registered()
  const other = bench.bib.forTenant('OTHER')
  await expect(other.partner.portfolio({ externalId })).rejects.toMatchObject({ status: 404 })
  expect((await other.internal.findInvestors({ sourceId: 'investor-1' })).items).toEqual([])
  const answer = await post('/_internal/investors', sampleInvestor('foreign', 'OTHER'), {
    'idempotency-key': 'k4',
  })
  expect(answer.status).toBe(403)
})

test('wrong credentials of ours are 502 to our callers, not a sign-out', async () => {
  const bib = createBib({ baseUrl: bench.simulator.url, apiKey: 'wrong', tenant: TENANT })
  await expect(bib.partner.products()).rejects.toMatchObject({
    code: 'upstream-invalid',
    status: 502,
  })
  await bib.close()
})

test('an update of a registered investor publishes an event, and its accounts are checked again', async () => {
  const { externalId, sourceId } = await bench.registered()
  const { sourceId: _, ...content } = sampleInvestor(sourceId, TENANT, 'Siti SIM-BANK')
  const record = await bench.bib.internal.updateInvestor({ ...content, externalId, rmId: 'rm-2' })
  expect(record).toMatchObject({
    status: 'SID_CREATED',
    rmId: 'rm-2',
    sequence: 3,
    bankAccounts: [{ status: 'REFUSED' }],
  })
})

test('the shelf: 24 funds of five managers and four bonds, each complete by the contract', async () => {
  const { items } = await bench.bib.partner.products()
  const funds = items.filter(({ bond }) => bond === null)
  expect([
    funds.length,
    items.length - funds.length,
    new Set(funds.map(({ manager }) => manager)).size,
  ]).toEqual([24, 4, 5])
  expect(new Set(items.map(({ isin }) => isin)).size).toBe(28)
  expect(new Set(funds.map(({ type }) => type)).size).toBe(5)
  expect(funds.filter(({ currency }) => currency === 'USD')).toHaveLength(3)
  expect(funds.filter(({ type, cutOff }) => (type === 'INDEX') !== (cutOff === '12:00'))).toEqual(
    [],
  )
  const now = bench.simulator.clock.now().toISOString()
  expect(
    items.filter(({ bond }) => bond && bond.offeringFrom <= now && now < bond.offeringUntil),
  ).toHaveLength(1)
})

test('the same NAV on every installation, for three years and more of exchange days', async () => {
  const { items } = await bench.bib.partner.navs({
    code: 'ANDALAN-SAHAM',
    from: '2023-01-01',
    to: '2026-11-20',
  })
  expect(items).toHaveLength(996)
  expect([items[0]?.nav, items.at(-1)?.nav]).toEqual(['4875.3100', '7135.8223'])
  expect(items.every(({ date }) => ![0, 6].includes(new Date(date).getUTCDay()))).toBe(true)
})
