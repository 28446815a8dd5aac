import { defineConfig } from 'vitest/config'
import { LongestFirst } from './dev/longest-first.ts'
import { sortTestFiles } from './dev/test-files.ts'

// What starts the whole product, browsers or bundlers. One alone leaves half of two cores idle; none may hang on having them alone.
const WHOLE_PRODUCT = ['dev/{e2e,browser}/**/*.test.ts', 'dev/{mobile,page-sizes}.test.ts']
const ALL = [
  '*.test.ts',
  '{packages,services,operate,dev,apps/admin,apps/investor}/**/*.test.{ts,tsx}',
]

const { pure, withDatabase } = sortTestFiles(ALL, WHOLE_PRODUCT)

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'pure', include: pure, maxWorkers: 2 } },
      {
        extends: true,
        test: {
          name: 'parts',
          include: withDatabase,
          maxWorkers: 2,
          globalSetup: ['dev/postgres-test-setup.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: WHOLE_PRODUCT,
          maxWorkers: 2,
          globalSetup: ['dev/postgres-test-setup.ts', 'dev/templates-test-setup.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    setupFiles: [
      'dev/patience.ts',
      ...(process.env.RECORD_STATEMENTS ? ['dev/statements/recording.ts'] : []),
    ],
    hookTimeout: 60_000,
    // npm test starts with the project's own Node; a test must not depend on what the shell happens to set.
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
})
