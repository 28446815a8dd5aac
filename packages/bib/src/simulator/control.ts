// Control operations of the simulator for developers and tests: its clock, faults and data.
import { recordOf } from '@rmtools/contracts/keys'
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import { Instant, Money, Text } from '@rmtools/contracts/fields'
import { invalidInput, notFound, Problem, wrongState } from '@rmtools/contracts/problem'
import { InstructionRecord, InvestorRecord } from '../internal.ts'
import { ExternalId, SourceId, Tenant } from '../terms.ts'
import type { Answers } from './answers.ts'
import { faultNames, FaultSetting, type FaultName } from './faults.ts'
import { carriedTo, carryOut } from './instructions.ts'
import { investorByExternal, mergeInvestor } from './investors.ts'
import { pay } from './money.ts'
import { seed, SeedBody } from './seed.ts'
import { announcingStatus } from './shelf.ts'
import type { World } from './world.ts'

export const FaultSettings = Shape(recordOf(faultNames, () => Type.Optional(FaultSetting)))
export type FaultSettings = Partial<Record<FaultName, FaultSetting>>

const count = Type.Integer({ minimum: 0 })
export const State = Shape({
  now: Instant,
  publishedThrough: Text(10),
  faults: Type.Record(Type.String(), FaultSetting),
  investors: count,
  instructions: Type.Record(Type.String(), count),
  transactions: count,
  plannedJobs: count,
  messages: Type.Record(Type.String(), count),
})
export type State = Static<typeof State>

const messageStates = ['pending', 'delivered', 'dead', 'lost', 'held'] as const
export const Message = Shape({
  messageId: Text(20),
  orderingKey: Text(64),
  state: OneOf(messageStates),
  attempts: count,
  lastError: Nullable(Type.String()),
  data: Type.String(),
})
export type Message = Static<typeof Message>

