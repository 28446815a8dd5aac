// crm with Bib's simulator, clients who hold units, and the jobs that make their statements.
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createSimulator } from '@rmtools/bib/simulator/simulator'
import { testClock } from '@rmtools/kit/testing-clock'
import { company, createCrmWorld, otherCompany, people, TENANT } from '../../testing/crm-world.ts'

type Message = { id: string; to: string; channel: string; text: string }
type Wanted = { companyId: string; investorId: string; month: string }
type Batch = { companyId: string; month: string; after: string | null }

const tenants = { [company]: TENANT, [otherCompany]: 'APERD02' }
const rms = { [company]: people.rina.id, [otherCompany]: people.fajar.id }
export const deal = {
  type: 'SUBSCRIPTION',
  productCode: 'ANDALAN-KAS',
  date: '2026-11-10',
  amount: '5000000',
} as const

/** Starts it on 1 December 2026, 08:30 WIB. Both companies send statements. */
export async function createStatementsWorld() {
  const wall = testClock()
  const simulator = await createSimulator({
    apiKey: 'test-key',
    tickMs: 10,
    wallClock: () => wall.now().getTime(),
  })
  const world = await createCrmWorld(simulator.url)
  const { rows, time, work } = world
  let serial = 0

  async function reset(): Promise<void> {
    simulator.control.clearFaults()
    await rm(join(world.folder, 'statements'), { recursive: true, force: true })
    await rows('delete from crm_jobs._private_jobs')
    await rows('delete from crm_bib.investor')
    await rows(
      `update crm_bib.known_company set settings = coalesce(settings, '{}') || '{"monthlyStatement": "on", "quietFrom": "21:00", "legalName": "PT Samudra Sekuritas", "licenceNumber": "KEP-12/PM.02/2019"}'`,
    )
    moveTo('2026-12-01')
  }
  function moveTo(date: string): void {
    const at = new Date(`${date}T08:30:00+07:00`)
    // Bib's clock only goes forward.
    if (at > simulator.clock.now()) simulator.clock.advanceTo(at)
    time.now = at
  }

  /** A registered client with these deals at Bib. */
  async function client(
    transactions: readonly object[] = [deal],
    companyId: typeof company | typeof otherCompany = company,
  ): Promise<string> {
    const id = crypto.randomUUID()
    const externalId = `BIB-${++serial}`
    const sid = `IDD190700${String(serial).padStart(6, '0')}`
    simulator.control.seed({
      investors: [
        {
          tenant: tenants[companyId] ?? '',
          sourceId: id,
          rmId: rms[companyId] ?? '',
          externalId,
          sid,
          ifua: `IF${serial}`,
          name: 'Siti Rahmawati',
          transactions: transactions as never,
        },
      ],
    })
    await rows(
      `insert into crm_bib.investor (id, company_id, rm_id, kind, status, display_name, email, phone, external_id)
       values ($1, $2, $3, 'individual', 'registered', 'Siti Rahmawati', 'siti@mail.example', '+6281200000099', $4)`,
      [id, companyId, rms[companyId], externalId],
    )
    return id
  }

  /** The morning's look, and all batches that follow. */
  async function look(): Promise<void> {
    await work('statements-due')
    for (;;) {
      const batches = await take<Batch>('statement.batch')
      if (batches.length === 0) return
      for (const batch of batches) await work('statement.batch', batch)
    }
  }
  async function take<Payload extends object>(task: string): Promise<Payload[]> {
    const jobs = await world.jobs<Payload>(task)
    await rows('delete from crm_jobs._private_jobs where id = any($1)', [jobs.map(({ id }) => id)])
    return jobs.map(({ payload }) => payload)
  }
  const queued = async () => (await world.jobs<Wanted>('statement.make')).map((job) => job.payload)

  /** The look, and every statement that it queued. */
  async function run(): Promise<void> {
    await look()
    for (const wanted of await take<Wanted>('statement.make')) await work('statement.make', wanted)
  }
  return {
    ...world,
    simulator,
    reset,
    moveTo,
    client,
    look,
    take,
    queued,
    run,
    make: async (wanted: Wanted) => await work('statement.make', wanted),
    statements: async () =>
      await rows<{ investor_id: string; month: string; state: string; key_id: string | null }>(
        `select id, investor_id, month::text, state, key_id from crm_bib.client_statement order by month, investor_id`,
      ),
    files: async (kind: string) =>
      await readdir(join(world.folder, kind)).catch((): string[] => []),
    /** A file that a killed worker left behind. */
    async lay(key: string): Promise<void> {
      const path = join(world.folder, key)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, 'x')
    },
    /** Makes all stored statements as old as the nightly check wants them. */
    async age(): Promise<void> {
      const long = new Date('2026-11-01T00:00:00Z')
      for (const name of await readdir(join(world.folder, 'statements')))
        await utimes(join(world.folder, 'statements', name), long, long)
    },
    messages: async () => (await world.jobs<Message>('message')).map(({ payload }) => payload),
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}
export type StatementsWorld = Awaited<ReturnType<typeof createStatementsWorld>>
