import { readFile } from 'node:fs/promises'
import { verifyAudit, type AuditVerdict } from '@rmtools/auth/audit-verify'
import { signingKeys } from '@rmtools/auth/signing-keys'
import { retiredKeysOf } from './keys.ts'

type PublicKey = { kid: string; publicKey: string }
export type AuditSource = {
  databaseUrl: string
  headFile: string
  publicKeys: readonly PublicKey[]
}

export const INTACT = 0
export const TAMPERED = 1
/** Nothing was verified: no source was named, or it could not be reached. */
export const NOT_VERIFIED = 2

/**
 * Recomputes the hash chain of the audit trail and prints the result; returns the exit status of
 * the program.
 */
export async function verifyAndSay(source: () => Promise<AuditSource>): Promise<number> {
  try {
    const { databaseUrl, headFile, publicKeys } = await source()
    const verdict = await verifyAudit(databaseUrl, headFile, publicKeys)
    say(verdict)
    return verdict.isIntact ? INTACT : TAMPERED
  } catch (error) {
    console.error(
      `The audit trail was not verified: ${error instanceof Error ? error.message : String(error)}`,
    )
    return NOT_VERIFIED
  }
}

function say({ entries, heads, sealedLate, faults, isIntact }: AuditVerdict): void {
  console.log(`${entries} sealed entries, ${heads} signed heads`)
  if (sealedLate && sealedLate.count > 0)
    console.log(
      `${sealedLate.count} entries were skipped and sealed late, by the upgrade of ${sealedLate.at}, as entry ${sealedLate.seq} of the chain records. The chain does not prove when they were written.`,
    )
  for (const fault of faults) console.error(JSON.stringify(fault))
  console.log(isIntact ? 'The audit trail is intact.' : 'The audit trail was tampered with.')
}

/**
 * The audit source that an environment names, with the same variables as auth: DATABASE_URL and
 * AUDIT_HEAD_FILE; SIGNING_KEYS for the keys in use; AUDIT_PUBLIC_KEYS for retired keys that are
 * neither in the head file nor beside SIGNING_KEYS (each a JSON file or the JSON itself). Throws
 * unless it names them all: the missing half must not be filled in from another installation.
 */
export async function auditSourceOf(env: Record<string, string | undefined>): Promise<AuditSource> {
  const {
    DATABASE_URL: databaseUrl,
    AUDIT_HEAD_FILE: headFile,
    SIGNING_KEYS: current,
    AUDIT_PUBLIC_KEYS: retired,
  } = env
  if (!databaseUrl || !headFile || !(current || retired)) {
    const missing = [
      ...(databaseUrl ? [] : ['DATABASE_URL']),
      ...(headFile ? [] : ['AUDIT_HEAD_FILE']),
      ...(current || retired ? [] : ['SIGNING_KEYS']),
    ]
    throw new Error(`which installation? ${missing.join(' and ')} of its auth must be set`)
  }
  const inUse = current ? await signingKeys(current).all() : []
  const given = retired ? await publicKeys(retired) : []
  return {
    databaseUrl,
    headFile,
    publicKeys: [...inUse, ...given, ...(current ? await retiredBeside(current) : [])],
  }
}

async function publicKeys(source: string): Promise<PublicKey[]> {
  return keysIn(isInline(source) ? source : await readFile(source, 'utf8'))
}

async function retiredBeside(signingKeysSource: string): Promise<PublicKey[]> {
  if (isInline(signingKeysSource)) return []
  const text = await readFile(retiredKeysOf(signingKeysSource), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '[]'
      throw error
    },
  )
  return keysIn(text)
}

const keysIn = (json: string) => JSON.parse(json) as PublicKey[]
const isInline = (source: string) => source.trimStart().startsWith('[')
