import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
const s = new Session(); s.connect()
process.on('message', async (m: any) => {
  if (m === 'prof-start') { await s.post('Profiler.enable'); await s.post('Profiler.setSamplingInterval', { interval: 250 }); await s.post('Profiler.start') ; process.send?.('ok') }
  if (m === 'prof-stop') { const { profile } = await s.post('Profiler.stop'); writeFileSync('/tmp/prof/load.cpuprofile', JSON.stringify(profile)); process.send?.('ok') }
  if (m === 'gc') { (globalThis as any).gc?.(); process.send?.('ok') }
})
await import('./server.ts')
