// The data of one-figure.test.ts, and the functions of both apps that calculate from them.
import { parseCsv } from 'hucre/csv'
import { streamXlsxRows } from 'hucre/xlsx'
import { expect } from 'vitest'
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
} from '@rmtools/contracts/bff/report-lines'
import { total } from '@rmtools/contracts/decimals'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { createBffWorld } from '../testing/bff-world.ts'
import { A, BAGUS, LINA_OF_B, RINA, SARI, type Person } from '../testing/people.ts'

// The figures that the apps calculate, loaded by path: the apps are separate workspaces, one with
// its own compiler.
export type InApp = { value: string; count: number; inflow: string; outflow: string }
type AppFigures = {
  aumByDate(lines: readonly AumReportLine[], day: string): InApp[]
  aumByProduct(lines: readonly AumReportLine[], day: string): InApp[]
  aumByInvestor(lines: readonly InvestorReportLine[]): InApp[]
  salesByMonth(lines: readonly SalesReportLine[]): InApp[]
  salesByProduct(lines: readonly SalesReportLine[]): InApp[]
}
type Sums = {
  subscriptions: string
  redemptions: string
  net: string
  fees: string
  transactions: number
}
type Held = { value: string; share: string }
type ConsoleFigures = {
  aumTables(
    lines: readonly AumReportLine[],
    by: 'month' | 'product' | 'rm',
    day: string,
  ): { rows: Held[]; total: Held }[]
  salesTables(
    lines: readonly SalesReportLine[],
    by: 'month' | 'product' | 'rm',
  ): { rows: Sums[]; total: Sums }[]
}
const inApps = (path: string) => new URL(`../../../../apps/${path}`, import.meta.url).href
export const { aumByDate, aumByInvestor, aumByProduct, salesByMonth, salesByProduct } =
  (await import(inApps('mobile/src/reports/figures.ts'))) as AppFigures
export const { aumTables, salesTables } = (await import(
  inApps('admin/src/reports/sums.ts')
)) as ConsoleFigures

export const rina: Person = { id: RINA, role: 'rm' }
export const sari: Person = { id: SARI, role: 'company-admin' }
export const KNOWN = '0199a000-0000-7000-8000-0000000000c1'
export const to = TEST_START.toISOString().slice(0, 10)
// As many months as the home screen shows.
export const from = '2025-12-01'
export const period = `from=${from}&to=${to}`

const deal = (type: string, productCode: string, date: string, amount: string) => ({
  type,
  productCode,
  date,
  amount,
})
const holder = (tenant: string, rmId: string, externalId: string, transactions: object[]) => ({
  tenant,
  rmId,
  externalId,
  sourceId: `source-${externalId}`,
  sid: null,
  ifua: null,
  transactions,
})

/** Starts bff, with companies, currencies, switches, redemptions and a pending order. */
export async function createFigureWorld() {
  const world = await createBffWorld()
  world.known.push({ id: KNOWN, companyId: A, rmId: RINA, externalId: 'EXT-1' })
  world.simulator.control.seed({
    investors: [
      holder('TENANT-A', RINA, 'EXT-1', [
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-01-12', '3333333.33'),
        deal('SUBSCRIPTION', 'ANDALAN-OBLIGASI', '2026-02-10', '3333333.33'),
        deal('SUBSCRIPTION', 'ANDALAN-BERIMBANG', '2026-11-03', '3333333.33'),
        {
          ...deal('SWITCHING', 'ANDALAN-KAS', '2026-11-04', '1000000'),
          targetProductCode: 'ANDALAN-OBLIGASI',
        },
        deal('REDEMPTION', 'ANDALAN-OBLIGASI', '2026-11-05', '777777.77'),
        deal('SUBSCRIPTION', 'ELANG-DOLAR', '2026-03-10', '1234.56'),
      ]),
      // Sold off in another currency: from June the book has nothing in it.
      holder('TENANT-A', RINA, 'EXT-2', [
        deal('SUBSCRIPTION', 'DHARMA-DOLAR', '2026-02-10', '5000'),
        { type: 'REDEMPTION', productCode: 'DHARMA-DOLAR', date: '2026-06-10', all: true },
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-10-12', '250000'),
      ]),
      holder('TENANT-A', BAGUS, 'EXT-3', [
        deal('SUBSCRIPTION', 'DHARMA-GLOBAL', '2026-02-10', '9000'),
        { type: 'REDEMPTION', productCode: 'DHARMA-GLOBAL', date: '2026-09-10', all: true },
      ]),
      holder('TENANT-B', LINA_OF_B, 'EXT-9', [
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-02-10', '99999999'),
      ]),
    ],
  } as never)
  world.reserved.set(KNOWN, [
    {
      instructionId: KNOWN,
      productCode: 'ANDALAN-OBLIGASI',
      amount: null,
      units: '10.0000',
      allUnits: false,
      isAtBib: false,
      sentAt: null,
    },
  ])
  const json = async <T>(path: string, who: Person) =>
    JSON.parse((await world.get(path, who)).text) as T
  const bytesOf = async (path: string, who: Person): Promise<Uint8Array> => {
    const reply = await fetch(`${world.url}${path}`, {
      headers: { authorization: `Bearer ${await world.tokenOf(who)}` },
    })
    expect([path, reply.status]).toEqual([path, 200])
    return new Uint8Array(await reply.arrayBuffer())
  }
  /**
   * The figures of a column of a CSV file, as an Indonesian screen formats them, and of an Excel
   * file.
   */
  const columns = async (
    kind: string,
    title: string,
    query: string,
    who: Person,
  ): Promise<{ csv: string[]; xlsx: string[]; dates: string[] }> => {
    const [head = [], ...lines] = parseCsv(
      (await world.get(`/reports/${kind}.csv?${query}`, who)).text,
    )
    const rows: unknown[][] = []
    for await (const { values } of streamXlsxRows(
      await bytesOf(`/reports/${kind}.xlsx?${query}`, who),
    ))
      rows.push([...values])
    const [titles = [], ...cells] = rows
    const plain = (written: unknown) =>
      Number(String(written).replaceAll('.', '').replace(',', '.')).toFixed(2)
    return {
      csv: lines.map((line) => plain(line[head.indexOf(title)])),
      xlsx: cells.map((line) => Number(line[titles.indexOf(title)]).toFixed(2)),
      dates: lines.map((line) => String(line[0])),
    }
  }
  return { ...world, json, bytesOf, columns }
}
export type FigureWorld = Awaited<ReturnType<typeof createFigureWorld>>

export const sumOf = (values: readonly string[]) => total(values.length === 0 ? ['0.00'] : values)
export type Report<L> = { asOf: string; items: L[] }
