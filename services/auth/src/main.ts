import { allGrants as grants } from '@rmtools/contracts/everything'
import { runProgram } from '@rmtools/kit/run'
import { startAuth } from './app.ts'
import { authSettings } from './config.ts'

await runProgram({
  name: 'auth',
  settings: authSettings,
  env: process.env,
  start: async (config, log) => await startAuth({ ...config, grants }, log),
})
