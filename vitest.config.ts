import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['*.test.ts', '{packages,services,dev,apps/admin,apps/investor}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**'],
    globalSetup: ['dev/postgres-test-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // npm test starts with the project's own Node; a test must not depend on what the shell happens to set.
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
})
