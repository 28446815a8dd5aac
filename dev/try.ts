import { throwAwaySystem } from './e2e/place.ts'
import { stageAt, walk } from './tour/walk.ts'
await using s = await throwAwaySystem({ arrangement: (process.argv[2] ?? 'one') as 'one', logLevel: process.env['LL'] ?? 'warn' })
try { await walk(stageAt(s.url, { url: s.note.bibUrl, apiKey: s.note.bibApiKey }, console.log)) } catch (e) { console.log((e as any).toBody?.(), e) }
