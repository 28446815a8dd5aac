// The instruction as a PDF, in Indonesian: what the investor reads, signs and keeps; once signed with the evidence of the approval.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { minus } from '@rmtools/contracts/decimals'
import { notFound, Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import {
  documentName,
  documentNumber,
  isolated,
  makeDocument,
  type Block,
  type DocumentInfo,
  type Fact,
  type NamedPdf,
} from '@rmtools/kit/pdf'
import { formatDate, formatInstant, formatMoney } from '@rmtools/look/format'
import { bandOf, feeOf, feeWithin, licenceOf, quantityOf, signatureLevels } from '@rmtools/look/order-words'
import { nouns } from '@rmtools/look/words'
import type { CrmPorts } from '../ports.ts'
import { documentNow } from './approval/answer.ts'
import { evidencesOf, type KeptEvidence } from './approval/queries.ts'
import { hashDocument } from './document.ts'
import { documentedById, type DocumentedRow } from './queries.ts'

const LANGUAGE = 'id'

/** The PDF of an instruction that the caller may see. Throws 404 when there is none. */
export async function instructionPdf(db: Db, id: string, { files, clock }: Pick<CrmPorts, 'files' | 'clock'>): Promise<NamedPdf> {
  const instruction = await documentedById(db, id)
  if (!instruction) throw new Problem(notFound)
  const [evidence] = await evidencesOf(db, id)
  const document = instruction.document ?? (await documentNow(db, instruction, { clock }))
  const image = evidence && (await files.get(evidence.signatureKey))
  const info: DocumentInfo = {
    language: LANGUAGE,
    company: { name: document.companyName, logo: instruction.logo, colour: instruction.brandColour },
    title: `Instruksi ${nouns[document.type].id.toLowerCase()}`,
    number: documentNumber('INS', id),
    at: evidence ? new Date(evidence.signedAt) : clock.now(),
    hash: hashDocument(document),
  }
  const ending = evidence && image ? evidenceOf({ evidence, image, document }) : unsigned
  return { name: documentName(info), bytes: await makeDocument(info, [...orderOf(document, instruction), ...ending]) }
}

const unsigned: Block[] = [{ kind: 'note', text: 'Belum ditandatangani. Dokumen ini menunjukkan apa yang akan Anda setujui.' }]

const part = (text: string, facts: readonly Fact[]): Block[] => [
  { kind: 'heading', text },
  { kind: 'facts', facts },
]

function orderOf(document: InstructionDocument, { sid, ifua }: DocumentedRow): Block[] {
  const { type, productName, productCode, manager, targetProductName, targetProductCode } = document
  return [
    ...part('Investor', [
      ['Nama', document.investorName, 'wide'],
      ['SID', sid],
      ['IFUA', ifua],
      ['Dibayarkan ke', document.bankAccount, 'wide'],
    ]),
    ...part('Instruksi', [
      [nouns.product.id, `${productName} (${productCode})`],
      ['Manajer investasi', manager],
      ['Dialihkan ke', targetProductName === null ? null : `${targetProductName} (${targetProductCode ?? ''})`],
      [nouns.amount.id, quantityOf(document, LANGUAGE)],
      [nouns.fee.id, `${feeOf(document, LANGUAGE)}, ${feeWithin[type].id}`],
      ...boughtFor(document),
      ['Tanggal NAB', formatDate(document.navDate, LANGUAGE)],
      [nouns.cutOff.id, `${document.cutOff.replace(':', '.')} WIB`],
    ]),
    ...part('Kesesuaian dan penjual', [
      ['Risiko produk', bandOf(document.riskLevel, LANGUAGE)],
      ['Profil risiko investor', document.riskBand === null ? 'Belum ada profil' : bandOf(document.riskBand, LANGUAGE)],
      ['Relationship manager', document.rmName],
      ['Izin', licenceOf(document.licenceNumber)],
    ]),
    { kind: 'heading', text: 'Pernyataan investor' },
    { kind: 'text', text: document.consent },
  ]
}

/** What is left of the money after the fee, which is inside the amount. */
function boughtFor({ type, amount, feeAmount, currency }: InstructionDocument): Fact[] {
  if (type !== 'subscription' || amount === null || feeAmount === null) return []
  return [['Dibelikan unit', formatMoney(minus(amount, feeAmount), currency, LANGUAGE)]]
}

type Signed = { evidence: KeptEvidence; image: Uint8Array; document: InstructionDocument }
// What the evidence takes: it stands on one page.
const EVIDENCE_HEIGHT = 190

function evidenceOf({ evidence, image, document }: Signed): Block[] {
  const at = formatInstant(evidence.signedAt, LANGUAGE)
  const code = `${formatInstant(evidence.otpVerifiedAt, LANGUAGE)}, ${evidence.otpChannel.toUpperCase()} ke ${evidence.otpDestination}`
  const beside: Fact[] = [
    ['Jenis tanda tangan', signatureLevels[evidence.signatureLevel].id],
    ['Kode dibuktikan', code],
    ['Alamat IP', evidence.ip],
    ['Versi pernyataan', evidence.consentVersion],
  ]
  const traces = [
    `Perangkat: ${evidence.userAgent === null ? '–' : isolated(evidence.userAgent)}`,
    `Nomor instruksi: ${document.instructionId}`,
    `Sidik dokumen (SHA-256): ${evidence.documentHash}`,
    `Sidik tanda tangan (SHA-256): ${evidence.signatureHash}`,
  ]
  return [
    { kind: 'heading', text: 'Bukti persetujuan', follows: EVIDENCE_HEIGHT },
    { kind: 'signature', image, name: document.investorName, capacity: 'Investor', at: `Ditandatangani ${at}`, beside },
    { kind: 'note', text: traces.join('\n') },
  ]
}
