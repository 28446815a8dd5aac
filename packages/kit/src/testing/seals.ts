// Keys and certificates of seals for tests.
import { issueCertificate, type IssuedCertificate, type Wanted } from '../sealing/certificates.ts'
import { sealOf, type Seal } from '../sealing/seal.ts'
import { TEST_START } from './clock.ts'

const DAY_MS = 86_400_000
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: 'SHA-256',
} as const

type Made = Partial<Wanted> & { readonly isRsa?: boolean }

/** A certificate that is valid from a day before the tests' time until a year after it. */
export async function testCertificate({
  isRsa = false,
  ...given
}: Made = {}): Promise<IssuedCertificate> {
  return await issueCertificate({
    name: 'PT Uji Sekuritas',
    from: new Date(TEST_START.getTime() - DAY_MS),
    to: new Date(TEST_START.getTime() + 365 * DAY_MS),
    ...(isRsa ? { algorithm: RSA } : {}),
    ...given,
  })
}

/** A seal, and the certificates of its chain in PEM. */
export async function testSeal(
  given: Made = {},
): Promise<{ seal: Seal; pem: string; key: string }> {
  const { keyPem: key, certificatePem } = await testCertificate(given)
  const pem = certificatePem + (given.issuer?.certificatePem ?? '')
  return { seal: sealOf({ key, certificates: pem }), pem, key }
}
