// The evidence of an approval as part of a document: the signature, how it was proved, the hashes.
import { isolated, type Block, type DocumentInfo, type Fact } from '@rmtools/kit/pdf'
import { EVIDENCE_FILE } from '@rmtools/kit/evidence-record'
import { codeChannelText } from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { orderLabels } from '@rmtools/look/order-fields'
import { signatureLevels } from '@rmtools/look/order-words'
import { say, type Language } from '@rmtools/look/words'
import type { KeptProof } from './queries.ts'
import type { StoredRecord } from './records/queries.ts'
import { checkUrl } from './records/rules.ts'

const words = {
  proof: say('Bukti persetujuan', 'Approval evidence'),
  level: say('Jenis tanda tangan', 'Signature type'),
  proved: say('Kode diverifikasi', 'Code verified'),
  sentTo: say('ke', 'to'),
  ip: say('Alamat IP', 'IP address'),
  version: say('Versi pernyataan', 'Version of the statement'),
  device: say('Perangkat', 'Device'),
  documentHash: say('Hash dokumen (SHA-256)', 'Document hash (SHA-256)'),
  signatureHash: say('Hash tanda tangan (SHA-256)', 'Signature hash (SHA-256)'),
  record: say('Catatan persetujuan nomor', 'Approval record number'),
  recordHash: say('Hash catatan (SHA-256)', 'Record hash (SHA-256)'),
  previousHash: say('Hash catatan sebelumnya', 'Hash of the record before'),
  first: say('tidak ada, ini catatan pertama', 'none, this is the first record'),
  check: say(
    'Siapa pun dapat memeriksa bukti ini dengan memindai kode QR atau membuka {url}. Catatan lengkapnya terlampir dalam berkas PDF ini (evidence.json).',
    'Anybody can check this evidence by scanning the QR code or opening {url}. The whole record is attached to this PDF file (evidence.json).',
  ),
}

type Signed = {
  evidence: KeptProof
  image: Uint8Array
  signer: string
  /** What was signed, with its number. */
  number: string
  record: StoredRecord | undefined
  publicUrl: string
}
// The height of the evidence: it stays on one page.
const EVIDENCE_HEIGHT = 255

/** The evidence of a signature. */
export function evidenceOf(
  { evidence, image, signer, number, record, publicUrl }: Signed,
  language: Language,
): Block[] {
  const at = formatInstant(evidence.signedAt, language)
  const proved = formatInstant(evidence.otpVerifiedAt, language)
  const beside: Fact[] = [
    [words.level[language], signatureLevels[evidence.signatureLevel][language]],
    [
      words.proved[language],
      `${proved}, ${codeChannelText(evidence.otpChannel, language)} ${words.sentTo[language]} ${evidence.otpDestination}`,
    ],
    [words.ip[language], evidence.ip],
    [words.version[language], evidence.consentVersion],
  ]
  const traces = [
    `${words.device[language]}: ${evidence.userAgent === null ? '–' : isolated(evidence.userAgent)}`,
    number,
    `${words.documentHash[language]}: ${evidence.documentHash}`,
    `${words.signatureHash[language]}: ${evidence.signatureHash}`,
  ]
  return [
    { kind: 'heading', text: words.proof[language], follows: EVIDENCE_HEIGHT },
    {
      kind: 'signature',
      image,
      name: signer,
      capacity: 'Investor',
      at: `${orderLabels.signed[language]} ${at}`,
      beside,
    },
    { kind: 'note', text: traces.join('\n') },
    ...(record ? checkOf(record, { publicUrl, language }) : []),
  ]
}

/** How a stranger checks the record. */
function checkOf(
  { sequence, hash, previousHash }: StoredRecord,
  { publicUrl, language }: { publicUrl: string; language: Language },
): Block[] {
  const url = checkUrl(publicUrl, hash)
  const lines = [
    `${words.record[language]} ${sequence}`,
    `${words.recordHash[language]}: ${hash}`,
    `${words.previousHash[language]}: ${previousHash ?? words.first[language]}`,
    words.check[language].replace('{url}', url),
  ]
  return [{ kind: 'code', url, text: lines.join('\n') }]
}

/** The record as a file inside the document. */
export function attachmentsOf(
  record: StoredRecord | undefined,
): NonNullable<DocumentInfo['attachments']> {
  return record ? [{ name: EVIDENCE_FILE, type: 'application/json', text: record.record }] : []
}
