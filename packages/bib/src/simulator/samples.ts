// Submissions for tests and demonstrations.
import type { InstructionSubmission, InvestorSubmission } from '../internal.ts'

/** A complete individual of `tenant`; the name may contain a sentinel. */
export function sampleInvestor(
  sourceId: string,
  tenant: string,
  fullName = 'Siti Rahmawati',
): InvestorSubmission {
  const address = {
    line: 'Jl. Melati No. 5',
    rt: '001',
    rw: '002',
    city: 'Jakarta Selatan',
    province: 'DKI Jakarta',
    postalCode: '12190',
    country: 'ID',
  }
  return {
    sourceId,
    tenant,
    rmId: 'rm-1',
    kyc: {
      kind: 'INDIVIDUAL',
      fullName,
      identityType: 'KTP',
      identityNumber: '3174015203850001',
      placeOfBirth: 'Jakarta',
      dateOfBirth: '1985-03-12',
      nationality: 'ID',
      sex: 'FEMALE',
      maritalStatus: '2',
      motherMaidenName: 'Aminah',
      occupation: '7',
      yearlyIncome: '4',
      sourceOfFunds: '1',
      purpose: 'Investasi jangka panjang',
      riskProfile: 5,
      riskProfiledOn: '2026-10-01',
      assetOwner: 'SELF',
      pep: false,
      identityAddress: address,
      mobile: '+6281200000001',
      email: 'siti@example.co.id',
      statementType: 'ELECTRONIC',
      verification: { method: 'VIDEO', verifiedBy: 'Budi', verifiedAt: '2026-11-20T03:00:00.000Z' },
    },
    bankAccounts: [
      {
        sourceId: `${sourceId}-acc`,
        bankCode: '014',
        bankName: 'Bank Contoh',
        country: 'ID',
        currency: 'IDR',
        number: '1234567890',
        holderName: fullName,
      },
    ],
    documents: [],
  }
}

/** A subscription of Rp 1,000,000 to a money-market fund, with the given changes. */
export function sampleInstruction(
  wanted: Pick<InstructionSubmission, 'sourceId' | 'tenant' | 'externalId' | 'expectedNavDate'> &
    Partial<InstructionSubmission>,
): InstructionSubmission {
  const { type = 'SUBSCRIPTION' } = wanted
  return {
    rmId: 'rm-1',
    type,
    productCode: 'ANDALAN-KAS',
    ...(type === 'SUBSCRIPTION' ? { amount: '1000000.00' } : {}),
    signedAt: '2026-11-20T03:00:00.000Z',
    evidenceHash: 'a'.repeat(64),
    ...wanted,
  }
}
