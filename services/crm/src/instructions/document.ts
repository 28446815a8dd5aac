// The document that the investor signs: built from the instruction alone, so that it can be rebuilt
// and compared.
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'

const CONSENT_VERSION = '2026-11'

/**
 * The statement that the investor signs. Its version is stored with the signature; a new wording
 * needs a new version.
 */
const consents = {
  plain:
    'Saya menyetujui instruksi ini atas kehendak sendiri, telah menerima dan memahami prospektus atau fund fact sheet, dan mengetahui bahwa kinerja masa lalu tidak menjanjikan hasil di masa depan.',
  aboveProfile:
    'Saya telah diberi tahu bahwa tingkat risiko produk ini di atas profil risiko saya dan tetap menghendaki instruksi ini dengan segala akibatnya.',
} as const

export type Documented = {
  id: string
  companyName: string
  rmName: string | null
  licenceNumber: string
  investorName: string
  type: InstructionDocument['type']
  product: { code: string; name: string; manager: string; cutOff: string }
  targetProduct: { code: string; name: string } | null
  currency: string
  amount: string | null
  units: string | null
  allUnits: boolean
  feePercent: string
  feeAmount: string | null
  bankAccount: string | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
}

/** The document of an instruction if it were signed now, with `navDate` as its NAV date. */
export function documentOf(instruction: Documented, navDate: string): InstructionDocument {
  const { product, targetProduct } = instruction
  return {
    documentVersion: 1,
    instructionId: instruction.id,
    companyName: instruction.companyName,
    rmName: instruction.rmName ?? '-',
    licenceNumber: instruction.licenceNumber,
    investorName: instruction.investorName,
    type: instruction.type,
    productCode: product.code,
    productName: product.name,
    manager: product.manager,
    targetProductCode: targetProduct?.code ?? null,
    targetProductName: targetProduct?.name ?? null,
    currency: instruction.currency,
    amount: instruction.amount,
    units: instruction.units,
    allUnits: instruction.allUnits,
    feePercent: instruction.feePercent,
    feeAmount: instruction.feeAmount,
    cutOff: product.cutOff,
    navDate,
    bankAccount: instruction.bankAccount,
    riskLevel: instruction.riskLevel,
    riskBand: instruction.riskBand,
    aboveRiskProfile: instruction.aboveRiskProfile,
    consentVersion: CONSENT_VERSION,
    consent: instruction.aboveRiskProfile
      ? `${consents.plain} ${consents.aboveProfile}`
      : consents.plain,
  }
}
