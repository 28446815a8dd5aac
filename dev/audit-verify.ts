// `npm run audit:verify`: against the installation that the environment names, or else the product that runs from this folder.
import { auditPlaceOf, sayAuditVerdict } from '@rmtools/operate/audit-verify'
import { findRunning, type Running } from './running.ts'

const placeOf = ({ authDatabaseUrl, auditHeadFile, publicKeys }: Running) => ({
  databaseUrl: authDatabaseUrl,
  headFile: auditHeadFile,
  publicKeys,
})
process.exit((await sayAuditVerdict((await auditPlaceOf(process.env)) ?? placeOf(await findRunning()))) ? 0 : 1)
