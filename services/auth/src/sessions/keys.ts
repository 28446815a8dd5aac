// The keys that sign access tokens. A change of their file reloads them, so that they rotate
// without a restart: put the new key first, and remove the old one after its last token has
// expired.
import { readFile, stat } from 'node:fs/promises'
import type { SigningKey, SigningKeys } from '../ports.ts'

const LOOK_EVERY_MS = 1000

/** Keys from a JSON file, or from the JSON itself. Throws if there are none. */
export function signingKeys(source: string): SigningKeys {
  const load = source.trimStart().startsWith('[') ? inline(source) : fromFile(source)
  return {
    async current() {
      const [newest] = await load()
      if (!newest) throw new Error('SIGNING_KEYS holds no key')
      return newest
    },
    all: async () => (await load()).map(({ kid, publicKey }) => ({ kid, publicKey })),
  }
}

function inline(source: string): () => Promise<SigningKey[]> {
  const keys = parse(source)
  return async () => keys
}

function fromFile(path: string): () => Promise<SigningKey[]> {
  let keys: SigningKey[] = []
  let lookedAt = 0
  let changedAt = -1
  return async () => {
    if (Date.now() - lookedAt < LOOK_EVERY_MS && keys.length > 0) return keys
    lookedAt = Date.now()
    const { mtimeMs } = await stat(path)
    if (mtimeMs !== changedAt) {
      keys = parse(await readFile(path, 'utf8'))
      changedAt = mtimeMs
    }
    return keys
  }
}

function parse(source: string): SigningKey[] {
  const keys: unknown = JSON.parse(source)
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isKey))
    throw new Error('SIGNING_KEYS must be a list of {kid, privateKey, publicKey}')
  return keys
}

function isKey(value: unknown): value is SigningKey {
  const has = (name: string) =>
    typeof value === 'object' &&
    value !== null &&
    name in value &&
    typeof Reflect.get(value, name) === 'string'
  return has('kid') && has('privateKey') && has('publicKey')
}
