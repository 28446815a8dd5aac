// `npm run audit:verify`: recomputes the hash chain over the audit trail. Against the running product, or with DATABASE_URL,
// AUDIT_HEAD_FILE and AUDIT_PUBLIC_KEYS (JSON of {kid, publicKey}[]) against any installation.
import { verifyAudit } from '@rmtools/auth/audit-verify'
import { findRunning } from './running.ts'

const { DATABASE_URL, AUDIT_HEAD_FILE, AUDIT_PUBLIC_KEYS } = process.env
const running = DATABASE_URL && AUDIT_HEAD_FILE && AUDIT_PUBLIC_KEYS ? undefined : await findRunning()
const verdict = running
  ? await verifyAudit(running.authDatabaseUrl, running.auditHeadFile, running.publicKeys)
  : await verifyAudit(DATABASE_URL ?? '', AUDIT_HEAD_FILE ?? '', JSON.parse(AUDIT_PUBLIC_KEYS ?? '[]'))
console.log(`${verdict.entries} sealed entries, ${verdict.heads} signed heads`)
for (const fault of verdict.faults) console.error(JSON.stringify(fault))
console.log(verdict.isIntact ? 'The audit trail is intact.' : 'The audit trail was tampered with.')
process.exit(verdict.isIntact ? 0 : 1)
