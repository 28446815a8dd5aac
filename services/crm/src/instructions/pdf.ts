// The instruction as a PDF; once signed with the evidence of the approval on a page of its own.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { notFound, Problem } from '@rmtools/contracts/problem'
import type { Db } from '@rmtools/kit/db'
import { BRAND, moneyText, MUTED, renderPdf, writeLines, writeTitle, type Line, type Pdf } from '@rmtools/kit/pdf'
import type { CrmPorts } from '../ports.ts'
import { documentNow } from './approval/answer.ts'
import { evidencesOf, type KeptEvidence } from './approval/queries.ts'
import { hashDocument } from './document.ts'
import { documentedById } from './queries.ts'

const words = {
  subscription: 'Pembelian (Subscription)',
  redemption: 'Penjualan kembali (Redemption)',
  switching: 'Pengalihan (Switching)',
}

/** The PDF of an instruction that the caller may see. Throws 404 when there is none. */
export async function instructionPdf(db: Db, id: string, { files, clock }: Pick<CrmPorts, 'files' | 'clock'>): Promise<Uint8Array> {
  const instruction = await documentedById(db, id)
  if (!instruction) throw new Problem(notFound)
  const [evidence] = await evidencesOf(db, id)
  const document = instruction.document ?? (await documentNow(db, instruction, { clock }))
  const signature = evidence && (await files.get(evidence.signatureKey))
  return await renderPdf({ title: `Instruksi ${id}`, author: document.companyName }, (pdf) => {
    writeInstruction(pdf, document)
    if (evidence && signature) writeEvidence(pdf, evidence, signature)
  })
}

function writeInstruction(pdf: Pdf, document: InstructionDocument): void {
  writeTitle(pdf, document.companyName, words[document.type])
  const quantity = document.allUnits
    ? 'Seluruh unit (all units)'
    : document.units !== null
      ? `${document.units} unit`
      : moneyText(document.currency, document.amount)
  writeLines(pdf, [
    ['Investor', document.investorName],
    ['Produk / Product', `${document.productName} (${document.productCode}), ${document.manager}`],
    ...(document.targetProductName
      ? ([['Dialihkan ke / Switch to', `${document.targetProductName} (${document.targetProductCode})`]] as Line[])
      : []),
    ['Jumlah / Quantity', quantity],
    [
      'Biaya / Fee',
      `${document.feePercent} %${document.feeAmount === null ? '' : ` = ${moneyText(document.currency, document.feeAmount)}`}`,
    ],
    ['Tanggal NAB / NAV date', `${document.navDate} (batas waktu ${document.cutOff} WIB)`],
    ...(document.bankAccount ? ([['Rekening / Bank account', document.bankAccount]] as Line[]) : []),
    ['Risiko produk / profil', `${document.riskLevel} / ${document.riskBand ?? '-'}`],
    ['Relationship manager', `${document.rmName}, WAPERD ${document.licenceNumber}`],
    ['Nomor instruksi / Instruction id', document.instructionId],
  ])
  pdf.moveDown().fillColor('black').fontSize(10).text(document.consent)
  pdf
    .moveDown(0.5)
    .fillColor(MUTED)
    .fontSize(8)
    .text(`SHA-256 ${hashDocument(document)}`)
}

function writeEvidence(pdf: Pdf, evidence: KeptEvidence, signature: Buffer): void {
  pdf.addPage().fillColor(BRAND).fontSize(16).text('Bukti persetujuan / Evidence of approval').moveDown()
  writeLines(pdf, [
    ['Ditandatangani / Signed at', `${evidence.signedAt} (UTC)`],
    ['Tingkat / Level', evidence.signatureLevel],
    ['OTP', `${evidence.otpChannel} ${evidence.otpDestination}, ${evidence.otpVerifiedAt}`],
    ['Alamat IP / IP address', evidence.ip ?? '-'],
    ['Perangkat / Device', evidence.userAgent ?? '-'],
    ['Versi persetujuan / Consent version', evidence.consentVersion],
    ['SHA-256 dokumen / document', evidence.documentHash],
    ['SHA-256 tanda tangan / signature', evidence.signatureHash],
  ])
  pdf.moveDown().image(signature, { fit: [240, 120] })
}
