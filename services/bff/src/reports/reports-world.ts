// bff with an investor of each of three RMs at Bib, two of them of company A.
import { streamXlsxRows } from 'hucre/xlsx'
import { createBffWorld, seedInvestor } from '../testing/bff-world.ts'
import { A, BAGUS, LINA_OF_B, RINA, type Person } from '../testing/people.ts'

/** The investor of Rina, whom crm knows. */
export const KNOWN = '0199a000-0000-7000-8000-0000000000c1'

/** Starts it. */
export async function createReportsWorld() {
  const world = await createBffWorld()
  world.known.push({ id: KNOWN, companyId: A, rmId: RINA, externalId: 'EXT-1' })
  for (const [tenant, rmId, externalId, productCode] of [
    ['TENANT-A', RINA, 'EXT-1', 'ANDALAN-BERIMBANG'],
    ['TENANT-A', BAGUS, 'EXT-2', 'ANDALAN-OBLIGASI'],
    ['TENANT-B', LINA_OF_B, 'EXT-3', 'ANDALAN-BERIMBANG'],
  ] as const)
    seedInvestor(world.simulator, { tenant, rmId, externalId, productCode })

  /** The rows of an Excel file, the header first. */
  async function sheetOf(path: string, who: Person) {
    const reply = await fetch(`${world.url}${path}`, {
      headers: { authorization: `Bearer ${await world.tokenOf(who)}` },
    })
    const rows = []
    for await (const { values } of streamXlsxRows(new Uint8Array(await reply.arrayBuffer())))
      rows.push(values)
    return { reply, rows }
  }
  return { ...world, sheetOf }
}
export type ReportsWorld = Awaited<ReturnType<typeof createReportsWorld>>
