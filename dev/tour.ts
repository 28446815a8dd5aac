// `npm run tour`: walks through the main workflow of the product that `npm start` runs, and prints
// each step.
import { findRunning } from './running.ts'
import { stageAt, walk } from './tour/walk.ts'
import { verifyAudit } from '@rmtools/auth/audit-verify'

const { url, bibUrl, bibApiKey, authDatabaseUrl, auditHeadFile, publicKeys } = await findRunning()
const started = performance.now()
const say = (text: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
try {
  await walk(stageAt(url, { url: bibUrl, apiKey: bibApiKey }, say))
  const { isIntact, entries, faults } = await verifyAudit(
    authDatabaseUrl,
    auditHeadFile,
    publicKeys,
  )
  if (!isIntact) throw new Error(`the chain does not verify: ${JSON.stringify(faults)}`)
  say(`the chain verifies from the first of ${entries} entries to the last`)
  console.log('\nThe tour ended well.')
} catch (error) {
  console.error('\nThe tour stopped:', error)
  process.exit(1)
}
