// Bib for tests of its failures: its fault switches, its data, and what we derive from it.
import { createBib } from '@rmtools/bib/client'
import { instructionStatuses, type Instruction } from '@rmtools/contracts/crm/instructions'
import { expect } from 'vitest'
import { bibControl } from '../bib-control.ts'
import { eventually, type Caller } from '../caller.ts'
import type { System } from '../system.ts'
import { approve } from '../tour/answering.ts'
import {
  addPapers,
  approveCase,
  submit,
  untilRegistered,
  whatFor,
  whoIs,
  type Person,
} from '../tour/papers.ts'
import { newPerson, type Stage } from '../tour/stage.ts'
import { stageAt } from '../tour/walk.ts'
import { asOwner } from './books.ts'

const TENANT = 'NUSANTARA'

/** The simulator of an installation: its switches, and its records by our ids. */
export function bibOf({ note }: System) {
  const bib = createBib({ baseUrl: note.bibUrl, apiKey: note.bibApiKey, tenant: TENANT })
  const control = bibControl({ url: note.bibUrl, apiKey: note.bibApiKey })
  return {
    switchFaults: control.setFaults,
    clearFaults: control.clearFaults,
    /** The number of messages by state. */
    messages: async () => (await control.state()).messages,
    investors: async (sourceId: string) => (await bib.internal.findInvestors({ sourceId })).items,
    instructions: async (sourceId: string) =>
      (await bib.internal.findInstructions({ sourceId })).items,
    [Symbol.asyncDispose]: async () => await bib.close(),
  }
}
export type BibControl = ReturnType<typeof bibOf>

/** A stage for the chapters of the tour. */
export const quietStage = ({ url, note }: System): Stage =>
  stageAt(url, { url: note.bibUrl, apiKey: note.bibApiKey }, () => undefined)

export type RegisteredPerson = Person & { id: string }

/** An investor with full KYC, approved by the back office: the rest is up to the worker and Bib. */
export async function approvedCase(stage: Stage, rm: Caller): Promise<RegisteredPerson> {
  const person = newPerson('Siti Rahmawati')
  const { id, version } = await rm.api.investors.create({ kind: 'individual', ...person })
  const half = await rm.api.investors.saveKyc({
    id,
    version,
    verificationMethod: 'in-person',
    individual: whoIs(true),
  })
  await rm.api.investors.saveKyc({ id, version: half.version, individual: whatFor() })
  await addPapers(rm, id, { kind: 'individual', fullName: person.fullName })
  await submit(stage, rm, id)
  await approveCase(stage, id)
  return { id, ...person }
}

/** An investor registered at Bib. */
export async function registered(stage: Stage, rm: Caller): Promise<RegisteredPerson> {
  const investor = await approvedCase(stage, rm)
  await untilRegistered(rm, investor.id)
  return investor
}

/** A subscription that the investor has signed; returns its id. */
export async function signed(
  stage: Stage,
  rm: Caller,
  investor: RegisteredPerson,
): Promise<string> {
  const { items } = await rm.api.products.list({ type: 'MONEY_MARKET' })
  const productCode =
    items.find(({ currency, status }) => currency === 'IDR' && status === 'ACTIVE')?.code ?? ''
  const asked = new Date()
  const order = {
    investorId: investor.id,
    type: 'subscription',
    productCode,
    amount: '25000000',
    factSheetOffered: true,
    confirmDuplicate: true,
  } as const
  const { id } = await rm.api.instructions.create(order)
  await approve(stage, investor, asked)
  return id
}

/**
 * Waits until Bib has processed an instruction as far as it does without further input: the money
 * has gone to the manager.
 */
export async function carriedOut(rm: Caller, id: string): Promise<Instruction> {
  return await eventually('the instruction to be carried out', async () => {
    const { instruction } = await rm.api.instructions.get({ id })
    return instruction.status === 'sent-to-manager' && instruction
  })
}

/** Bib has each record once, and our time lines have each step once and in order. */
export async function expectOnceAndInOrder(
  bib: BibControl,
  rm: Caller,
  ids: { investorId: string; instructionId: string },
): Promise<void> {
  expect((await bib.investors(ids.investorId)).length).toBe(1)
  expect((await bib.instructions(ids.instructionId)).length).toBe(1)
  const { events } = await rm.api.instructions.get({ id: ids.instructionId })
  const steps = events.map(({ status }) => status)
  expect(steps).toEqual(
    [...new Set(steps)].toSorted(
      (a, b) => instructionStatuses.indexOf(a) - instructionStatuses.indexOf(b),
    ),
  )
  const told = (await rm.api.notifications.list({ limit: 100 })).items.filter(({ link }) =>
    Object.values(ids).some((id) => link?.includes(id)),
  )
  const lines = told.map(({ kind, link }) => `${kind} ${link}`)
  expect([lines.length > 0, lines]).toEqual([true, [...new Set(lines)]])
}

/** Makes jobs that wait for a retry due now, as when an operator replays them. */
export async function runJobsNow(system: System): Promise<void> {
  await asOwner(system, async (owner) => {
    await owner.query(
      'update crm_jobs._private_jobs set run_at = now() where locked_at is null and attempts between 1 and max_attempts - 1',
    )
  })
}
