import { startSystem } from './system.ts'
import { stageAt, walk } from './tour/walk.ts'
const [dir, arrangement, times] = [process.argv[2]!, process.argv[3] as 'one' | 'split', Number(process.argv[4] ?? 1)]
const s = await startSystem({ directory: dir, arrangement, port: 0, logLevel: 'error', demo: 'full', onStep: (x) => console.log('   step', x) })
for (let i = 0; i < times; i++) {
  const t0 = performance.now()
  try { await walk(stageAt(s.url, { url: s.note.bibUrl, apiKey: s.note.bibApiKey }, (l) => console.log(((performance.now() - t0) / 1000).toFixed(1), l))) }
  catch (e) { console.log('FAILED', (e as { toBody?: () => object }).toBody ? JSON.stringify((e as { toBody: () => object }).toBody()) : '', e) }
  console.log('walk', i, ((performance.now() - t0) / 1000).toFixed(1))
}
await s.demoWritten
await s[Symbol.asyncDispose](); process.exit(0)
