// Checking the seal of a PDF, by nothing but the file and the certificates that the caller trusts.
import type { X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import { ContentInfo, type SignedData } from 'pkijs'
import { DATA, TIME_STAMP_TOKEN } from './oids.ts'
import { contentOf, covered, placedIn } from './finding.ts'
import { certificatesIn, isValidAt } from './seal.ts'
import { signedDataIn, signerOf, valueOf } from './signed-data.ts'
import { stampIn } from './time-stamps.ts'
import { trustIn, type Trust } from './trust.ts'

/** A certificate in words, and what it is worth at a time. */
export type Holder = {
  readonly subject: string
  readonly issuer: string
  readonly serial: string
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string
  readonly validFrom: Date
  readonly validTo: Date
  readonly wasValid: boolean
  /** Whether the caller's certificates vouch for it; without any it is not known. */
  readonly trust: Trust
}

export type SealFault =
  /** The signature cannot be read. */
  | 'unreadable'
  /** A byte that the seal covers has changed, or the signature is false. */
  | 'changed'
  /** The file has bytes that the seal does not cover. */
  | 'not-covered'
  /** The certificate was not valid at the time of sealing. */
  | 'not-valid-then'
  | 'time-stamp-false'

export type SealCheck = {
  /** There are no faults. What it is worth depends on trust in the signer. */
  readonly holds: boolean
  readonly faults: readonly SealFault[]
  /** The time of the time stamp if that holds, otherwise as the sealer claims. */
  readonly at: Date | undefined
  /** Undefined if the signature cannot be read. */
  readonly signer: Holder | undefined
  readonly timeStamp:
    | { readonly at: Date; readonly holds: boolean; readonly authority: Holder }
    | undefined
}

/**
 * Checks the seal of a PDF; undefined if it has none. `trusted` are certificates in PEM, of the
 * sealer or of those who issued the sealer's.
 */
export async function checkSeal(
  bytes: Uint8Array,
  { trusted }: { readonly trusted?: string | undefined } = {},
): Promise<SealCheck | undefined> {
  const placed = placedIn(bytes)
  if (!placed) return undefined
  const anchors = trusted === undefined ? undefined : certificatesIn(trusted)
  const content = contentOf(bytes, placed.gap)
  const isWhole =
    content !== undefined && placed.end === bytes.length && placed.gap.from <= placed.gap.to
  const outside: SealFault[] = isWhole ? [] : ['not-covered']
  try {
    const signed = signedDataIn(content ?? Buffer.of())
    const signer = await signerOf(signed, covered(bytes, placed), DATA)
    const stamp = await stampOf(signed, anchors)
    const at = stamp?.timeStamp?.holds === true ? stamp.timeStamp.at : placed.at
    const holder = await holderOf(signer.certificate, { others: signer.others, anchors, at })
    const faults: SealFault[] = [
      ...(signer.holds ? [] : (['changed'] as const)),
      ...outside,
      ...(holder.wasValid ? [] : (['not-valid-then'] as const)),
      ...(stamp === undefined || stamp.timeStamp?.holds === true
        ? []
        : (['time-stamp-false'] as const)),
    ]
    return {
      holds: faults.length === 0,
      faults,
      at,
      signer: holder,
      timeStamp: stamp?.timeStamp,
    }
  } catch {
    const faults = ['unreadable', ...outside] as const
    return { holds: false, faults, at: undefined, signer: undefined, timeStamp: undefined }
  }
}

type Anchors = readonly X509Certificate[] | undefined

/** The time stamp over a signature; undefined if it has none, without content if unreadable. */
async function stampOf(
  { signerInfos: [info] }: SignedData,
  anchors: Anchors,
): Promise<Pick<SealCheck, 'timeStamp'> | undefined> {
  const hasToken = info?.unsignedAttrs?.attributes.some(({ type }) => type === TIME_STAMP_TOKEN)
  if (info === undefined || hasToken !== true) return undefined
  const token = valueOf(info.unsignedAttrs, TIME_STAMP_TOKEN, asn1.Sequence)
  if (!token) return { timeStamp: undefined }
  const encoded = new Uint8Array(new ContentInfo({ schema: token }).toSchema().toBER())
  const read = await stampIn(encoded, info.signature.valueBlock.valueHexView).catch(() => undefined)
  if (!read) return { timeStamp: undefined }
  const { at, others } = read
  const authority = await holderOf(read.authority, { others, anchors, at })
  return { timeStamp: { at, authority, holds: read.holds && authority.wasValid } }
}

type Standing = { others: readonly X509Certificate[]; anchors: Anchors; at: Date | undefined }

async function holderOf(
  certificate: X509Certificate,
  { others, anchors, at }: Standing,
): Promise<Holder> {
  const { subject, issuer, serialNumber, fingerprint256, validFromDate, validToDate } = certificate
  return {
    subject: inOneLine(subject),
    issuer: inOneLine(issuer),
    serial: serialNumber,
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
    validFrom: validFromDate,
    validTo: validToDate,
    wasValid: at !== undefined && isValidAt(certificate, at),
    trust: await trustIn(certificate, { others, anchors, at }),
  }
}

const inOneLine = (name: string) => name.split('\n').toReversed().join(', ')