export const control = {
  state: endpoint({
    method: 'GET',
    path: '/_control/state',
    summary: 'Clock, faults and counts',
    access: 'service',
    reply: State,
  }),
  moveClock: endpoint({
    method: 'POST',
    path: '/_control/clock',
    summary: 'Move the clock forward; everything that falls due happens, in order',
    access: 'service',
    body: Shape({
      advanceTo: Type.Optional(Instant),
      advanceDays: Type.Optional(Type.Number({ minimum: 0, maximum: 3660 })),
      advanceHours: Type.Optional(Type.Number({ minimum: 0, maximum: 87_840 })),
    }),
    reply: State,
    problems: [wrongState],
  }),
  setFaults: endpoint({
    method: 'PUT',
    path: '/_control/faults',
    summary: 'Set faults; faults that are not named keep their state',
    access: 'service',
    body: FaultSettings,
    reply: State,
  }),
  clearFaults: endpoint({
    method: 'DELETE',
    path: '/_control/faults',
    summary: 'Switch all faults off',
    access: 'service',
    reply: State,
  }),
  clearFault: endpoint({
    method: 'DELETE',
    path: '/_control/faults/{name}',
    summary: 'Switch one fault off',
    access: 'service',
    params: Shape({ name: OneOf(faultNames) }),
    reply: State,
  }),
  seed: endpoint({
    method: 'POST',
    path: '/_control/seed',
    summary: 'Take in investors with their history, without events',
    access: 'service',
    body: SeedBody,
    reply: Shape({ investors: count, transactions: count }),
  }),
  messages: endpoint({
    method: 'GET',
    path: '/_control/messages',
    summary: 'The newest messages, oldest first',
    access: 'service',
    query: Shape({
      state: Type.Optional(OneOf(messageStates)),
      orderingKey: Type.Optional(Text(64)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
    }),
    reply: Shape({ items: Type.Array(Message) }),
  }),
  redeliver: endpoint({
    method: 'POST',
    path: '/_control/messages/{messageId}/redeliver',
    summary: 'Push a message again, whatever its state',
    access: 'service',
    params: Shape({ messageId: Text(20) }),
    reply: Shape({ messageId: Text(20) }),
  }),
  carryOut: endpoint({
    method: 'POST',
    path: '/_control/carry-out',
    summary: 'Process one instruction as the coming days would; the clock does not move',
    access: 'service',
    body: Shape({ tenant: Tenant, sourceId: SourceId, until: OneOf(carriedTo) }),
    reply: InstructionRecord,
    problems: [notFound],
  }),
  pay: endpoint({
    method: 'POST',
    path: '/_control/pay',
    summary:
      'Somebody pays for an instruction now: the investor what is missing, unless another is said',
    access: 'service',
    body: Shape({
      tenant: Tenant,
      sourceId: SourceId,
      amount: Type.Optional(Money),
      payerName: Type.Optional(Text(150)),
    }),
    reply: InstructionRecord,
    problems: [notFound],
  }),
  merge: endpoint({
    method: 'POST',
    path: '/_control/merge',
    summary: 'Give an investor another external id, as Bib does with duplicates',
    access: 'service',
    body: Shape({ tenant: Tenant, externalId: ExternalId }),
    reply: InvestorRecord,
  }),
}

const DAY_MS = 86_400_000

/** The handlers of the control operations. */
export function controlAnswers(world: World): Answers<typeof control> {
  const { store, clock, faults } = world
  const switching = (change: () => void) => {
    store.transaction(() => announcingStatus(world, change))
    return stateOf(world)
  }
  return {
    state: () => stateOf(world),
    moveClock: ({ advanceTo, advanceDays, advanceHours }) => {
      if ([advanceTo, advanceDays, advanceHours].filter((way) => way !== undefined).length !== 1)
        throw new Problem(invalidInput, {
          detail: 'Give one of advanceTo, advanceDays, advanceHours',
        })
      const step = (advanceDays ?? 0) * DAY_MS + (advanceHours ?? 0) * 3_600_000
      const target = advanceTo === undefined ? clock.now() + step : Date.parse(advanceTo)
      if (target < clock.now())
        throw new Problem(wrongState, { detail: 'The clock cannot go back' })
      clock.advanceTo(target)
      return stateOf(world)
    },
    setFaults: (settings) =>
      switching(() => {
        for (const name of faultNames) {
          const setting = settings[name]
          if (setting) faults.set(name, setting)
        }
      }),
    clearFaults: () => switching(() => faults.clear()),
    clearFault: ({ name }) => switching(() => faults.clear(name)),
    seed: (body) => seed(world, body),
    messages: ({ state, orderingKey, limit = 100 }) => ({
      items: messagesOf(world, state, orderingKey, limit),
    }),
    redeliver: ({ messageId }) => {
      const changed = store.run(
        "update message set state = 'pending', attempts = 0, next_attempt = 0 where id = ?",
        Number(messageId),
      )
      if (changed === 0) throw new Problem(notFound)
      return { messageId }
    },
    carryOut: ({ tenant, ...what }) => store.transaction(() => carryOut(world, tenant, what)),
    pay: ({ tenant, ...what }) => store.transaction(() => pay(world, tenant, what)),
    merge: ({ tenant, externalId }) =>
      store.transaction(() => mergeInvestor(world, investorByExternal(world, tenant, externalId))),
  }
}

function stateOf(world: World): State {
  const { store } = world
  const counts = (table: string, column: string) =>
    Object.fromEntries(
      store
        .all<{ name: string; n: number }>(
          `select ${column} as name, count(*) as n from ${table} group by 1`,
        )
        .map((row) => [row.name, row.n]),
    )
  const total = (table: string) =>
    store.get<{ n: number }>(`select count(*) as n from ${table}`)?.n ?? 0
  return {
    now: new Date(world.clock.now()).toISOString(),
    publishedThrough: world.navs.publishedThrough(),
    faults: world.faults.all(),
    investors: total('investor'),
    instructions: counts('instruction', 'status'),
    transactions: total('entry'),
    plannedJobs: total('job'),
    messages: counts('message', 'state'),
  }
}

function messagesOf(
  world: World,
  state: string | undefined,
  orderingKey: string | undefined,
  limit: number,
): Message[] {
  type Row = {
    id: number
    ordering_key: string
    state: Message['state']
    attempts: number
    last_error: string | null
    data: string
  }
  return world.store
    .all<Row>(
      'select * from message where (?1 is null or state = ?1) and (?2 is null or ordering_key = ?2) order by id desc limit ?3',
      state ?? null,
      orderingKey ?? null,
      limit,
    )
    .toReversed()
    .map((row) => ({
      messageId: String(row.id),
      orderingKey: row.ordering_key,
      state: row.state,
      attempts: row.attempts,
      lastError: row.last_error,
      data: row.data,
    }))
}
