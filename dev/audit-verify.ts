// `npm run audit:verify`: checks the installation that the environment names, or with `-- --here`
// the product that runs from this folder. It never guesses: "intact" about the wrong installation
// is worse than no answer.
import { parseArgs } from 'node:util'
import { auditSourceOf, verifyAndSay, type AuditSource } from '@rmtools/operate/audit-verify'
import { runningHere } from './running.ts'

const { values } = parseArgs({ options: { here: { type: 'boolean', default: false } } })

async function developmentAudit(): Promise<AuditSource> {
  const running = await runningHere()
  if (!running)
    throw new Error('nothing runs from this folder; start it in another terminal: npm start')
  return {
    databaseUrl: running.authDatabaseUrl,
    headFile: running.auditHeadFile,
    publicKeys: running.publicKeys,
  }
}

async function namedAudit(): Promise<AuditSource> {
  try {
    return await auditSourceOf(process.env)
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}; or --here for the product that runs from this folder`,
      {
        cause: error,
      },
    )
  }
}

process.exitCode = await verifyAndSay(values.here ? developmentAudit : namedAudit)
