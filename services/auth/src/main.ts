import { allGrants as grants } from '@rmtools/contracts/everything'
import { readConfig } from '@rmtools/kit/config'
import { createLog } from '@rmtools/kit/log'
import { runUntilSignal } from '@rmtools/kit/run'
import { startAuth } from './app.ts'
import { authSettings } from './config.ts'

const config = readConfig(authSettings, process.env)
const log = createLog('auth', config.LOG_LEVEL)
await runUntilSignal(log, async () => await startAuth({ ...config, grants }, log))
