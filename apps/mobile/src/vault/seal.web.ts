// In browsers: AES-256-GCM by WebCrypto. IndexedDB holds the key as an object that scripts cannot
// export.
import { inTable, openTable } from './database.web.ts'
import type { Seal } from './vault.ts'

const NONCE = 12

/** Seals with the key of this browser. */
export async function openSeal(): Promise<Seal> {
  const keys = await openTable('rmtools-keys')
  const known = await inTable<CryptoKey | undefined>(keys, 'readonly', (store) => store.get('data'))
  const key = known ?? (await keptKey(keys))
  return {
    async seal(plain) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE))
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv: nonce },
        key,
        new Uint8Array(plain),
      )
      const sealed = new Uint8Array(NONCE + cipher.byteLength)
      sealed.set(nonce)
      sealed.set(new Uint8Array(cipher), NONCE)
      return sealed
    },
    async unseal(sealed) {
      const iv = new Uint8Array(sealed.subarray(0, NONCE))
      return new Uint8Array(
        await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv },
          key,
          new Uint8Array(sealed.subarray(NONCE)),
        ),
      )
    },
  }
}

/** If two tabs create a key at the same time, the one stored first is used. */
async function keptKey(keys: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  await inTable(keys, 'readwrite', (store) => store.add(made, 'data')).catch(() => undefined)
  return (
    (await inTable<CryptoKey | undefined>(keys, 'readonly', (store) => store.get('data'))) ?? made
  )
}
