// Sends the outbox in order, record by record, and retries where that can help. Entries that the
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

/** How an operation is sent. Input and reply have the contract's types; `outgoing.ts` ties them. */
export type Sending = {
  send(input: Readonly<Record<string, unknown>>, key: string): Promise<unknown>
  /** The version of the record afterwards. */
  versionOf?(reply: unknown): number | undefined
  /** Loads the server's record if both sides changed it. */
  load?(input: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>
  /** Shows the outcome before the entry is removed, so that nothing flickers. */
  settle?(reply: unknown, input: Readonly<Record<string, unknown>>): void | Promise<void>
}

export type Sender = {
  outbox: Outbox
  vault: Vault
  sendings: Readonly<Record<string, Sending>>
  now?: () => number
  /** Called with exceptions of our own code. */
  onFault?: (fault: unknown) => void
}

/**
 * What to do after a round: `offline` waits for a network, `ended` for a sign-in, `outdated` for a
 * new version of the app.
 */
export type Outcome = 'idle' | 'offline' | 'ended' | 'outdated'

/**
 * Sends every entry that is due. Never throws: an entry on which our own code fails is parked, and
 * the others continue.
 */
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

/**
 * An exception that is not a problem comes from our own code: a retry would throw again and block
 * everything behind it.
 */
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

/** Shows the outcome. The server has stored it: a failure to show it must not send it again. */
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
 * Failures that are not about the entry: no network, no session, an outdated app. They do not count
 * as an attempt, so that the entry is sent as soon as the obstacle is gone.
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

/**
 * Either somebody else changed the record meanwhile, or our own request did and its answer got
 * lost.
 */
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
