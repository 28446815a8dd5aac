import { describe, expect, test } from 'vitest'
import { say } from '@rmtools/look/words'
import { batchesOf, startReading, everyRow, watched, type Ending } from './batches.ts'
import { count, tableFile, type TableFormat } from '../documents/tables.ts'

const all = Array.from({ length: 7 }, (_, index) => index)
const asked: number[] = []
const page = async (limit: number, cursor = '0') => {
  const from = Number(cursor)
  asked.push(from)
  return {
    items: all.slice(from, from + limit),
    nextCursor: from + limit < all.length ? String(from + limit) : null,
  }
}
const reply = { header: () => undefined, cookie: () => undefined }

describe('batches', () => {
  test('are put together without a gap, and more rows than fit are refused, not cut off', async () => {
    expect(await everyRow(page, { atATime: 3, atMost: 7 })).toEqual(all)
    await expect(everyRow(page, { atATime: 3, atMost: 6 })).rejects.toMatchObject({
      kind: { code: 'export-too-large', status: 422 },
    })
  })

  test('are asked for one at a time, when the one before was taken', async () => {
    asked.length = 0
    const batches = await startReading(batchesOf(page, 3))
    expect(asked).toEqual([0])
    for await (const batch of batches) expect(asked.at(-1)).toBe(batch[0])
    expect(asked).toEqual([0, 3, 6])
  })

  test('that cannot begin are refused at once; those that fail later, or are abandoned, end their transaction', async () => {
    const endings: Ending[] = []
    const watch = {
      begin: async () => undefined,
      end: async (ending: Ending) => void endings.push(ending),
    }
    const failing = async (limit: number, cursor?: string) =>
      cursor === undefined ? await page(limit) : await Promise.reject(new Error('gone'))
    const columns = [count(say('n', 'n'), (row: number) => row)]
    await expect(
      tableFile(
        'csv',
        { name: 'x', columns, rows: batchesOf(async () => await failing(1, '1')) },
        reply,
      ),
    ).rejects.toThrow('gone')
    const read = async (format: TableFormat, load: typeof failing, atMost = Infinity) => {
      let parts = 0
      const file = await tableFile(
        format,
        { name: 'x', columns, rows: watched(batchesOf(load, 3), watch) },
        reply,
      )
      for await (const _ of file) if (++parts >= atMost) return
    }
    for (const format of ['csv', 'xlsx'] as const)
      await expect(read(format, failing)).rejects.toThrow('gone')
    await read('csv', page, 2)
    for (const format of ['csv', 'xlsx'] as const) await read(format, page)
    const broken = { isComplete: false }
    const whole = { rows: 7, isComplete: true }
    expect(endings).toMatchObject([
      { rows: 3, ...broken },
      { rows: 3, ...broken },
      broken,
      whole,
      whole,
    ])
  })
})
