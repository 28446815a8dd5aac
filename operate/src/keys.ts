// The keys that sign access tokens and audit heads. auth reloads their file when it changes, so
// they rotate without a restart.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type SigningKey = { kid: string; privateKey: string; publicKey: string }

/** Creates an Ed25519 key pair as PEM. The prefix marks development keys. */
export function signingKey(prefix = ''): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    kid: prefix + randomBytes(6).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
  }
}

/**
 * Adds a new key in front of a file's others: it signs from now on, and their signatures stay
 * valid. Returns its id.
 */
export async function addKey(file: string): Promise<string> {
  const key = signingKey()
  await replace(file, [key, ...(await keysOf<SigningKey>(file))])
  return key.kid
}

/**
 * The file with the public halves of retired keys: beside the keys in use, where the verifier of
 * the audit trail looks for it.
 */
export const retiredKeysOf = (file: string) => join(dirname(file), 'retired-keys.json')

/**
 * Removes all keys but the newest from a file. Their public halves go to `retiredFile`, because
 * heads of the audit trail that they signed must be verifiable for as long as the trail is kept.
 * Returns the ids of the removed keys.
 */
export async function retireKeys(
  file: string,
  retiredFile = retiredKeysOf(file),
): Promise<string[]> {
  const [newest, ...old] = await keysOf<SigningKey>(file)
  if (!newest) throw new Error(`${file} holds no key`)
  const retired = old.map(({ kid, publicKey }) => ({ kid, publicKey }))
  await replace(retiredFile, [...retired, ...(await keysOf<object>(retiredFile))])
  await replace(file, [newest])
  return retired.map(({ kid }) => kid)
}

async function keysOf<K>(file: string): Promise<K[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]'
    throw error
  })
  return JSON.parse(text) as K[]
}

/**
 * Replaces the file atomically: readers find the old keys or the new ones, never a partial file.
 */
async function replace(file: string, keys: readonly object[]): Promise<void> {
  const next = `${file}.next`
  await writeFile(next, `${JSON.stringify(keys)}\n`, { mode: 0o600 })
  await rename(next, file)
}
