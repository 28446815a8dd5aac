import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvestorReportLine, TransactionReportLine } from '@rmtools/contracts/bff/report-lines'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { codesIn, rawFormsIn } from '@rmtools/kit/testing-words'
import { formatDate } from '@rmtools/look/format'
import { B, BAGUS, letterhead, LINA_OF_B, RINA, SARI, type Person } from '../testing/people.ts'
import { createReportsWorld, KNOWN, type ReportsWorld } from './reports-world.ts'

const rina: Person = { id: RINA, role: 'rm' }
const sari: Person = { id: SARI, role: 'company-admin' }
const to = TEST_START.toISOString().slice(0, 10)
const from = `${Number(to.slice(0, 4)) - 2}${to.slice(4)}`
const period = `from=${from}&to=${to}`
let world: ReportsWorld

beforeAll(async () => void (world = await createReportsWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const rmsIn = (body: { items: { rmId: string }[] }) =>
  [...new Set(body.items.map(({ rmId }) => rmId))].sort()

describe('SECURITY 61: a file of a report', () => {
  test.each([
    'aum.csv',
    'aum.xlsx',
    'sales.csv',
    'sales.xlsx',
    'investors.csv',
    'book.pdf',
    'transactions.csv',
    'transactions.xlsx',
  ])(
    '%s asks for a password of the last ten minutes, which the report on the screen does not',
    async (file) => {
      const [path, screen] = [`/reports/${file}?${period}`, `/reports/sales?${period}`]
      expect((await world.get(path, { ...sari, factorSecondsAgo: 599 })).status).toBe(200)
      const stale = { ...sari, factorSecondsAgo: 601 }
      const refused = await world.get(path, stale)
      expect([refused.status, refused.body.type]).toEqual([403, '/problems/step-up-required'])
      expect((await world.get(screen, stale)).status).toBe(200)
    },
  )
})

describe('a report', () => {
  test.each(['aum', 'sales'])(
    'of %s shows a company admin, reviewer and auditor all RMs of the company, with names',
    async (kind) => {
      for (const role of ['company-admin', 'reviewer', 'auditor'] as const)
        expect(
          rmsIn((await world.get(`/reports/${kind}?${period}`, { id: SARI, role })).body),
        ).toEqual([RINA, BAGUS])
      const { body } = await world.get(`/reports/${kind}?${period}&rmId=${BAGUS}`, sari)
      expect(rmsIn(body)).toEqual([BAGUS])
      expect(body.items[0]).toMatchObject({ rmName: 'Bagus', productName: expect.any(String) })
    },
  )

  test.each(['aum', 'sales'])(
    'SECURITY 22, 23: of %s shows an RM the own lines only, whatever RM is asked for',
    async (kind) => {
      // The response to a company admin is in the cache by now.
      await world.get(`/reports/${kind}?${period}`, sari)
      for (const query of [period, `${period}&rmId=${BAGUS}`, `${period}&rmId=${RINA}`])
        expect(rmsIn((await world.get(`/reports/${kind}?${query}`, rina)).body)).toEqual([RINA])
      const csv = await world.get(`/reports/${kind}.csv?${period}&rmId=${BAGUS}`, rina)
      expect([csv.text.includes(RINA), csv.text.includes(BAGUS)]).toEqual([true, false])
    },
  )

  test('SECURITY 22: shows nothing of another company', async () => {
    expect(
      rmsIn(
        (
          await world.get(`/reports/aum?${period}`, {
            id: LINA_OF_B,
            role: 'company-admin',
            companyId: B,
          })
        ).body,
      ),
    ).toEqual([LINA_OF_B])
  })

  test('is filtered by product and currency, and refuses more than three years', async () => {
    const { body } = await world.get(`/reports/sales?${period}&productCode=ANDALAN-BERIMBANG`, sari)
    expect(body.items.map(({ productCode }) => productCode)).toEqual(['ANDALAN-BERIMBANG'])
    expect((await world.get(`/reports/sales?${period}&currency=USD`, sari)).body.items).toEqual([])
    expect((await world.get(`/reports/sales?from=2020-01-01&to=${to}`, sari)).status).toBe(400)
    expect((await world.get('/reports/sales', sari)).status).toBe(400)
  })
})

describe('a report as a file', () => {
  test('is an attachment with a line for each line of the report', async () => {
    const [json, csv] = [
      await world.get(`/reports/sales?${period}`, sari),
      await world.get(`/reports/sales.csv?${period}`, sari),
    ]
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toBe(
      `attachment; filename="sales-${from}-${to}.csv"`,
    )
    const lines = csv.text.trim().split('\r\n')
    expect(lines[0]).toContain('Bulan,Relationship manager,Produk')
    expect(lines).toHaveLength(json.body.items.length + 1)
    // crm's name starts with a character that a spreadsheet would run as a formula.
    expect(csv.text).toContain(",'=Rina,")
    for (const kind of ['aum', 'sales', 'investors', 'transactions'])
      for (const language of ['id', 'en']) {
        const { text } = await world.get(
          `/reports/${kind}.csv?${period}&language=${language}`,
          sari,
        )
        expect([kind, rawFormsIn(text), codesIn(text.split(/,|\r\n/))]).toEqual([kind, [], []])
        expect(text).toContain(language === 'id' ? 'Mata uang' : 'Currency')
      }
  })

  test('of Excel has sums that can be added up', async () => {
    const { reply, rows } = await world.sheetOf(`/reports/sales.xlsx?${period}`, sari)
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="sales-${from}-${to}.xlsx"`,
    )
    const [titles = [], first = []] = rows
    expect(first[titles.indexOf('Pembelian')]).toBe(10_000_000)
    expect(first[titles.indexOf('Relationship manager')]).toMatch(/=Rina|Bagus/)
  })
})

describe('a book', () => {
  type Lines = { items: InvestorReportLine[]; count: number }
  const investorsOf = async (query: string, who: Person) =>
    JSON.parse((await world.get(`/reports/investors?${period}${query}`, who)).text) as Lines

  test('shows what each investor holds and did, largest first, by name', async () => {
    const { items, count } = await investorsOf('', sari)
    expect([items.map(({ externalId }) => externalId).toSorted(), count]).toEqual([
      ['EXT-1', 'EXT-2'],
      2,
    ])
    expect(items.find(({ externalId }) => externalId === 'EXT-1')).toMatchObject({
      investorId: KNOWN,
      investorName: 'Siti',
      rmName: '=Rina',
      products: 1,
      inflow: '10000000.00',
      outflow: '0.00',
    })
    expect(Number(items[0]?.value)).toBeGreaterThanOrEqual(Number(items[1]?.value))
    const sum = items.reduce((all, { value }) => all + Number(value), 0)
    const { aum } = (await world.get('/dashboard', sari)).body
    expect(sum).toBeCloseTo(
      (aum?.byRm ?? []).reduce((all, { value }) => all + Number(value), 0),
      0,
    )
    expect((await investorsOf('&limit=1', sari)).count).toBe(2)
    expect((await investorsOf('&currency=USD', sari)).items).toEqual([])
  })

  test('SECURITY 22, 23: of an RM has the own investors only, whatever RM is asked for; of another company none', async () => {
    await investorsOf('', sari)
    for (const query of ['', `&rmId=${BAGUS}`, `&rmId=${RINA}`])
      expect((await investorsOf(query, rina)).items.map(({ externalId }) => externalId)).toEqual([
        'EXT-1',
      ])
    const foreign = await investorsOf('', { id: LINA_OF_B, role: 'company-admin', companyId: B })
    expect(foreign.items.map(({ externalId }) => externalId)).toEqual(['EXT-3'])
    const csv = await world.get(`/reports/investors.csv?${period}&rmId=${BAGUS}`, rina)
    expect([
      csv.text.includes('EXT-1'),
      csv.text.includes('EXT-2'),
      csv.text.trim().split('\r\n').length,
    ]).toEqual([true, false, 2])
  })

  test('SECURITY 63: is a PDF in both languages, in the words of the screens', async () => {
    for (const language of ['id', 'en'] as const) {
      const reply = await fetch(`${world.url}/reports/book.pdf?${period}&language=${language}`, {
        headers: { authorization: `Bearer ${await world.tokenOf(rina)}` },
      })
      expect([
        reply.status,
        reply.headers.get('content-type'),
        reply.headers.get('content-disposition'),
      ]).toEqual([
        200,
        'application/pdf',
        expect.stringMatching(
          /^inline; filename="[\w .]+ (Laporan buku|Book report) LB-[\w-]+ [\d-]+\.pdf"$/,
        ),
      ])
      const text = await pdfText(new Uint8Array(await reply.arrayBuffer()))
      expect(text).toContain(`${formatDate(from, language)} – ${formatDate(to, language)}`)
      for (const line of Object.values(letterhead)) expect(text).toContain(line)
      expect(rawFormsIn(text)).toEqual([])
    }
  })
})

describe('transactions', () => {
  const lines = (body: { items: object[] }) => body.items as TransactionReportLine[]

  test('are those of all RMs, with our investor, filtered and paged', async () => {
    const path = `/reports/transactions?${period}`
    const all = lines((await world.get(path, sari)).body)
    expect(all.map(({ externalId }) => externalId).toSorted()).toEqual(['EXT-1', 'EXT-2'])
    expect(all.find(({ externalId }) => externalId === 'EXT-1')).toMatchObject({
      investorId: KNOWN,
      investorName: 'Siti',
      rmName: '=Rina',
      amount: '10000000.00',
      type: 'SUBSCRIPTION',
    })
    expect(
      lines((await world.get(`${path}&rmId=${BAGUS}`, sari)).body).map(({ rmId }) => rmId),
    ).toEqual([BAGUS])
    expect(
      lines((await world.get(`${path}&productCode=ANDALAN-OBLIGASI`, sari)).body),
    ).toHaveLength(1)
    expect(lines((await world.get(`${path}&type=REDEMPTION`, sari)).body)).toEqual([])
    const first = await world.get(`${path}&limit=1`, sari)
    const { nextCursor } = JSON.parse(first.text) as { nextCursor: string }
    const second = await world.get(`${path}&limit=1&cursor=${nextCursor}`, sari)
    expect([...lines(first.body), ...lines(second.body)].map(({ id }) => id)).toEqual(
      all.map(({ id }) => id),
    )
    expect((JSON.parse(second.text) as { nextCursor: null }).nextCursor).toBeNull()
  })

  test('SECURITY 22, 23: of an RM are the own, whatever RM is asked for; of another company none', async () => {
    await world.get(`/reports/transactions?${period}`, sari)
    for (const query of [period, `${period}&rmId=${BAGUS}`])
      expect(
        lines((await world.get(`/reports/transactions?${query}`, rina)).body).map(
          ({ rmId }) => rmId,
        ),
      ).toEqual([RINA])
    const foreign = await world.get(`/reports/transactions?${period}`, {
      id: LINA_OF_B,
      role: 'company-admin',
      companyId: B,
    })
    expect(lines(foreign.body).map(({ externalId }) => externalId)).toEqual(['EXT-3'])
    const csv = await world.get(`/reports/transactions.csv?${period}&rmId=${BAGUS}`, rina)
    expect([
      csv.text.includes('EXT-1'),
      csv.text.includes('EXT-2'),
      csv.text.trim().split('\r\n').length,
    ]).toEqual([true, false, 2])
  })
})
