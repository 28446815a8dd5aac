// What an installation seals with: a private key, its certificate and those of the issuers.
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { TimeStampAuthority } from './stamping.ts'

export type Seal = {
  readonly key: KeyObject
  readonly certificate: X509Certificate
  /** The certificates of the issuers, each below the one that issued it. */
  readonly issuers: readonly X509Certificate[]
  readonly timeStamps?: TimeStampAuthority | undefined
}

const PEM = '-----BEGIN '
/** How base64 of PEM begins. */
const ENCODED_PEM = 'LS0tLS1CRUdJTi'
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const LEAST_RSA_BITS = 2048

/** PEM as a setting holds it: the text, its base64 in one line, or a file. */
function pemOf(given: string): string {
  if (given.includes(PEM)) return given
  if (given.startsWith(ENCODED_PEM)) return Buffer.from(given, 'base64').toString()
  return readFileSync(given, 'utf8')
}

/** The certificates in PEM, in their order. Throws if one cannot be read. */
export function certificatesIn(pem: string): X509Certificate[] {
  return (pem.match(CERTIFICATE) ?? []).map((one) => new X509Certificate(one))
}

/**
 * The seal of a key and certificates, the key's own first. Throws, naming the setting, if they do
 * not belong together or are too weak.
 */
export function sealOf(given: { key: string; certificates: string }): Seal {
  const key = named('SEAL_KEY', () => createPrivateKey(pemOf(given.key)))
  const [certificate, ...issuers] = named('SEAL_CERTIFICATES', () =>
    certificatesIn(pemOf(given.certificates)),
  )
  if (certificate === undefined) throw new Error('SEAL_CERTIFICATES holds no certificate')
  if (!isStrong(key))
    throw new Error('SEAL_KEY must be an EC key on P-256, or RSA with 2048 bits or more')
  if (!certificate.checkPrivateKey(key))
    throw new Error('SEAL_KEY does not belong to the first of SEAL_CERTIFICATES')
  for (const [below, issuer] of issuers.entries())
    if (!(issuers[below - 1] ?? certificate).checkIssued(issuer))
      throw new Error(`SEAL_CERTIFICATES: ${issuer.subject} did not issue the one before it`)
  return { key, certificate, issuers }
}

function named<T>(setting: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    // oxlint-disable-next-line eslint/preserve-caught-error -- the cause may quote the key
    throw new Error(`${setting} cannot be read${code}`)
  }
}

function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (type === 'ec') return details?.namedCurve === 'prime256v1'
  return type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_RSA_BITS
}

/** Whether a certificate is valid at a time. */
export function isValidAt({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate
}
