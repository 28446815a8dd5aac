import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Database, sql } from '../database/db.ts'
import { folderFiles } from '../files/files.ts'
import { nobody } from '../database/scope.ts'
import { createTestDatabase } from '../testing/postgres.ts'
import { testClock } from '../testing/clock.ts'

const origin = { requestId: 'test', ip: null, device: null }

describe('SECURITY 43: an exhausted resource is a clear, quick error', () => {
  test('a pool whose connections are all taken: 503 with Retry-After instead of a hang, and it serves again afterwards', async () => {
    await using testDatabase = await createTestDatabase()
    await using database = new Database({
      url: testDatabase.crmUrl,
      schema: 'crm_bib',
      poolSize: 2,
      acquireTimeoutMs: 2000,
    })
    const holding = Promise.withResolvers<void>()
    const taken = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holders = taken.map(({ resolve }) =>
      database.transaction(nobody, origin, async () => {
        resolve()
        await holding.promise
      }),
    )
    // Waits for both connections before it asks for a third: opening them takes a while on a busy
    // machine.
    await Promise.all(taken.map(async ({ promise }) => await promise))
    const started = performance.now()
    const refused = await database
      .reading(nobody, origin)
      .all(sql`select 1`)
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({
      kind: { code: 'unavailable', status: 503 },
      retryAfterSeconds: 2,
    })
    expect(performance.now() - started).toBeLessThan(10_000)
    holding.resolve()
    await Promise.all(holders)
    expect(await database.reading(nobody, origin).all(sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('a folder that cannot be written: an error, and nothing half stored', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rmtools-full-'))
    // A file in place of the folder makes writes fail for every user, including root.
    await writeFile(join(folder, 'documents'), '')
    const files = folderFiles({ folder, secret: 'x', clock: testClock() })
    const refused = await files
      .put('documents/a.png', new Uint8Array([1]))
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({
      kind: { code: 'unavailable' },
      cause: { code: expect.stringMatching(/EEXIST|ENOTDIR/) },
    })
    expect(await readdir(folder)).toEqual(['documents'])
  })

  test('a clock that jumps: a signed address is valid for its minutes by the clock that is asked, no longer after a jump ahead', async () => {
    const time = { now: new Date('2026-11-23T03:00:00.000Z') }
    const files = folderFiles({ folder: tmpdir(), secret: 'x', clock: { now: () => time.now } })
    const token = files.signRead('documents/a.png', { companyId: 'company', userId: null }, 300)
    expect(files.verifyRead(token)).toMatchObject({ key: 'documents/a.png' })
    time.now = new Date('2026-11-24T03:00:00.000Z')
    expect(files.verifyRead(token)).toBeUndefined()
    time.now = new Date('2026-11-22T03:00:00.000Z')
    expect(files.verifyRead(token)).toMatchObject({ key: 'documents/a.png' })
  })
})
