// bff as `npm start -- --split` runs it: the product's program with the development inbox beside it.
import { startBff } from '@rmtools/bff/app'
import { bffSettings } from '@rmtools/bff/config'
import { readConfig } from '@rmtools/kit/config'
import { createLog } from '@rmtools/kit/log'
import { runUntilSignal } from '@rmtools/kit/run'
import { openInbox } from './inbox.ts'

const config = readConfig(bffSettings, process.env)
const log = createLog('bff', config.LOG_LEVEL)
const inbox = openInbox(process.env['INBOX_FILE'] ?? ':memory:')
await runUntilSignal(log, async () => await startBff(config, log, async (app) => inbox.mount(app)))
