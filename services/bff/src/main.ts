import { readConfig } from '@rmtools/kit/config'
import { createLog } from '@rmtools/kit/log'
import { runUntilSignal } from '@rmtools/kit/run'
import { bffSettings } from './config.ts'
import { startBff } from './app.ts'

const config = readConfig(bffSettings, process.env)
const log = createLog('bff', config.LOG_LEVEL)
await runUntilSignal(log, async () => await startBff(config, log))
