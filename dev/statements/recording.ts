// Records every statement that a test file runs: a setup file of the tests during `npm run
// statements`.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { onStatement } from '@rmtools/kit/building'
import { recordOf } from './templates.ts'

const folder = process.env.RECORD_STATEMENTS
if (folder === undefined) throw new Error('RECORD_STATEMENTS names no folder')
const file = join(folder, `${process.pid}-${performance.timeOrigin}.jsonl`)
const seen = new Set<string>()

onStatement(({ sql: text, query }) => {
  if (seen.has(text)) return
  seen.add(text)
  const recorded = recordOf(query, text)
  if (recorded) appendFileSync(file, `${JSON.stringify(recorded)}\n`)
})
