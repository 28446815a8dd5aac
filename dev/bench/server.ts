// Runs the product in its own process, so that its memory and processor time can be measured
// separately.
import { join } from 'node:path'
import { liftedLimits } from '../lifted-limits.ts'
import { startSystem } from '../system.ts'

const [directory = '', arrangement = 'one'] = process.argv.slice(2)
const started = performance.now()
const system = await startSystem({
  directory: join(directory),
  arrangement: arrangement === 'split' ? 'split' : 'one',
  port: 0,
  logLevel: 'silent',
  overrides: { ...liftedLimits, THROTTLE_SCALE: '100000' },
})
const pids = Object.fromEntries([...system.programs].map(([name, program]) => [name, program.pid]))
process.send?.({
  url: system.url,
  ownerUrl: system.ownerUrl,
  signingKeys: system.secrets.SIGNING_KEYS,
  startMs: performance.now() - started,
  pids,
})
process.on('message', (message) => {
  if (message === 'stop') void system[Symbol.asyncDispose]().then(() => process.exit(0))
})
