import { defineConfig } from 'vitest/config'

// What starts the whole product, browsers or bundlers: each takes both cores, and is judged by a clock.
const WHOLE_PRODUCT = ['dev/{e2e,browser}/**/*.test.ts', 'dev/{mobile,page-sizes}.test.ts']

export default defineConfig({
  test: {
    globalSetup: ['dev/postgres-test-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['*.test.ts', '{packages,services,operate,dev,apps/admin,apps/investor}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', ...WHOLE_PRODUCT],
          maxWorkers: 2,
        },
      },
      { extends: true, test: { name: 'whole', include: WHOLE_PRODUCT, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // npm test starts with the project's own Node; a test must not depend on what the shell happens to set.
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
})
