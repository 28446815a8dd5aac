// What the facts of an order are called, on every screen, in the documents and in exports.
import { nouns, say } from './words.ts'

export const orderLabels = {
  product: nouns.product,
  target: say('Produk tujuan', 'Target product'),
  quantity: nouns.amount,
  fee: nouns.fee,
  paidTo: say('Dibayarkan ke', 'Paid to'),
  navDate: say('Tanggal NAB', 'NAV date'),
  investorRisk: say('Profil risiko investor', "Investor's risk profile"),
  noRiskProfile: say('Belum ada profil', 'No profile yet'),
  aboveRiskProfile: say('Di atas profil risiko investor', "Above the investor's risk profile"),
  signed: say('Ditandatangani', 'Signed'),
  bibReference: say('Nomor di Bib', "Bib's reference"),
  allocatedUnits: say('Unit dialokasikan', 'Units allocated'),
  allocatedNav: say('NAB/UP alokasi', 'Allocation NAV'),
  allocatedAmount: say('Nilai menurut Bib', 'Amount according to Bib'),
  settledOn: say('Selesai pada', 'Settled on'),
} as const
