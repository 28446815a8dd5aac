// The program of the authority of time stamps for tests; time-stamp-authority.ts starts it.
import { createHash, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as asn1 from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { extension, issueCertificate, type IssuedCertificate } from '../sealing/certificates.ts'
import {
  CONTENT_TYPE,
  MESSAGE_DIGEST,
  SHA256,
  SIGNED_DATA,
  SIGNING_CERTIFICATE_V2,
  TIME_STAMP_INFO,
  TIME_STAMPING,
} from '../sealing/oids.ts'

const EXTENDED_KEY_USAGE = '2.5.29.37'
const DAY_MS = 86_400_000
const POLICY = '1.3.6.1.4.1.55555.1'

const at = new Date(process.argv[2] ?? '')
const [authority, stranger] = await Promise.all([issue(TIME_STAMPING), issue('1.3.6.1.5.5.7.3.1')])
const requests = new Map<string, number>()

async function issue(purpose: string): Promise<IssuedCertificate> {
  return await issueCertificate({
    name: 'Waktu Uji',
    from: new Date(at.getTime() - DAY_MS),
    to: new Date(at.getTime() + 3650 * DAY_MS),
    extensions: [
      extension(EXTENDED_KEY_USAGE, new ExtKeyUsage({ keyPurposes: [purpose] }).toSchema(), true),
    ],
  })
}

const server = createServer((request, reply) => void answer(request, reply))
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const path = request.url?.slice(1) ?? ''
  const body = Buffer.concat(await request.toArray())
  if (path === 'certificate') return void reply.end(authority.certificatePem)
  if (path.startsWith('requests/'))
    return void reply.end(String(requests.get(path.slice('requests/'.length)) ?? 0))
  requests.set(path, (requests.get(path) ?? 0) + 1)
  switch (path) {
    case 'closes':
      return void request.socket.destroy()
    case 'hangs':
      return
    case 'drips':
      return void reply.write('0')
    case 'fails':
      return void reply.writeHead(503).end()
    case 'garbage':
      return void reply.end(randomBytes(500))
    case 'endless':
      return flood(reply)
    default:
      return void reply
        .setHeader('content-type', 'application/timestamp-reply')
        .end(await stamped(TimeStampReq.fromBER(new Uint8Array(body)), path))
  }
}

function flood(reply: ServerResponse): void {
  const more = () => {
    while (!reply.destroyed && reply.write(Buffer.alloc(65_536)));
  }
  reply.on('drain', more)
  more()
}

async function stamped({ messageImprint, nonce }: TimeStampReq, path: string): Promise<Buffer> {
  if (path === 'rejects')
    return Buffer.from(
      new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) })
        .toSchema()
        .toBER(),
    )
  const other = path === 'other-nonce' ? new asn1.Integer({ value: 7 }) : undefined
  const info = new TSTInfo({
    version: 1,
    policy: POLICY,
    messageImprint:
      path === 'other-hash'
        ? new MessageImprint({
            hashAlgorithm: messageImprint.hashAlgorithm,
            hashedMessage: new asn1.OctetString({ valueHex: new Uint8Array(randomBytes(32)) }),
          })
        : messageImprint,
    serialNumber: new asn1.Integer({ value: 1 }),
    genTime: at,
    ...((other ?? nonce) ? { nonce: other ?? nonce } : {}),
  })
  const signer = path === 'wrong-purpose' ? stranger : authority
  const signing = path === 'wrong-key' ? stranger : signer
  const token = tokenOf(Buffer.from(info.toSchema().toBER()), signer, signing)
  const response = new TimeStampResp({
    status: new PKIStatusInfo({ status: PKIStatus.granted }),
    timeStampToken: token,
  })
  return Buffer.from(response.toSchema().toBER())
}

/** The token, with the certificate of one and signed by the other. */
function tokenOf(
  content: Buffer,
  { certificate }: IssuedCertificate,
  { keyPem }: IssuedCertificate,
): ContentInfo {
  const sha256 = (bytes: Uint8Array) =>
    new asn1.OctetString({ valueHex: new Uint8Array(createHash('sha256').update(bytes).digest()) })
  const hash = sha256(Buffer.from(certificate.toSchema(true).toBER()))
  const named = new asn1.Sequence({ value: [new asn1.Sequence({ value: [hash] })] })
  const signedAttrs = new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({
        type: CONTENT_TYPE,
        values: [new asn1.ObjectIdentifier({ value: TIME_STAMP_INFO })],
      }),
      new Attribute({ type: MESSAGE_DIGEST, values: [sha256(content)] }),
      new Attribute({
        type: SIGNING_CERTIFICATE_V2,
        values: [new asn1.Sequence({ value: [named] })],
      }),
    ],
  })
  const covered = Buffer.from(signedAttrs.toSchema().toBER())
  // Signed as a set, not with the tag that it has in the signature.
  covered[0] = 0x31
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: SHA256 })
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: TIME_STAMP_INFO })
  // Its constructor would split the content into parts, which DER forbids.
  encapContentInfo.eContent = new asn1.OctetString({ valueHex: new Uint8Array(content) })
  const signed = new SignedData({
    version: 3,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo,
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        digestAlgorithm,
        signedAttrs,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' }),
        signature: new asn1.OctetString({
          valueHex: new Uint8Array(sign('sha256', covered, keyPem)),
        }),
      }),
    ],
  })
  return new ContentInfo({ contentType: SIGNED_DATA, content: signed.toSchema(true) })
}
