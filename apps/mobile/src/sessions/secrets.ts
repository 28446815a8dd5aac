// On phones: the refresh token and the device secret, in the secure store.
import * as SecureStore from 'expo-secure-store'

export type Secrets = { refreshToken?: string; deviceSecret?: string }

export const clientKind = 'mobile'
const NAME = 'rmtools.session'
const options = { keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY }

/** The secrets of the session and the device. */
export async function readSecrets(): Promise<Secrets> {
  const text = await SecureStore.getItemAsync(NAME, options)
  return text === null ? {} : (JSON.parse(text) as Secrets)
}

export async function writeSecrets(secrets: Secrets): Promise<void> {
  await SecureStore.setItemAsync(NAME, JSON.stringify(secrets), options)
}

/** Runs one renewal at a time: two at once would spend the same refresh token. */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  return await work()
}
