// The vault of this device, opened once.
import { openKept } from './database'
import { openSeal } from './seal'
import { createVault, type Vault } from './vault.ts'

let opened: Promise<Vault> | undefined

/** The vault of this device. */
export async function deviceVault(): Promise<Vault> {
  opened ??= Promise.all([openKept(), openSeal()]).then(([kept, seal]) => createVault(kept, seal))
  return await opened
}
