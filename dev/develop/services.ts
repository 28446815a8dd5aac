// auth, crm, bff and their workers in one process on a migrated database, as `npm run dev` runs and
// restarts it.
import { flushCompileCache } from 'node:module'
import { createLog } from '@rmtools/kit/log'
import { openInbox } from '../inbox.ts'
import type { Environments } from '../environment.ts'
import { startWorld } from '../world.ts'

const environments = JSON.parse(process.env['ENVIRONMENTS'] ?? '') as Environments
const log = createLog('rmtools', process.env['LOG_LEVEL'])
const inbox = openInbox(process.env['INBOX_FILE'] ?? ':memory:', environments.bff)

const world = await startWorld({ environments, log, extend: (app) => inbox.mount(app) })

// Written now, because the next start needs it and this process may be killed.
flushCompileCache()

process.once('SIGTERM', async () => {
  await world[Symbol.asyncDispose]()
  inbox[Symbol.dispose]()
  process.exit(0)
})
