// bff as `npm start -- --split` runs it: the product's program plus the development inbox.
import { startBff } from '@rmtools/bff/app'
import { bffSettings } from '@rmtools/bff/config'
import { runProgram } from '@rmtools/kit/run'
import { openInbox } from './inbox.ts'

const inbox = openInbox(process.env['INBOX_FILE'] ?? ':memory:', process.env)
await runProgram({
  name: 'bff',
  settings: bffSettings,
  env: process.env,
  start: async (config, log) => await startBff(config, log, async (app) => inbox.mount(app)),
})
