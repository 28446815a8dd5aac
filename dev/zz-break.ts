import { startSystem } from './system.ts'
const s = await startSystem({ directory: process.argv[2]!, arrangement: 'one', port: 0, logLevel: 'error', demo: 'full', onStep: (x) => console.log(x) })
await new Promise((r) => setTimeout(r, Number(process.argv[3])))
const t = performance.now(); await s[Symbol.asyncDispose](); console.log('stopped in', performance.now() - t); process.exit(0)
