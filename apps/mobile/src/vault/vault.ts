// The sealed store of the device: the outbox, unsent photos, drafts, and cached data. Keys are not
// sealed, so they consist of ids, never of what people typed.
import type { Kept } from './kept.ts'

/** Authenticated encryption with the device's key. */
export type Seal = {
  seal(plain: Uint8Array): Promise<Uint8Array>
  /** Throws for bytes that this device did not seal. */
  unseal(sealed: Uint8Array): Promise<Uint8Array>
}

/** Values as JSON or bytes, sealed at rest. */
export type Vault = {
  /** A value of the type that is written under this key; undefined if there is none. */
  read<T>(key: string): Promise<T | undefined>
  readBytes(key: string): Promise<Uint8Array | undefined>
  list(prefix: string): Promise<{ key: string; value: unknown }[]>
  /** Atomic; null removes, bytes are stored as they are, anything else as JSON. */
  write(changes: Readonly<Record<string, unknown>>): Promise<void>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A vault over a table and a seal. A value that cannot be unsealed (another key) reads as absent.
 */
export function createVault(kept: Kept, { seal, unseal }: Seal): Vault {
  const open = async (sealed: Uint8Array | undefined) =>
    sealed === undefined ? undefined : await unseal(sealed).catch(() => undefined)
  const parse = <T>(plain: Uint8Array | undefined): T | undefined =>
    plain === undefined ? undefined : (JSON.parse(decoder.decode(plain)) as T)
  return {
    read: async (key) => parse(await open(await kept.get(key))),
    readBytes: async (key) => await open(await kept.get(key)),
    async list(prefix) {
      const found = await Promise.all(
        (await kept.list(prefix)).map(async ({ key, value }) => ({
          key,
          value: parse(await open(value)),
        })),
      )
      return found.filter(({ value }) => value !== undefined)
    },
    async write(changes) {
      const sealed = await Promise.all(
        Object.entries(changes).map(async ([key, value]): Promise<[string, Uint8Array | null]> => {
          if (value === null || value === undefined) return [key, null]
          return [
            key,
            await seal(value instanceof Uint8Array ? value : encoder.encode(JSON.stringify(value))),
          ]
        }),
      )
      await kept.write(new Map(sealed))
    },
  }
}
