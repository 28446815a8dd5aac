// The main job in both arrangements, as `npm run tour` tells it; afterwards nothing secret may lie anywhere.
import { describe, expect, test } from 'vitest'
import { verifyAudit } from '@rmtools/auth/audit-verify'
import { stageAt, walk } from '../tour/walk.ts'
import { throwAwaySystem } from './place.ts'

const TWO_MINUTES = 120_000

describe.each(['one', 'split'] as const)('the main job, arranged as %s', (arrangement) => {
  test(
    'goes from registration to settlement, and the audit trail verifies',
    async () => {
      await using system = await throwAwaySystem({ arrangement })
      const told: string[] = []
      await walk(stageAt(system.url, { url: system.note.bibUrl, apiKey: system.note.bibApiKey }, (line) => told.push(line)))
      expect(told.length).toBeGreaterThan(12)
      const verdict = await verifyAudit(system.note.authDatabaseUrl, system.note.auditHeadFile, system.note.publicKeys)
      expect(verdict).toMatchObject({ isIntact: true, faults: [] })
    },
    TWO_MINUTES,
  )
})
