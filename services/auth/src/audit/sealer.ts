// Chains new audit entries every second, and signs the head of the chain to a file every minute.
import { identity, systemOrigin } from '@rmtools/kit/scope'
import type { Database } from '@rmtools/kit/db'
import type { AuthPorts } from '../ports.ts'
import { appendHead, vouchFor, type SignedHead } from './heads.ts'
import { headToSign, seal, sealingLag } from './queries.ts'

const AT_ONCE = 500

export type AuditSealer = AsyncDisposable & {
  /** Chains all final entries. */
  seal(): Promise<number>
  /** Signs the head if it has moved and the chain is up to date. */
  sign(): Promise<SignedHead | undefined>
  /** The last head that this process signed. */
  signed(): SignedHead | undefined
  /** Starts sealing and signing periodically. */
  start(): void
}

const origin = systemOrigin('sealer')

/**
 * The sealer of a database; it also reports how far it lags behind. Of several processes one seals
 * at a time, and the others do nothing.
 */
export function createSealer(
  database: Database,
  { config, keys, log, metrics }: AuthPorts,
): AuditSealer {
  let last: SignedHead | undefined
  let isStopped = false
  const timers: (NodeJS.Timeout | undefined)[] = []
  const sealer: AuditSealer = {
    async seal() {
      let sealed = 0
      for (;;) {
        const count = await database.transaction(identity, origin, (tx) => seal(tx, AT_ONCE))
        sealed += count
        if (count < AT_ONCE) return sealed
      }
    },
    async sign() {
      const head = await headToSign(database.reading(identity, origin))
      if (!head || Number(head.seq) === last?.seq) return undefined
      const key = await keys.current()
      if (key.kid !== last?.kid) {
        const earlier = (await keys.all()).filter(({ kid }) => kid !== key.kid)
        await vouchFor(config.AUDIT_HEAD_FILE, earlier, key)
      }
      last = await appendHead(
        config.AUDIT_HEAD_FILE,
        { seq: Number(head.seq), hash: head.hash, at: new Date(head.at).toISOString() },
        key,
      )
      return last
    },
    signed: () => last,
    start() {
      repeat(0, () => config.SEAL_EVERY_MS, sealer.seal)
      // Sign the first head as soon as there is one: until then a truncated trail could not be
      // detected.
      repeat(1, () => (last ? config.SIGN_EVERY_MS : config.SEAL_EVERY_MS), sealer.sign)
    },
    async [Symbol.asyncDispose]() {
      isStopped = true
      for (const timer of timers) clearTimeout(timer)
      await running.catch(() => undefined)
    },
  }
  let running: Promise<unknown> = Promise.resolve()
  metrics?.watchSealing(async () => await sealingLag(database.reading(identity, origin)))

  function repeat(slot: number, pauseMs: () => number, work: () => Promise<unknown>): void {
    timers[slot] = setTimeout(async () => {
      const turn = work().catch((error: unknown) =>
        log.warn({ err: error }, 'the audit trail could not be sealed'),
      )
      running = turn
      await turn
      if (!isStopped) repeat(slot, pauseMs, work)
    }, pauseMs())
  }
  return sealer
}
