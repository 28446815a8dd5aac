// Samples for the stories and tests of the plan's pages.
import type { Answer, Managed, Sender, View } from './api.ts'

export const sender: Sender = {
  companyName: 'PT Nusantara Investama',
  brandColour: null,
  rmName: 'Budi Santoso',
  rmPhone: '+6281234567890',
  language: 'id',
  answeredAt: null,
  answer: null,
  status: 'awaiting-approval',
}

const lines = [
  {
    productCode: 'KAS',
    productName: 'Reksa Dana Andalan Dana Kas',
    manager: 'PT Andalan',
    amount: '1500000.00',
    feePercent: '0.00',
    riskLevel: 1,
    aboveRiskProfile: false,
  },
  {
    productCode: 'SAHAM',
    productName: 'Reksa Dana Elang Saham Unggulan Berkelanjutan',
    manager: 'PT Elang',
    amount: '1000000.00',
    feePercent: '1.00',
    riskLevel: 5,
    aboveRiskProfile: true,
  },
]

const document: View['document'] = {
  documentVersion: 1,
  planId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8c01',
  mandateId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8c02',
  companyName: sender.companyName,
  rmName: 'Budi Santoso',
  licenceNumber: 'WAPERD-2024-00117',
  investorName: 'Siti Rahmawati',
  lines,
  amount: '2500000.00',
  currency: 'IDR',
  day: 5,
  startsOn: '2026-11-30',
  endsOn: null,
  runsAtMost: null,
  goalAmount: '60000000.00',
  way: 'direct-debit',
  bankAccount: 'Bank Negara Indonesia (BNI) ******5514 a.n. SITI RAHMAWATI',
  riskBand: 3,
  attempts: 3,
  consentVersion: '2026-11-berkala',
  consent: 'Saya memberi mandat untuk membeli produk di atas setiap bulan.',
}

const nextRuns = ['2026-12-07', '2027-01-06', '2027-02-05']

export const view: View = {
  brandColour: null,
  language: 'id',
  document,
  documentHash: 'a'.repeat(64),
  phone: '+62*******0009',
  expiresAt: '2026-12-02T16:46:00Z',
  nextRuns,
  isChange: false,
  needsCertifiedSignature: false,
  declineNeedsCode: false,
}

export const signed: Answer = { status: 'signed', nextRuns, at: '2026-11-24T02:20:00Z' }

export const managed: Managed = {
  ...sender,
  investorName: 'Siti Rahmawati',
  status: 'active',
  pausedBy: null,
  lines,
  amount: '2500000.00',
  currency: 'IDR',
  day: 5,
  way: 'direct-debit',
  bankAccount: document.bankAccount,
  endsOn: null,
  runsAtMost: null,
  goalAmount: '60000000.00',
  nextRuns,
  runsDone: 2,
  amountDone: '5000000.00',
  signedAt: '2026-09-29T02:20:00Z',
  endedAt: null,
}
