// Runs before scripts that must change nothing on the machine, on whatever Node runs npm: reports
// missing packages.
import { existsSync } from 'node:fs'

const has = (path) => existsSync(new URL(`../node_modules/${path}`, import.meta.url))
if (!has('.bin/node') || !has('@rmtools/operate')) {
  console.error(
    'The packages of this checkout are not installed. This command does not install them; run npm ci first.',
  )
  process.exit(2)
}
