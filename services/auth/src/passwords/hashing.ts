// Argon2id with a separate limit: hashes share the thread pool with everything else, and more than
// two at a time would delay every other request of the process.
import { hash, hashSync, parseOptions, verify } from '@node-rs/argon2'
import { createGate } from '@rmtools/kit/gate'
import { randomToken } from '@rmtools/kit/secrets'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export type Hashing = {
  /** Throws 503 when too many wait. */
  hash(password: string): Promise<string>
  /** Without a hash it takes as long and says no. Throws 503 when too many wait. */
  verify(stored: string | null, password: string): Promise<boolean>
  /** Made under weaker parameters than today's. */
  isOutdated(stored: string): boolean
}

/** A password as it is stored: PHC text of argon2id. For seeds and tests; a service hashes through its `Hashing`. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), STRENGTH)
}

/** Hashing with at most `concurrency` at a time and `maxWaiting` behind them. */
export function createHashing({ concurrency = 2, maxWaiting = 100 } = {}): Hashing {
  const limited = createGate({ atOnce: concurrency, waiting: maxWaiting })
  const dummy = hashSync(randomToken(), STRENGTH)
  return {
    hash: async (password) => await limited(() => hashPassword(password)),
    async verify(stored, password) {
      const matches = await limited(() => verify(stored ?? dummy, password.normalize('NFC')))
      return stored !== null && matches
    },
    isOutdated(stored) {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored)
      return (
        memoryCost < STRENGTH.memoryCost ||
        timeCost < STRENGTH.timeCost ||
        parallelism < STRENGTH.parallelism
      )
    },
  }
}
