// The main workflow in both arrangements, as in `npm run tour`; afterwards no secret may be found
// anywhere.
import { describe, expect, test } from 'vitest'
import { stageAt, walk } from '../tour/walk.ts'
import { expectTrailWhole } from './books.ts'
import { throwAwaySystem } from './throw-away-system.ts'
import { startWriters } from './writers.ts'

const FIVE_MINUTES = 300_000

describe.each(['one', 'split'] as const)('the main job, arranged as %s', (arrangement) => {
  test(
    'SECURITY 47: goes from registration to settlement while four others write, and the audit trail verifies',
    async () => {
      await using system = await throwAwaySystem({ arrangement })
      const writers = await startWriters(system, 4)
      const told: string[] = []
      await walk(
        stageAt(system.url, { url: system.note.bibUrl, apiKey: system.note.bibApiKey }, (line) =>
          told.push(line),
        ),
      )
      expect(told.length).toBeGreaterThan(12)
      await expectTrailWhole(system)
      expect((await writers.stop()).faults).toEqual([])
      await expectTrailWhole(system)
    },
    FIVE_MINUTES,
  )
})
