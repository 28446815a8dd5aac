// Argon2id with a limit of its own: hashing shares the thread pool, and more than two hashes at a
// time would delay every other request of the process.
import { hash, hashSync, parseOptions, verify } from '@node-rs/argon2'
import { createGate } from '@rmtools/kit/gate'
import { randomToken } from '@rmtools/kit/secrets'

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export type Hashing = {
  /** Throws 503 when too many wait. */
  hash(password: string): Promise<string>
  /** Without a stored hash it takes as long and returns false. Throws 503 when too many wait. */
  verify(stored: string | null, password: string): Promise<boolean>
  /** Whether it was hashed with weaker parameters than today's. */
  isOutdated(stored: string): boolean
}

/**
 * Hashes a password for storage: PHC string of argon2id. For seeds and tests; services hash through
 * their `Hashing`.
 */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), STRENGTH)
}

/** Hashes at most `concurrency` at a time, with at most `maxWaiting` waiting. */
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
