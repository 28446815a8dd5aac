// The settings of an installation's seal.
import { address, optional, text, web, type ConfigOf } from '../process/config.ts'

export const sealSettings = {
  SEAL_KEY: optional(
    text(
      'Private key of the seal under signed documents (EC P-256 or RSA): PEM, its base64, a PEM file, or gcp-kms:…; none: not sealed',
      { secret: true },
    ),
  ),
  SEAL_CERTIFICATES: optional(
    text(
      'Certificate of SEAL_KEY, followed by those of its issuers: PEM, its base64, or a PEM file',
    ),
  ),
  TIME_STAMP_URL: optional(
    address('Authority that stamps the time of each seal (RFC 3161); none: no time stamps', web),
  ),
}
export type SealSettings = Pick<ConfigOf<typeof sealSettings>, keyof typeof sealSettings>
