// In browsers: IndexedDB. SQLite compiled to WebAssembly locks its files (OPFS access handles), so
// that a second tab could not open them; it also weighs 600 kB and would need a weaker content
// security policy.
import type { Kept } from './kept.ts'

const TABLE = 'kept'

/** Opens a browser database with one table. */
export async function openTable(name: string): Promise<IDBDatabase> {
  return await new Promise((done, failed) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE))
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () =>
      failed(request.error ?? new Error('IndexedDB could not be opened')),
    )
  })
}

/** Runs an operation on the table and waits until it is on disk. */
export async function inTable<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return await new Promise((done, failed) => {
    const transaction = database.transaction(TABLE, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(TABLE))
    transaction.addEventListener('complete', () => done(request.result))
    transaction.addEventListener('abort', () =>
      failed(transaction.error ?? new Error('an IndexedDB transaction was aborted')),
    )
  })
}

/** Opens the store of this browser. */
export async function openKept(): Promise<Kept> {
  const database = await openTable('rmtools')
  // Without this the browser may delete the data when the disk is full.
  void navigator.storage?.persist?.()
  return {
    get: async (key) =>
      await inTable<Uint8Array | undefined>(database, 'readonly', (store) => store.get(key)),
    async list(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const [keys, values] = await Promise.all([
        inTable(database, 'readonly', (store) => store.getAllKeys(range)),
        inTable<Uint8Array[]>(database, 'readonly', (store) => store.getAll(range)),
      ])
      return keys.flatMap((key, index) => {
        const value = values[index]
        return value === undefined ? [] : [{ key: String(key), value }]
      })
    },
    async write(changes) {
      await inTable(database, 'readwrite', (store) => {
        for (const [key, value] of changes) {
          if (value === null) store.delete(key)
          else store.put(value, key)
        }
        return store.count()
      })
    },
  }
}
