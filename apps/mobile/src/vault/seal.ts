// On phones: AES-256-GCM by the platform. The key is in the secure store (Keychain, Keystore),
// which no backup contains.
import { AESEncryptionKey, AESSealedData, aesDecryptAsync, aesEncryptAsync } from 'expo-crypto'
import * as SecureStore from 'expo-secure-store'
import type { Seal } from './vault.ts'

const NAME = 'rmtools.data-key'
const options = { keychainAccessible: SecureStore.AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY }

async function dataKey(): Promise<AESEncryptionKey> {
  const known = await SecureStore.getItemAsync(NAME, options)
  if (known !== null) return await AESEncryptionKey.import(known, 'base64')
  const key = await AESEncryptionKey.generate()
  await SecureStore.setItemAsync(NAME, await key.encoded('base64'), options)
  return key
}

/** Seals with the key of this phone. */
export async function openSeal(): Promise<Seal> {
  const key = await dataKey()
  return {
    seal: async (plain) => await (await aesEncryptAsync(plain, key)).combined(),
    unseal: async (sealed) => await aesDecryptAsync(AESSealedData.fromCombined(sealed), key),
  }
}
