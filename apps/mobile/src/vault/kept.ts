// The store of the device: one table of sealed values by key. SQLite (phones) and IndexedDB
// (browsers) both implement it.

/** Values by key; a write is atomic. */
export type Kept = {
  get(key: string): Promise<Uint8Array | undefined>
  /** Entries whose key starts with the prefix, in the order of their keys. */
  list(prefix: string): Promise<{ key: string; value: Uint8Array }[]>
  /** Writes the given values and removes keys whose value is null, in one transaction. */
  write(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void>
}
