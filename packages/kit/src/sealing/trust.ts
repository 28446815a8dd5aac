// Whether certificates that somebody trusts vouch for another one.
import type { X509Certificate } from 'node:crypto'
import { Certificate, CertificateChainValidationEngine } from 'pkijs'
import { isValidAt } from './seal.ts'

export type Trust = 'trusted' | 'not-trusted' | 'not-known'

type Given = {
  readonly others: readonly X509Certificate[]
  /** What is trusted; undefined if the caller names nothing. */
  readonly anchors: readonly X509Certificate[] | undefined
  readonly at: Date | undefined
}

/**
 * Trust in a certificate at a time: it is one of the anchors, or a valid chain (RFC 5280) leads
 * from it to one. Revocation is not asked about.
 */
export async function trustIn(
  certificate: X509Certificate,
  { others, anchors, at }: Given,
): Promise<Trust> {
  if (anchors === undefined) return 'not-known'
  if (at === undefined || !isValidAt(certificate, at)) return 'not-trusted'
  if (anchors.some(({ raw }) => raw.equals(certificate.raw))) return 'trusted'
  const engine = new CertificateChainValidationEngine({
    trustedCerts: anchors.map(parsed),
    certs: [...others, certificate].map(parsed),
    checkDate: at,
  })
  const { result } = await engine.verify().catch(() => ({ result: false }))
  return result ? 'trusted' : 'not-trusted'
}

const parsed = ({ raw }: X509Certificate) => Certificate.fromBER(raw)
