// What the device keeps: one table of sealed values by key. The same shape stands on SQLite (phones) and on IndexedDB (browsers).

/** Values by key; a write is all or nothing. */
export type Kept = {
  get(key: string): Promise<Uint8Array | undefined>
  /** Entries whose key starts with the prefix, in the order of their keys. */
  list(prefix: string): Promise<{ key: string; value: Uint8Array }[]>
  /** Writes what is given and removes what is null, in one transaction. */
  write(changes: ReadonlyMap<string, Uint8Array | null>): Promise<void>
}
