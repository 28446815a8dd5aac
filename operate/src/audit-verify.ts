import { readFile } from 'node:fs/promises'
import { verifyAudit } from '@rmtools/auth/audit-verify'
import { signingKeys } from '@rmtools/auth/signing-keys'

type PublicKey = { kid: string; publicKey: string }
export type AuditPlace = { databaseUrl: string; headFile: string; publicKeys: readonly PublicKey[] }

/** Recomputes the hash chain over the audit trail, says what was found, and gives whether all is as it was. */
export async function sayAuditVerdict({ databaseUrl, headFile, publicKeys }: AuditPlace): Promise<boolean> {
  const verdict = await verifyAudit(databaseUrl, headFile, publicKeys)
  console.log(`${verdict.entries} sealed entries, ${verdict.heads} signed heads`)
  for (const fault of verdict.faults) console.error(JSON.stringify(fault))
  console.log(verdict.isIntact ? 'The audit trail is intact.' : 'The audit trail was tampered with.')
  return verdict.isIntact
}

/**
 * The place that an environment names, as auth has it: DATABASE_URL and AUDIT_HEAD_FILE, SIGNING_KEYS for the keys in use, and
 * AUDIT_PUBLIC_KEYS for those that were retired (both a JSON file or the JSON itself). Undefined when it names none.
 */
export async function auditPlaceOf(env: Record<string, string | undefined>): Promise<AuditPlace | undefined> {
  const { DATABASE_URL: databaseUrl, AUDIT_HEAD_FILE: headFile, SIGNING_KEYS: current, AUDIT_PUBLIC_KEYS: retired } = env
  if (!databaseUrl || !headFile || !(current || retired)) return undefined
  const inUse = current ? await signingKeys(current).all() : []
  return { databaseUrl, headFile, publicKeys: [...inUse, ...(retired ? await publicKeys(retired) : [])] }
}

async function publicKeys(source: string): Promise<PublicKey[]> {
  return JSON.parse(source.trimStart().startsWith('[') ? source : await readFile(source, 'utf8')) as PublicKey[]
}
