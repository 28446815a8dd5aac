// `npm run dev`: runs the product for development. Open pages update their changed modules,
// services restart.
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'
import { createFront } from './develop/front.ts'
import { openPages, shellFolder, type Pages } from './develop/pages.ts'
import { openPhone, phoneShell } from './develop/phone.ts'
import { watchServices, type Watched } from './develop/watched.ts'
import { noteRunning, refuseSecond, stopOnSignals } from './running.ts'
import { DEMO_PASSWORD } from './seed/people.ts'
import { startSystem, type System } from './system.ts'

const { values } = parseArgs({
  options: {
    /**
     * The amount of demo data: `full` as with npm start, `people`, or `none` for the fastest start.
     */
    demo: { type: 'string', default: 'full' },
    /** Lets a debugger attach to the services at 127.0.0.1:9229. */
    inspect: { type: 'boolean', default: false },
    /** Serves the phone's app from its last build. */
    'no-phone': { type: 'boolean', default: false },
  },
})
const port = Number(process.env['PORT'] ?? 8080)
const url = `http://127.0.0.1:${port}`
const started = performance.now()
const say = (text: string) => console.log(`  ${text}`)

let system: System | undefined
let services: Watched | undefined
const pages: Pages[] = []
const front = createFront({
  port: () => Number(new URL(system?.url ?? url).port),
  ready: async () => await services?.ready(),
  pages: () => pages,
})

stopOnSignals(async () => {
  for (const { close } of pages) await close()
  await front[Symbol.asyncDispose]()
  await system?.[Symbol.asyncDispose]()
})

function demoOf(text: string): 'none' | 'people' | 'full' {
  if (text === 'none' || text === 'people' || text === 'full') return text
  throw new Error(`--demo is none, people or full, not ${text}`)
}

try {
  await refuseSecond()
  const opening = Promise.all([
    openPages('admin', '/admin/', front.server),
    openPages('investor', '/i/', front.server),
  ])
  opening.catch(() => undefined)
  system = await startSystem({
    directory: dataFolder,
    arrangement: 'watched',
    port: 0,
    logLevel: process.env['LOG_LEVEL'] ?? 'warn',
    demo: demoOf(values.demo),
    overrides: {
      PUBLIC_URL: url,
      ADMIN_PAGES: shellFolder('admin'),
      INVESTOR_PAGES: shellFolder('investor'),
      ...(values['no-phone'] ? {} : { MOBILE_PAGES: phoneShell }),
    },
    servicesEnvironment: values.inspect ? { NODE_OPTIONS: '--inspect=127.0.0.1:9229' } : {},
    onStep: say,
  })
  const vitePages = await opening
  pages.push(...vitePages)
  if (!values['no-phone']) pages.push(openPhone(front.server, say))
  const [first] = vitePages
  if (first) services = watchServices(system, first.vite.watcher, say)
  await front.listen(port)
  await noteRunning({ ...system.note, url })
  console.log(
    `\nRMTools is ready for changes after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`,
  )
  say(`Console   ${url}/admin/   changes appear while it is open`)
  if (!values['no-phone'])
    say(`Phone     ${url}/app/     likewise; the first time it takes some seconds`)
  say(`Inbox     ${url}/dev/inbox`)
  say(`Logins    as npm start prints them; the password is ${DEMO_PASSWORD}`)
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  await system?.[Symbol.asyncDispose]()
  process.exit(1)
}
