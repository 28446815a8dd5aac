import { runProgram } from '@rmtools/kit/run'
import { startCrm } from './app.ts'
import { crmSettings } from './config.ts'

await runProgram({ name: 'crm', settings: crmSettings, env: process.env, start: startCrm })
