// crm and Bib's simulator, which delivers its events to crm and loses them on request.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, vi } from 'vitest'
import { createBib } from '@rmtools/bib/client'
import { sampleInvestor } from '@rmtools/bib/simulator/samples'
import { createSimulator } from '@rmtools/bib/simulator/simulator'
import { testClock } from '@rmtools/kit/testing-clock'
import { addInvestor, createCrmWorld, TENANT, type CrmWorld } from '../testing/crm-world.ts'

/** Starts both. */
export async function createReconciliationWorld() {
  const broker = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on(
      'end',
      () =>
        void deliver(world, request.headers.authorization, Buffer.concat(chunks)).then((status) =>
          response.writeHead(status).end(),
        ),
    )
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  const pushUrl = `http://127.0.0.1:${(broker.address() as AddressInfo).port}`
  const wall = testClock()
  const wallClock = () => wall.now().getTime()
  const simulator = await createSimulator({
    apiKey: 'test-key',
    tickMs: 2,
    pushUrl,
    pushAudience: 'rmtools-crm',
    push: { backoffMs: 5 },
    wallClock,
  })
  const world = await createCrmWorld(simulator.url)
  const bib = createBib({ baseUrl: simulator.url, apiKey: 'test-key', tenant: TENANT })
  const investorHere = async (id: string) =>
    (
      await world.rows<{
        status: string
        sid: string | null
        external_id: string | null
        bib_sequence: string
      }>('select * from crm_bib.investor where id = $1', [id])
    )[0]
  const instructionHere = async (id: string) =>
    (
      await world.rows<{ status: string; bib_reference: string | null }>(
        'select * from crm_bib.instruction where id = $1',
        [id],
      )
    )[0]
  const atBib = async (sourceId: string) =>
    (await bib.internal.findInvestors({ sourceId })).items[0]
  return {
    ...world,
    simulator,
    bib,
    investorHere,
    instructionHere,
    atBib,
    /** Requests a comparison, runs it, and returns what it found. */
    reconcile: async () => {
      const { id } = await world.as('ani').reconciliations.start()
      for (const { payload } of await world.jobs('bib.reconcile'))
        await world.work('bib.reconcile', payload)
      await world.rows('delete from crm_jobs._private_jobs')
      return await world.as('ani').reconciliations.get({ id })
    },
    /** An investor who was sent to Bib and got a SID there; events that match `losing` are lost. */
    handedOver: async (losing?: string): Promise<string> => {
      const id = crypto.randomUUID()
      await addInvestor(world, { id, status: 'syncing' })
      if (losing !== undefined)
        simulator.control.setFaults({ lostEvents: { on: true, match: losing } })
      await bib.internal.createInvestor(sampleInvestor(id, TENANT))
      await vi.waitFor(async () => expect((await atBib(id))?.status).toBe('SID_CREATED'), {
        timeout: 5000,
      })
      await vi.waitFor(
        () => expect(simulator.control.messages({ state: 'pending', orderingKey: id })).toEqual([]),
        { timeout: 5000 },
      )
      return id
    },
    /** Clears faults, reports and jobs of the test before. */
    startAnew: async () => {
      simulator.control.clearFaults()
      await world.rows(
        'delete from crm_bib.reconciliation_report; delete from crm_jobs._private_jobs',
      )
    },
    async [Symbol.asyncDispose]() {
      await bib.close()
      await simulator.close()
      await world[Symbol.asyncDispose]()
      broker.close()
    },
  }
}
export type ReconciliationWorld = Awaited<ReturnType<typeof createReconciliationWorld>>

async function deliver(
  world: CrmWorld,
  authorization: string | undefined,
  body: Buffer,
): Promise<number> {
  const reply = await world.service.call('bibEvents.push', {
    url: '/crm/bib/events',
    params: {},
    query: {},
    headers: { ...(authorization ? { authorization } : {}), 'content-type': 'application/json' },
    body,
    requestId: crypto.randomUUID(),
    ip: null,
    isTrusted: true,
  })
  return reply.status
}
