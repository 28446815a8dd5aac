// Type-checks the mobile app with its own TypeScript. Installs the app's packages if they are
// missing, because 15,000 unchecked lines must not pass as faultless.
import { installMobile, runMobile } from '@rmtools/operate/mobile-pages'

try {
  await installMobile((step) => console.log(step))
  await runMobile(['typescript/bin/tsc', '--noEmit'])
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
