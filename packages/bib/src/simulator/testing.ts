// A simulator with a client and a receiver of its events, for tests.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { testClock } from '@rmtools/kit/testing-clock'
import { createBib, type BibLimits } from '../client.ts'
import { decodePush, PoisonMessage, type BibEvent, type PushBody } from '../events.ts'
import type { InstructionRecord, InstructionSubmission, InvestorRecord } from '../internal.ts'
import { exchangeDayAfter, wibDate, wibInstant } from './calendar.ts'
import { sampleInstruction, sampleInvestor } from './samples.ts'
import { createSimulator, type SimulatorConfig } from './simulator.ts'

export const TENANT = 'APERD01'
export const API_KEY = 'test-key'
export const AUDIENCE = 'https://rmtools.test/crm/bib/events'

/** Waits until `probe` returns a value; fails after three seconds. */
export async function until<T>(
  what: string,
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
): Promise<T> {
  const end = Date.now() + 3000
  for (;;) {
    const found = await probe()
    if (found !== undefined && found !== null && found !== false) return found
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

export type Delivery = {
  body: PushBody
  headers: IncomingHttpHeaders
  event: BibEvent | undefined
  status: number
}

/** Collects pushes; `respond` chooses the status of each response. */
export async function startSink() {
  const deliveries: Delivery[] = []
  const sink = {
    deliveries,
    respond: (_delivery: Omit<Delivery, 'status'>): number => 204,
    url: '',
    close: () => server.close(),
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as PushBody
      const delivery = { body, headers: request.headers, event: eventOf(body) }
      const status = sink.respond(delivery)
      deliveries.push({ ...delivery, status })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  sink.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/crm/bib/events`
  return sink
}

function eventOf(body: PushBody): BibEvent | undefined {
  try {
    return decodePush(body).event
  } catch (error) {
    if (error instanceof PoisonMessage) return undefined
    throw error
  }
}

/** A simulator that pushes to the sink, at 09:00 WIB of an exchange day. */
async function startAtNine(
  sink: Awaited<ReturnType<typeof startSink>>,
  config: Partial<SimulatorConfig>,
) {
  const wall = testClock()
  const push = { backoffMs: 2, maxBackoffMs: 10, maxAttempts: 4, timeoutMs: 2000 }
  const simulator = await createSimulator({
    apiKey: API_KEY,
    tickMs: 2,
    pushUrl: sink.url,
    pushAudience: AUDIENCE,
    push,
    wallClock: () => wall.now().getTime(),
    ...config,
  })
  const first = exchangeDayAfter(wibDate(simulator.clock.now().getTime()))
  simulator.clock.advanceTo(new Date(wibInstant(first, '09:00')))
  // No test is about the NAV that is published until then.
  await until(
    'a quiet start',
    () => simulator.control.messages({ state: 'pending', limit: 1 }).length === 0,
  )
  sink.deliveries.length = 0
  return simulator
}

/** Starts all three at 09:00 WIB of an exchange day, with steps of two milliseconds. */
export async function startBench(config: Partial<SimulatorConfig> = {}, limits: BibLimits = {}) {
  const sink = await startSink()
  const simulator = await startAtNine(sink, config)
  const bib = createBib({ baseUrl: simulator.url, apiKey: API_KEY, tenant: TENANT }, limits)
  const eventsOf = (id: string) =>
    sink.deliveries.flatMap(({ event, status }) =>
      event?.aggregateId === id && status < 300 ? [event] : [],
    )
  let count = 0

  async function investorUntil(
    sourceId: string,
    isDone: (record: InvestorRecord) => boolean,
  ): Promise<InvestorRecord> {
    return until(`investor ${sourceId}`, async () =>
      (await bib.internal.findInvestors({ sourceId })).items.find(isDone),
    )
  }

  async function registered(name?: string): Promise<InvestorRecord & { externalId: string }> {
    const sourceId = `investor-${++count}`
    await bib.internal.createInvestor(sampleInvestor(sourceId, TENANT, name))
    const record = await investorUntil(sourceId, ({ status }) => status === 'SID_CREATED')
    return { ...record, externalId: record.externalId ?? '' }
  }

  async function instructionUntil(
    sourceId: string,
    ...statuses: InstructionRecord['status'][]
  ): Promise<InstructionRecord> {
    return until(`${sourceId} ${statuses.join()}`, async () =>
      (await bib.internal.findInstructions({ sourceId })).items.find(({ status }) =>
        statuses.includes(status),
      ),
    )
  }

  /** Sends an instruction for today's NAV and returns its source id. */
  async function instruct(
    externalId: string,
    wanted: Partial<InstructionSubmission> = {},
  ): Promise<string> {
    const sourceId = wanted.sourceId ?? `instruction-${++count}`
    const expectedNavDate = wibDate(simulator.clock.now().getTime())
    await bib.internal.createInstruction(
      sampleInstruction({ expectedNavDate, ...wanted, sourceId, tenant: TENANT, externalId }),
    )
    return sourceId
  }

  /** An investor who holds ten million rupiah of ANDALAN-OBLIGASI. */
  async function holder(name?: string) {
    const investor = await registered(name)
    const sourceId = await instruct(investor.externalId, {
      productCode: 'ANDALAN-OBLIGASI',
      amount: '10000000.00',
    })
    await instructionUntil(sourceId, 'SENT_TO_IM')
    nextMorning()
    await instructionUntil(sourceId, 'ALLOCATED')
    return investor
  }

  /** 09:00 of the next exchange day: after publication, before the cut-off. */
  function nextMorning(days = 1): void {
    simulator.clock.advanceTo(
      new Date(
        wibInstant(exchangeDayAfter(wibDate(simulator.clock.now().getTime()), days), '09:00'),
      ),
    )
  }

  async function close(): Promise<void> {
    await bib.close()
    await simulator.close()
    sink.close()
  }
  const today = () => wibDate(simulator.clock.now().getTime())
  return {
    simulator,
    bib,
    sink,
    today,
    eventsOf,
    investorUntil,
    registered,
    instructionUntil,
    instruct,
    holder,
    nextMorning,
    close,
  }
}
export type Bench = Awaited<ReturnType<typeof startBench>>
