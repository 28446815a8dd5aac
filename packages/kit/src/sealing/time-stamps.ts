// Time stamps by RFC 3161: asking an authority for one, and reading those in a seal.
import { createHash, randomBytes, type X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { SHA256, TIME_STAMP_INFO, TIME_STAMPING } from './oids.ts'
import { signedDataIn, signerOf } from './signed-data.ts'
import { StampRefused } from './stamping.ts'

/** A request for a stamp over a value, and the check of its answer. */
export function stampRequest(value: Uint8Array): {
  readonly body: Buffer
  /** The token in the answer. Throws StampRefused unless it stamps this value for this request. */
  tokenIn(answer: Uint8Array): Promise<Uint8Array>
} {
  const hash = createHash('sha256').update(value).digest()
  // Positive, and without a leading zero that DER forbids.
  const nonce = randomBytes(8)
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: SHA256,
        algorithmParams: new asn1.Null(),
      }),
      hashedMessage: new asn1.OctetString({ valueHex: new Uint8Array(hash) }),
    }),
    nonce: new asn1.Integer({ valueHex: new Uint8Array(nonce) }),
    certReq: true,
  })
  return {
    body: Buffer.from(request.toSchema().toBER()),
    async tokenIn(answer) {
      const token = tokenOf(answer)
      const { info, stamp } = await read(token, value)
      if (!nonce.equals(info.nonce?.valueBlock.valueHexView ?? Buffer.of()))
        throw new StampRefused('another-nonce')
      if (!isOver(info, value)) throw new StampRefused('another-hash')
      if (!stamp.holds) throw new StampRefused('invalid')
      return token
    },
  }
}

function tokenOf(answer: Uint8Array): Uint8Array {
  const { status, timeStampToken } = unlessUnreadable(() =>
    TimeStampResp.fromBER(new Uint8Array(answer)),
  )
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    throw new StampRefused('rejected')
  if (!timeStampToken) throw new StampRefused('unreadable')
  const token = new Uint8Array(timeStampToken.toSchema().toBER())
  // The seal holds the token as read here, so it must be what was signed.
  if (!Buffer.from(answer).includes(token)) throw new StampRefused('unreadable')
  return token
}

function unlessUnreadable<T>(work: () => T): T {
  try {
    return work()
  } catch {
    throw new StampRefused('unreadable')
  }
}

export type Stamp = {
  /** The authority's signature is good, and over this value. */
  readonly holds: boolean
  readonly at: Date
  readonly authority: X509Certificate
  readonly others: readonly X509Certificate[]
}

/** The stamp of a token over a value. Throws StampRefused if it cannot be read. */
export async function stampIn(token: Uint8Array, value: Uint8Array): Promise<Stamp> {
  return (await read(token, value)).stamp
}

async function read(
  token: Uint8Array,
  value: Uint8Array,
): Promise<{ info: TSTInfo; stamp: Stamp }> {
  try {
    const signed = signedDataIn(token)
    const info = TSTInfo.fromBER(signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer(0))
    const { certificate, others, holds } = await signerOf(signed, value, TIME_STAMP_INFO)
    return {
      info,
      stamp: {
        holds:
          holds && isOver(info, value) && (certificate.keyUsage ?? []).join() === TIME_STAMPING,
        at: info.genTime,
        authority: certificate,
        others,
      },
    }
  } catch (error) {
    throw new StampRefused('unreadable', error)
  }
}

function isOver({ messageImprint }: TSTInfo, value: Uint8Array): boolean {
  return (
    messageImprint.hashAlgorithm.algorithmId === SHA256 &&
    createHash('sha256')
      .update(value)
      .digest()
      .equals(messageImprint.hashedMessage.valueBlock.valueHexView)
  )
}
