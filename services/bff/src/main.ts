import { runProgram } from '@rmtools/kit/run'
import { startBff } from './app.ts'
import { bffSettings } from './config.ts'

await runProgram({ name: 'bff', settings: bffSettings, env: process.env, start: startBff })
