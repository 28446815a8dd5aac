import { startSystem } from './system.ts'
const t0 = performance.now()
const arrangement = (process.argv[3] ?? 'one') as 'one' | 'split'
const s = await startSystem({
  directory: process.argv[2]!,
  arrangement,
  port: 0,
  logLevel: 'warn',
  demo: 'full',
  onStep: (x) => console.log(((performance.now() - t0) / 1000).toFixed(1), x),
})
console.log('ready', ((performance.now() - t0) / 1000).toFixed(1), s.url)
await s.demoWritten
if (process.argv[4] === 'stay') {
  await new Promise((r) => process.once('SIGTERM', r))
}
await s[Symbol.asyncDispose]()
console.log('end', ((performance.now() - t0) / 1000).toFixed(1))
process.exit(0)
