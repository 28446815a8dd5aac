// `npm start`: the whole product on embedded defaults with demo data.
import { parseArgs } from 'node:util'
import { dataFolder } from './data-folder.ts'
import { buildMobile } from '@rmtools/operate/mobile-pages'
import { buildPages } from '@rmtools/operate/pages'
import { noteRunning, refuseSecond, stopOnSignals } from './running.ts'
import { DEMO_PASSWORD, users } from './seed/people.ts'
import { startSystem, type System } from './system.ts'

const { values } = parseArgs({
  options: {
    split: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
})
const started = performance.now()

function announce({ url, note }: System): void {
  const line = (label: string, text: string) => console.log(`  ${label.padEnd(18)} ${text}`)
  console.log(`\nRMTools is ready after ${((performance.now() - started) / 1000).toFixed(1)} s.\n`)
  line('Console', `${url}/admin/`)
  line('Mobile app', `${url}/app/   as it runs in a phone's browser; prepared in the background`)
  line('API', `${url}/swagger-ui/`)
  line('OpenAPI', `${url}/openapi.json`)
  line(
    'Inbox',
    `${url}/dev/inbox   every e-mail, SMS, WhatsApp message and push; codes and links are here`,
  )
  line('Health', `${url}/health/ready`)
  line('Bib simulator', note.bibUrl)
  console.log(`\n  Demo logins, all with the password ${DEMO_PASSWORD}:`)
  for (const { email, fullName, roles, status } of users)
    line(
      `  ${roles.map(({ role }) => role)[0]}`,
      `${email.padEnd(28)} ${fullName}, ${roles.map(({ company }) => company).join(' and ')}${status ? ` (${status})` : ''}`,
    )
  console.log(
    '\n  Investors, portfolios and instructions of the demo are written in the background, once.',
  )
  console.log(
    '  npm run tour walks the main job. Ctrl-C stops everything; the data stay in .data/ (npm run reset starts over).\n',
  )
}

let system: System | undefined
stopOnSignals(async () => await system?.[Symbol.asyncDispose]())

try {
  await refuseSecond()
  // In parallel with the start of the database: on a fresh checkout the build takes longer.
  const built = Promise.all([buildPages('admin'), buildPages('investor')])
  built.catch(() => undefined)
  system = await startSystem({
    directory: dataFolder,
    arrangement: values.split ? 'split' : 'one',
    port: Number(process.env['PORT'] ?? 8080),
    logLevel: process.env['LOG_LEVEL'] ?? (values.quiet ? 'silent' : 'warn'),
    demo: 'full',
    // Messages after the announcement are events, not progress.
    onStep: (step) => console.log(system ? `  ${step}` : `  ${step} …`),
  })
  await built
  await noteRunning(system.note)
  announce(system)
  buildMobile((step) => console.log(`  ${step}`)).catch((error: unknown) => {
    console.error(
      `  The mobile app could not be built. ${error instanceof Error ? error.message : String(error)}`,
    )
  })
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
  process.exit(1)
}
