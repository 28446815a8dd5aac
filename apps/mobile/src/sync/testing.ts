// A device for tests: memory instead of a disk, and a seal whose effect is visible.
import type { Kept } from '../vault/kept.ts'
import { createVault, type Seal, type Vault } from '../vault/vault.ts'

/** A table in memory; `disk` survives a restart of the app. */
export function keptInMemory(disk = new Map<string, Uint8Array>()): Kept {
  return {
    get: async (key) => disk.get(key),
    list: async (prefix) =>
      [...disk]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value })),
    async write(changes) {
      for (const [key, value] of changes) {
        if (value === null) disk.delete(key)
        else disk.set(key, value)
      }
    },
  }
}

/** Inverts every bit: enough to show that nothing is stored in plain text. */
export const turningSeal: Seal = {
  seal: async (plain) => plain.map((byte) => byte ^ 0xff),
  unseal: async (sealed) => sealed.map((byte) => byte ^ 0xff),
}

export const vaultInMemory = (disk?: Map<string, Uint8Array>): Vault =>
  createVault(keptInMemory(disk), turningSeal)
