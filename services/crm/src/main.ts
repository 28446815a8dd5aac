import { readConfig } from '@rmtools/kit/config'
import { createLog } from '@rmtools/kit/log'
import { runUntilSignal } from '@rmtools/kit/run'
import { startCrm } from './app.ts'
import { crmSettings } from './config.ts'

const config = readConfig(crmSettings, process.env)
const log = createLog('crm', config.LOG_LEVEL)
await runUntilSignal(log, async () => await startCrm(config, log))
