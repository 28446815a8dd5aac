// Rows of a long list, a batch at a time, each asked for when the one before has been taken: however long the list, and however slow
// its reader, no more than a batch is held, and nothing of the database while nobody reads.
import { exportTooLarge } from '@rmtools/contracts/lists'
import { Problem } from '@rmtools/contracts/problem'
import type { Page } from './paging.ts'

export type Batches<Row> = AsyncIterable<readonly Row[]>
type Load<Row> = (limit: number, cursor: string | undefined) => Promise<Page<Row>>

export const ROWS_AT_A_TIME = 1000

/** All rows of a list that is read by pages. What is written meanwhile may be in them or not; no row is there twice. */
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

/** All rows in memory, for what cannot be made without all of them. Throws 422 beyond the limit. */
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

/** The same with its first part here already: what cannot begin is a refusal, and not a file that breaks off. */
export async function begun<T>(source: AsyncIterable<T>): Promise<AsyncIterable<T>> {
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

/** How reading a list ended: whether all of it was taken, or it broke off. */
export type Ending = { readonly rows: number; readonly isComplete: boolean }

/** The same, with `begin` before the first row is asked for and `end` after the last, also where it breaks off. */
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
