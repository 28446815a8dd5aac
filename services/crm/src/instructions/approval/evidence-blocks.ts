// The evidence of an approval as part of a document: the signature, how it was proved, the hashes.
import { isolated, type Block, type Fact } from '@rmtools/kit/pdf'
import { codeChannelText } from '@rmtools/look/client-message-words'
import { formatInstant } from '@rmtools/look/format'
import { orderLabels } from '@rmtools/look/order-fields'
import { signatureLevels } from '@rmtools/look/order-words'
import { say, type Language } from '@rmtools/look/words'
import type { KeptProof } from './queries.ts'

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
}

type Signed = {
  evidence: KeptProof
  image: Uint8Array
  signer: string
  /** What was signed, with its number. */
  number: string
}
// The height of the evidence: it stays on one page.
const EVIDENCE_HEIGHT = 190

/** The evidence of a signature. */
export function evidenceOf(
  { evidence, image, signer, number }: Signed,
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
  ]
}
