// Bib as tests of what goes wrong with it see it: its fault switches, what it holds, and what we make of what it says.
import { createBib } from '@rmtools/bib/client'
import { instructionStatuses, type Instruction } from '@rmtools/contracts/crm/instructions'
import { expect } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import type { System } from '../system.ts'
import { approve } from '../tour/instruction.ts'
import { kyc, type Registered } from '../tour/kyc.ts'
import type { Stage } from '../tour/stage.ts'
import { stageAt } from '../tour/walk.ts'
import { asOwner } from './books.ts'

const TENANT = 'NUSANTARA'
export type Fault = { on: boolean; times?: number; match?: string; ms?: number }
export type Messages = Record<string, number>

/** The simulator of an installation. */
export function bibOf({ note }: System) {
  const bib = createBib({ baseUrl: note.bibUrl, apiKey: note.bibApiKey, tenant: TENANT })
  const control = async <R>(method: string, path: string, body?: object): Promise<R> => {
    const headers = { authorization: `Bearer ${note.bibApiKey}`, ...(body ? { 'content-type': 'application/json' } : {}) }
    const reply = await fetch(`${note.bibUrl}/_control/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as R
  }
  return {
    switchFaults: async (faults: Record<string, Fault>) => await control<object>('PUT', 'faults', faults),
    clearFaults: async () => await control<object>('DELETE', 'faults'),
    /** How many messages are in which state. */
    messages: async () => (await control<{ messages: Messages }>('GET', 'state')).messages,
    investors: async (sourceId: string) => (await bib.internal.findInvestors({ sourceId })).items,
    instructions: async (sourceId: string) => (await bib.internal.findInstructions({ sourceId })).items,
    [Symbol.asyncDispose]: async () => await bib.close(),
  }
}
export type BibControl = ReturnType<typeof bibOf>

/** A stage for the chapters of the tour. */
export const quietStage = ({ url, note }: System): Stage => stageAt(url, { url: note.bibUrl, apiKey: note.bibApiKey }, () => undefined)

/** An investor with full KYC, approved and registered at Bib. */
export async function register(system: System, rm: Caller): Promise<Registered> {
  return await kyc(quietStage(system), rm)
}

/** A subscription that the investor has signed. */
export async function sign(system: System, rm: Caller, investor: Registered): Promise<Instruction> {
  const { items } = await rm.api.products.list({ type: 'MONEY_MARKET' })
  const productCode = items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')?.code ?? ''
  const asked = new Date()
  const created = await rm.api.instructions.create({
    investorId: investor.id,
    type: 'subscription',
    productCode,
    amount: '25000000',
    factSheetOffered: true,
  })
  await approve(quietStage(system), investor, asked)
  return created
}

/** Waits until an instruction has gone as far as Bib takes it by itself: the money has gone to the manager. */
export async function carriedOut(rm: Caller, id: string): Promise<Instruction> {
  return await eventually('the instruction to be carried out', async () => {
    const { instruction } = await rm.api.instructions.get({ id })
    return instruction.status === 'sent-to-manager' && instruction
  })
}

/** Bib has each once, and our time lines tell each step once and in order. */
export async function expectOnceAndInOrder(bib: BibControl, rm: Caller, ids: { investorId: string; instructionId: string }): Promise<void> {
  expect((await bib.investors(ids.investorId)).length).toBe(1)
  expect((await bib.instructions(ids.instructionId)).length).toBe(1)
  const { events } = await rm.api.instructions.get({ id: ids.instructionId })
  const steps = events.map(({ status }) => status)
  expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => instructionStatuses.indexOf(a) - instructionStatuses.indexOf(b)))
  const told = (await rm.api.notifications.list({ limit: 100 })).items.filter(({ link }) =>
    Object.values(ids).some((id) => link?.includes(id)),
  )
  const lines = told.map(({ kind, link }) => `${kind} ${link}`)
  expect([lines.length > 0, lines]).toEqual([true, [...new Set(lines)]])
}

/** Jobs that wait for their next try are tried now, as when an operator replays them. */
export async function hurry(system: System): Promise<void> {
  await asOwner(system, async (owner) => {
    await owner.query(
      'update crm_jobs._private_jobs set run_at = now() where locked_at is null and attempts between 1 and max_attempts - 1',
    )
  })
}
