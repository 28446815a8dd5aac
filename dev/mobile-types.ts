// Type-checks the mobile app with its own TypeScript. Installs the app's packages when they are missing: 15,000 lines that nobody
// looked at must not look like lines without a fault.
import { installMobile, runMobile } from '@rmtools/operate/mobile-pages'

try {
  await installMobile((step) => console.log(step))
  await runMobile(['typescript/bin/tsc', '--noEmit'])
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
