// Creates the setting for a secret that a key management service wraps. The printed value is
// useless without the key.
import { readConfig } from '@rmtools/kit/config'
import { dataSecretSettings } from '@rmtools/kit/data-secrets'
import { unwrapSecret, wrapSecret } from '@rmtools/kit/wrapped-secrets'
import { randomSecret } from './secrets.ts'

type Environment = Record<string, string | undefined>

/**
 * Wraps a new random secret, or the one in the variable `of`, which another key may have wrapped.
 */
export async function wrappedSecret(key: string, env: Environment, of?: string): Promise<string> {
  const { KMS_URL: kmsUrl } = readConfig({ KMS_URL: dataSecretSettings.KMS_URL }, env)
  const wrapped = await wrapSecret(
    key,
    of === undefined ? randomSecret() : await secretOf(of, env, kmsUrl),
    { kmsUrl },
  )
  // Checked before it seals anything: if it cannot be unwrapped, everything that it sealed is lost.
  await unwrapSecret('What was wrapped', wrapped, { kmsUrl })
  return wrapped
}

async function secretOf(name: string, env: Environment, kmsUrl: string): Promise<string> {
  const value = env[name]
  if (!value) throw new Error(`${name} is needed`)
  return await unwrapSecret(name, value, { kmsUrl })
}
