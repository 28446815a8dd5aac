// Makes the setting of a secret that a key management service holds. What it prints opens nothing without the key.
import { readConfig } from '@rmtools/kit/config'
import { dataSecretSettings } from '@rmtools/kit/data-secrets'
import { unwrapSecret, wrapSecret } from '@rmtools/kit/wrapped-secrets'
import { randomSecret } from './secrets.ts'

type Environment = Record<string, string | undefined>

/** Wraps a new secret that nobody has seen, or that of the variable `of`, which may be wrapped with another key. */
export async function wrappedSecret(key: string, env: Environment, of?: string): Promise<string> {
  const { KMS_URL: kmsUrl } = readConfig({ KMS_URL: dataSecretSettings.KMS_URL }, env)
  const wrapped = await wrapSecret(
    key,
    of === undefined ? randomSecret() : await secretOf(of, env, kmsUrl),
    { kmsUrl },
  )
  // Before it seals anything: a secret that does not come back is lost, and all it sealed with it.
  await unwrapSecret('What was wrapped', wrapped, { kmsUrl })
  return wrapped
}

async function secretOf(name: string, env: Environment, kmsUrl: string): Promise<string> {
  const value = env[name]
  if (!value) throw new Error(`${name} is needed`)
  return await unwrapSecret(name, value, { kmsUrl })
}
