// On phones: SQLite in the app's own folder.
import { openDatabaseAsync } from 'expo-sqlite'
import type { Kept } from './kept.ts'

/** Opens the store of this device. */
export async function openKept(): Promise<Kept> {
  const database = await openDatabaseAsync('rmtools.db')
  await database.execAsync(
    'pragma journal_mode = wal; pragma synchronous = full; create table if not exists kept (key text primary key, value blob not null) without rowid',
  )
  return {
    async get(key) {
      return (
        await database.getFirstAsync<{ value: Uint8Array }>(
          'select value from kept where key = ?',
          key,
        )
      )?.value
    },
    async list(prefix) {
      return await database.getAllAsync<{ key: string; value: Uint8Array }>(
        'select key, value from kept where key >= ? and key < ? order by key',
        prefix,
        `${prefix}\uffff`,
      )
    },
    async write(changes) {
      await database.withExclusiveTransactionAsync(async (transaction) => {
        for (const [key, value] of changes) {
          if (value === null) await transaction.runAsync('delete from kept where key = ?', key)
          else
            await transaction.runAsync(
              'insert into kept values (?, ?) on conflict do update set value = excluded.value',
              key,
              value,
            )
        }
      })
    },
  }
}
