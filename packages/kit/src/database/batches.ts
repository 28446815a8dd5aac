// Reads a long list in batches, on demand. However long the list and however slow its reader, memory holds one batch, and no
// database connection is held between batches.
import { exportTooLarge } from '@rmtools/contracts/lists'
import { Problem } from '@rmtools/contracts/problem'
import type { Page } from './paging.ts'

export type Batches<Row> = AsyncIterable<readonly Row[]>
type Load<Row> = (limit: number, cursor: string | undefined) => Promise<Page<Row>>

export const ROWS_AT_A_TIME = 1000

/** All rows of a paged list. Rows written meanwhile may be included or not; no row appears twice. */
export async function* batchesOf<Row>(
  load: Load<Row>,
  atATime = ROWS_AT_A_TIME,
): AsyncGenerator<readonly Row[], void, void> {
  let cursor: string | null | undefined
  do {
    const page: Page<Row> = await load(atATime, cursor ?? undefined)
    yield page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** All rows in memory, for output that needs every row at once. Throws 422 beyond the limit. */
export async function everyRow<Row>(
  load: Load<Row>,
  { atATime, atMost }: { atATime: number; atMost: number },
): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batchesOf(load, atATime)) {
    rows.push(...batch)
    if (rows.length > atMost)
      throw new Problem(exportTooLarge, { detail: `At most ${atMost} rows fit into a file` })
  }
  return rows
}

/**
 * Reads the first part before returning, so that a failure becomes a problem response instead of a
 * truncated file.
 */
export async function startReading<T>(source: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const parts = source[Symbol.asyncIterator]()
  const first = await parts.next()
  return (async function* () {
    try {
      for (let part = first; !part.done; part = await parts.next()) yield part.value
    } finally {
      await parts.return?.()
    }
  })()
}

/** How reading a list ended: complete or truncated. */
export type Ending = { readonly rows: number; readonly isComplete: boolean }

/** Calls `begin` before the first row and `end` after the last, also when reading breaks off. */
export async function* watched<Row>(
  batches: Batches<Row>,
  { begin, end }: { begin: () => Promise<void>; end: (ending: Ending) => Promise<void> },
): AsyncGenerator<readonly Row[], void, void> {
  await begin()
  let rows = 0
  let isComplete = false
  try {
    for await (const batch of batches) {
      rows += batch.length
      yield batch
    }
    isComplete = true
  } finally {
    await end({ rows, isComplete })
  }
}
