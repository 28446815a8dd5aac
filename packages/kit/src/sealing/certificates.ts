// Certificates that an installation issues itself: its seal is self-signed until a certificate
// authority gives it one.
import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import { BasicConstraints, Certificate, Extension, RelativeDistinguishedNames, Time } from 'pkijs'

export type IssuedCertificate = {
  readonly certificate: Certificate
  readonly keys: CryptoKeyPair
  readonly keyPem: string
  readonly certificatePem: string
}

export type Wanted = {
  /** The subject: a common name, and the organisation if it differs. */
  readonly name: string
  readonly organisation?: string
  readonly from: Date
  readonly to: Date
  /** The issuer; none: self-signed. */
  readonly issuer?: IssuedCertificate
  readonly isAuthority?: boolean
  /** Further extensions, such as an extended key usage. */
  readonly extensions?: readonly Extension[]
  readonly algorithm?: RsaHashedKeyGenParams | EcKeyGenParams
}

const COUNTRY = '2.5.4.6'
const COMMON_NAME = '2.5.4.3'
const ORGANISATION = '2.5.4.10'
const KEY_USAGE = '2.5.29.15'
const BASIC_CONSTRAINTS = '2.5.29.19'
const SUBJECT_KEY = '2.5.29.14'
/** digitalSignature and nonRepudiation. */
const SIGNS = { valueHex: Uint8Array.of(0xc0), unusedBits: 6 }
/** keyCertSign. */
const ISSUES = { valueHex: Uint8Array.of(0x04), unusedBits: 2 }
const EC: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' }
const YEARS = 5

/** A new key with a self-signed certificate for the seal of an organisation, as PEM. */
export async function selfSignedSeal(
  organisation: string,
  from: Date,
  years = YEARS,
): Promise<{ key: string; certificates: string }> {
  const to = new Date(from)
  to.setUTCFullYear(to.getUTCFullYear() + years)
  const { keyPem, certificatePem } = await issueCertificate({
    name: organisation,
    organisation,
    from,
    to,
  })
  return { key: keyPem, certificates: certificatePem }
}

/** A new key pair with a certificate. */
export async function issueCertificate(wanted: Wanted): Promise<IssuedCertificate> {
  const { name, organisation = name, from, to, issuer, isAuthority = false } = wanted
  const keys = await crypto.subtle.generateKey(wanted.algorithm ?? EC, true, ['sign', 'verify'])
  const certificate = new Certificate({ version: 2 })
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  certificate.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial) })
  certificate.subject = nameOf([
    [COUNTRY, new asn1.PrintableString({ value: 'ID' })],
    [ORGANISATION, new asn1.Utf8String({ value: organisation })],
    [COMMON_NAME, new asn1.Utf8String({ value: name })],
  ])
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject
  certificate.notBefore = new Time({ value: from })
  certificate.notAfter = new Time({ value: to })
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  const keyHash = await certificate.getKeyHash('SHA-1')
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: isAuthority }).toSchema(), true),
    extension(KEY_USAGE, new asn1.BitString(isAuthority ? ISSUES : SIGNS), true),
    extension(SUBJECT_KEY, new asn1.OctetString({ valueHex: keyHash })),
    ...(wanted.extensions ?? []),
  ]
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256')
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    certificate,
    keys,
    keyPem: pem('PRIVATE KEY', key),
    certificatePem: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
  }
}

type Text = asn1.PrintableString | asn1.Utf8String

/** A name with a set of its own for each part; the library would make one set of all. */
function nameOf(parts: readonly (readonly [type: string, value: Text])[]) {
  const sets = parts.map(([type, value]) => {
    const part = new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: type }), value] })
    return new asn1.Set({ value: [part] })
  })
  return RelativeDistinguishedNames.fromBER(new asn1.Sequence({ value: sets }).toBER())
}

/** An extension of a certificate. */
export function extension(id: string, value: asn1.BaseBlock, critical = false): Extension {
  return new Extension({ extnID: id, critical, extnValue: value.toBER() })
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
