// Sends the outbox: in order, record by record, with retries where they can help. Entries that the
// server refuses are set aside.
import { offline } from '@rmtools/contracts/fetch'
import { appTooOld, Problem } from '@rmtools/contracts/problem'
import {
  appFault,
  canRebase,
  isDone,
  isHopeless,
  isPassing,
  retryDelay,
  sendable,
  type Entry,
} from './entries.ts'
import type { Outbox } from './outbox.ts'
import type { Vault } from '../vault/vault.ts'

/** How an operation is sent. Input and reply are those of the contract; `outgoing.ts` ties the types. */
export type Sending = {
  send(input: Readonly<Record<string, unknown>>, key: string): Promise<unknown>
  /** The version that the record has afterwards. */
  versionOf?(reply: unknown): number | undefined
  /** The record as it is at the server, for what was changed on both sides. */
  load?(input: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** Shows the outcome before the entry goes, so that nothing flickers. */
  settle?(reply: unknown, input: Readonly<Record<string, unknown>>): void | Promise<void>
}

export type Sender = {
  outbox: Outbox
  vault: Vault
  sendings: Readonly<Record<string, Sending>>
  now?: () => number
  /** Hears what our own code threw. */
  onFault?: (fault: unknown) => void
}

/** What is to be done after a round: `offline` waits for a network, `ended` for somebody to sign in, `outdated` for a new version of the app. */
export type Outcome = 'idle' | 'offline' | 'ended' | 'outdated'

/** Sends everything that may be sent now. Never throws: an entry on which our own code fails is parked, and the others go on. */
export async function sendAll(sender: Sender): Promise<Outcome> {
  const { outbox, now = Date.now } = sender
  for (;;) {
    const [entry] = sendable(outbox.entries(), now())
    if (!entry) return 'idle'
    const taken = await outbox.take(entry.id)
    if (!taken) continue
    const outcome = await sendOne(sender, taken)
      .catch(async (fault: unknown) => await park(sender, entry, fault))
      .finally(() => outbox.release(entry.id))
    if (outcome !== 'idle') return outcome
  }
}

/** What is thrown and is no problem comes of our own code: tried again it would be thrown again, before everything behind it. */
async function park({ outbox, onFault }: Sender, { id }: Entry, fault: unknown): Promise<Outcome> {
  onFault?.(fault)
  await outbox.refuse(id, appFault)
  return 'idle'
}

async function sendOne(sender: Sender, entry: Entry): Promise<Outcome> {
  const { outbox, vault, sendings } = sender
  const sending = sendings[entry.operation]
  if (!sending) {
    await outbox.refuse(entry.id, { code: 'not-found', status: 404 })
    return 'idle'
  }
  const bytes = entry.attachment === undefined ? undefined : await vault.readBytes(entry.attachment)
  try {
    const reply = await sending.send(bytes ? { ...entry.input, bytes } : entry.input, entry.key)
    await settled(sender, entry, reply)
    await outbox.finish(entry.id, sending.versionOf?.(reply))
    return 'idle'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return await afterProblem(sender, entry, error)
  }
}

/** Shows the outcome. The server has it: that it cannot be shown does not undo it, and must not have it sent again. */
async function settled(
  { sendings, onFault }: Sender,
  { operation, input }: Entry,
  reply: unknown,
): Promise<void> {
  try {
    await sendings[operation]?.settle?.(reply, input)
  } catch (fault) {
    onFault?.(fault)
  }
}

/**
 * What says nothing about the entry: no network, no session, an app that is too old. It is not counted as a try, so that the entry
 * goes out at once when the obstacle is gone.
 */
function obstacleIn({ code, status }: Problem): Outcome | undefined {
  if (code === offline.code) return 'offline'
  if (code === appTooOld.code) return 'outdated'
  return status === 401 ? 'ended' : undefined
}

async function afterProblem(sender: Sender, entry: Entry, problem: Problem): Promise<Outcome> {
  const { outbox, sendings, now = Date.now } = sender
  const { code, status, errors } = problem
  const obstacle = obstacleIn(problem)
  if (obstacle) return obstacle
  if (isHopeless(status, entry.attempts + 1)) await outbox.refuse(entry.id, { code, status })
  else if (isPassing(status))
    await outbox.delay(entry.id, now() + retryDelay(entry.attempts + 1, problem.retryAfterSeconds))
  else if (code === 'stale-version' && sendings[entry.operation]?.load)
    return await reconcile(sender, entry)
  else await outbox.refuse(entry.id, { code, status, ...(errors ? { errors } : {}) })
  return 'idle'
}

/** Somebody changed the record meanwhile, or it was we ourselves and the answer got lost. */
async function reconcile(sender: Sender, entry: Entry): Promise<Outcome> {
  const { outbox, sendings } = sender
  const sending = sendings[entry.operation]
  try {
    const theirs = (await sending?.load?.(entry.input)) ?? {}
    const version = Number(theirs['version'])
    if (isDone(entry, theirs)) {
      await settled(sender, entry, theirs)
      await outbox.finish(entry.id, version)
    } else if (canRebase(entry, theirs)) await outbox.correct(entry.id, { ...entry.input, version })
    else await outbox.refuse(entry.id, { code: 'stale-version', status: 409, theirs })
    return 'idle'
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const obstacle = obstacleIn(error)
    if (obstacle) return obstacle
    await outbox.refuse(entry.id, { code: error.code, status: error.status })
    return 'idle'
  }
}
