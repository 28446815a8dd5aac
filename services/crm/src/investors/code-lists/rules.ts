import { defaultEntries, type CodeListEntry } from '@rmtools/contracts/crm/code-lists'

export type Override = { list: string; code: string; sinvestCode: string; version: number }

/** Every entry, with the code that the company sends. */
export function merged(overrides: readonly Override[]): CodeListEntry[] {
  return defaultEntries().map((entry) => {
    const own = overrides.find(({ list, code }) => list === entry.list && code === entry.code)
    return own ? { ...entry, sinvestCode: own.sinvestCode, version: own.version } : entry
  })
}
