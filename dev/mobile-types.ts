// Type-checks the mobile app with its own TypeScript, where its packages are installed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runMobile } from '@rmtools/operate/mobile-pages'

if (existsSync(join(import.meta.dirname, '../apps/mobile/node_modules/typescript'))) {
  await runMobile(['typescript/bin/tsc', '--noEmit']).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  })
}
