// CMS signatures: making the one of a seal, and checking those of seals and time stamps.
import { createHash, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import {
  CONTENT_TYPE,
  DATA,
  digests,
  MESSAGE_DIGEST,
  SHA256,
  SIGNED_DATA,
  SIGNING_CERTIFICATE,
  SIGNING_CERTIFICATE_V2,
  TIME_STAMP_TOKEN,
} from './oids.ts'
import type { Seal } from './seal.ts'

const SIGNED = 0
const UNSIGNED = 1

/** A signature over a digest, to which a time stamp can be added. */
export type Signature = {
  /** What a time stamp is over. */
  readonly value: Uint8Array
  /** The signature in DER, with a time stamp's token if there is one. */
  encoded(token?: Uint8Array): Buffer
}

/** Signs detached content by its SHA-256 digest, as PAdES baseline B-B requires. */
export async function signDigest(
  digest: Uint8Array,
  { key, certificate, issuers }: Seal,
): Promise<Signature> {
  const [own, ...others] = [certificate, ...issuers].map(({ raw }) => Certificate.fromBER(raw))
  if (own === undefined) throw new Error('A seal has a certificate')
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    // In the order that DER asks of a set. There is no signing time: PAdES has it in the PDF.
    signedAttrs: new SignedAndUnsignedAttributes({
      type: SIGNED,
      attributes: [
        new Attribute({ type: CONTENT_TYPE, values: [new asn1.ObjectIdentifier({ value: DATA })] }),
        new Attribute({ type: MESSAGE_DIGEST, values: [octets(digest)] }),
        new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [nameOf(certificate)] }),
      ],
    }),
  })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    certificates: [own, ...others],
    signerInfos: [signer],
  })
  const algorithm =
    key.asymmetricKeyType === 'ec'
      ? { name: 'ECDSA', namedCurve: 'P-256' }
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const bytes = key.export({ type: 'pkcs8', format: 'der' })
  const imported = await crypto.subtle.importKey('pkcs8', new Uint8Array(bytes), algorithm, false, [
    'sign',
  ])
  await signed.sign(imported, 0, 'SHA-256')
  return {
    value: signer.signature.valueBlock.valueHexView,
    encoded(token) {
      if (token)
        signer.unsignedAttrs = new SignedAndUnsignedAttributes({
          type: UNSIGNED,
          attributes: [
            new Attribute({ type: TIME_STAMP_TOKEN, values: [asn1.fromBER(token).result] }),
          ],
        })
      const info = new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
      return Buffer.from(info.toSchema().toBER())
    },
  }
}

const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: new Uint8Array(bytes) })

/** The certificate's name by its hash, so that no other of the same key can take its place. */
function nameOf({ raw }: X509Certificate): asn1.Sequence {
  const id = new asn1.Sequence({ value: [octets(createHash('sha256').update(raw).digest())] })
  return new asn1.Sequence({ value: [new asn1.Sequence({ value: [id] })] })
}

/** The signed data in DER or BER; zeros may follow. Throws if it cannot be read. */
export function signedDataIn(bytes: Uint8Array): SignedData {
  const { offset, result } = asn1.fromBER(bytes)
  if (offset < 1 || bytes.subarray(offset).some((byte) => byte !== 0))
    throw new Error('Something follows the signature')
  const own = new Uint8Array(bytes.subarray(0, offset))
  if (!Buffer.from(result.toBER()).equals(own)) throw new Error('Another encoding was meant')
  const info = ContentInfo.fromBER(own)
  if (info.contentType !== SIGNED_DATA) throw new Error('There is no signature')
  return new SignedData({ schema: info.content })
}

export type Signer = {
  readonly certificate: X509Certificate
  /** The other certificates that came with the signature. */
  readonly others: readonly X509Certificate[]
  /** The signature is of this certificate's key, over this content, and names the certificate. */
  readonly holds: boolean
}

/** The only signer of signed data, checked over the content. Throws if it cannot be read. */
export async function signerOf(
  signed: SignedData,
  content: Uint8Array,
  contentType: string,
): Promise<Signer> {
  const [info, ...more] = signed.signerInfos
  if (info === undefined || more.length > 0) throw new Error('There is not one signer')
  const all = (signed.certificates ?? [])
    .filter((one) => one instanceof Certificate)
    .map((one) => ({ one, certificate: new X509Certificate(Buffer.from(one.toSchema().toBER())) }))
  const found = await signed
    .verify({ signer: 0, data: new Uint8Array(content).buffer, extendedMode: true })
    .catch((error: unknown) => error)
  const of =
    typeof found === 'object' && found !== null && 'signerCertificate' in found
      ? found.signerCertificate
      : undefined
  const own = all.find(({ one }) => one === of)
  if (own === undefined) throw new Error('The signer’s certificate is missing')
  const isVerified =
    typeof found === 'object' &&
    found !== null &&
    'signatureVerified' in found &&
    found.signatureVerified === true
  return {
    certificate: own.certificate,
    others: all.filter((one) => one !== own).map(({ certificate }) => certificate),
    holds:
      isVerified &&
      info.digestAlgorithm.algorithmId in digests &&
      valueOf(info.signedAttrs, CONTENT_TYPE, asn1.ObjectIdentifier)?.getValue() === contentType &&
      signed.encapContentInfo.eContentType === contentType &&
      isNamed(own.certificate, info),
  }
}

/** The only value of an attribute, if it is of this type. */
export function valueOf<T>(
  attributes: SignedAndUnsignedAttributes | undefined,
  type: string,
  kind: abstract new (...args: never[]) => T,
): T | undefined {
  const found = attributes?.attributes.filter((attribute) => attribute.type === type) ?? []
  const values: readonly unknown[] = found.flatMap(({ values: own }): unknown[] => own)
  const [value] = values
  return values.length === 1 && value instanceof kind ? value : undefined
}

/** Whether the signed attributes name the certificate, as ESS (RFC 5035) has it. */
function isNamed({ raw }: X509Certificate, { signedAttrs }: SignerInfo): boolean {
  const named = valueOf(signedAttrs, SIGNING_CERTIFICATE_V2, asn1.Sequence)
  // Authorities of time stamps may use the older attribute, which has SHA-1 only.
  const id = firstIn(firstIn(named ?? valueOf(signedAttrs, SIGNING_CERTIFICATE, asn1.Sequence)))
  const first = firstIn(id)
  const hasAlgorithm = first instanceof asn1.Sequence
  const algorithm = hasAlgorithm ? firstIn(first) : undefined
  const hash = hasAlgorithm ? itemsOf(id)[1] : first
  if (!(hash instanceof asn1.OctetString)) return false
  const oid = algorithm instanceof asn1.ObjectIdentifier ? algorithm.getValue() : SHA256
  const digest = named ? digests[oid] : 'sha1'
  if (digest === undefined) return false
  return createHash(digest).update(raw).digest().equals(hash.valueBlock.valueHexView)
}

const itemsOf = (block: unknown): readonly unknown[] =>
  block instanceof asn1.Sequence ? block.valueBlock.value : []
const firstIn = (block: unknown): unknown => itemsOf(block)[0]
