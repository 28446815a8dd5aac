// The simulator as a program. It refuses to run in production, because its figures are invented.
import { createSimulator } from './simulator.ts'

const { env } = process
if (env['NODE_ENV'] === 'production')
  throw new Error('The Bib simulator does not run in production')
const apiKey = env['BIB_API_KEY']
if (!apiKey)
  throw new Error('BIB_API_KEY is needed: what callers say as authorization: Bearer <key>')

const simulator = await createSimulator({
  apiKey,
  port: Number(env['PORT'] ?? 8090),
  host: env['HOST'] ?? '127.0.0.1',
  dataFile: env['DATA_FILE'] ?? ':memory:',
  tickMs: Number(env['TICK_MS'] ?? 1000),
  pushUrl: env['PUSH_URL'],
  ...(env['PUSH_AUDIENCE'] === undefined ? {} : { pushAudience: env['PUSH_AUDIENCE'] }),
  ...(env['PUBLIC_URL'] === undefined ? {} : { publicUrl: env['PUBLIC_URL'] }),
})
console.log(`Bib simulator on ${simulator.url}, its time ${simulator.clock.now().toISOString()}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => void simulator.close())
