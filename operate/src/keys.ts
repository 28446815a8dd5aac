// The keys that sign access tokens and audit heads. auth reads their file again when it changes, so they rotate without a restart.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type SigningKey = { kid: string; privateKey: string; publicKey: string }

/** A new key pair: Ed25519, PEM. The prefix marks what is for development. */
export function signingKey(prefix = ''): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    kid: prefix + randomBytes(6).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
  }
}

/** Puts a new key in front of those of a file: it signs from now on, and what the others signed is still good. Gives its id. */
export async function addKey(file: string): Promise<string> {
  const key = signingKey()
  await replace(file, [key, ...(await keysOf<SigningKey>(file))])
  return key.kid
}

/** Where the public halves of retired keys are kept: beside the keys in use, where the verifier of the audit trail looks for them. */
export const retiredKeysOf = (file: string) => join(dirname(file), 'retired-keys.json')

/**
 * Takes all keys but the newest out of a file. Their public halves go to `retiredFile`: heads of the audit trail that they signed
 * must be verified for as long as the trail is kept. Gives the ids of those that went.
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

/** At once: whoever reads meanwhile finds the old keys or the new ones, never half of them. */
async function replace(file: string, keys: readonly object[]): Promise<void> {
  const next = `${file}.next`
  await writeFile(next, `${JSON.stringify(keys)}\n`, { mode: 0o600 })
  await rename(next, file)
}
