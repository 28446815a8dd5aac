// The product in a process of its own, so that its memory and its processor time are its own.
import { join } from 'node:path'
import { startSystem } from '../system.ts'

const [directory = ''] = process.argv.slice(2)
const started = performance.now()
const system = await startSystem({
  directory: join(directory),
  arrangement: 'one',
  port: 0,
  logLevel: 'silent',
  overrides: { THROTTLE_SCALE: '100000' },
})
process.send?.({ url: system.url, ownerUrl: system.ownerUrl, signingKeys: system.secrets.SIGNING_KEYS, startMs: performance.now() - started })
process.on('message', (message) => {
  if (message === 'memory') process.send?.({ rss: process.memoryUsage().rss })
  if (message === 'stop') void system[Symbol.asyncDispose]().then(() => process.exit(0))
})
