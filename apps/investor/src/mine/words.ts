import { orderLabels } from '@rmtools/look/order-fields'
import { both } from '../base/language.tsx'

export const words = {
  title: both('Halaman Anda', 'Your page'),
  intro: both(
    'Di sini Anda melihat pesanan, pembayaran, portofolio dan dokumen Anda sendiri.',
    'Here you see your own orders, payments, portfolio and documents.',
  ),
  codeGoes: (phone: string) =>
    both(
      `Untuk membukanya kami mengirim kode ke ${phone}, nomor Anda yang terdaftar.`,
      `To open it we send a code to ${phone}, your registered number.`,
    ),
  lapsed: both('Tautan ini tidak berlaku lagi', 'This link no longer works'),
  lapsedText: both(
    'Pesanan dan dokumen Anda tetap tersimpan. Minta RM Anda mengirim tautan baru ke halaman Anda.',
    'Your orders and documents are still there. Ask your relationship manager for a new link to your page.',
  ),
  ended: both(
    'Kunjungan sebelumnya sudah berakhir, agar tidak ada orang lain yang melihat data Anda.',
    'Your last visit has ended, so that nobody else sees your data.',
  ),
  sendCode: both('Kirim kode', 'Send the code'),
  sending: both('Mengirim kode …', 'Sending the code …'),
  open: both('Buka', 'Open'),
  opening: both('Membuka …', 'Opening …'),
  orders: both('Pesanan', 'Orders'),
  noOrders: both('Belum ada pesanan.', 'There are no orders yet.'),
  toApprove: both(
    'Menunggu persetujuan Anda: buka tautan dalam pesan tentang pesanan ini.',
    'Waiting for your approval: open the link in the message about this order.',
  ),
  units: both('Unit', 'Units'),
  nav: both('NAB per unit', 'NAV per unit'),
  navDate: orderLabels.navDate,
  amount: both('Nilai', 'Amount'),
  payout: both('Dibayarkan paling lambat', 'Paid out at the latest'),
  to: both('Ke', 'To'),
  service: both(
    'Halaman ini adalah layanan kami; konfirmasi resmi Anda ada di AKSes KSEI.',
    'This page is a service of ours; your official confirmation is in AKSes of KSEI.',
  ),
  portfolio: both('Portofolio', 'Portfolio'),
  asOf: (when: string) => both(`Per ${when}`, `As of ${when}`),
  stale: both(
    'Data terbaru belum dapat dibaca; ini data terakhir yang ada.',
    'The latest figures cannot be read; these are the last known ones.',
  ),
  reckoning: (product: string, date: string) =>
    both(`${product}, NAB ${date}`, `${product}, NAV of ${date}`),
  noHoldings: both('Belum ada unit.', 'There are no units yet.'),
  total: (currency: string) => both(`Total ${currency}`, `Total ${currency}`),
  statements: both('Laporan bulanan', 'Monthly statements'),
  statement: both('Laporan bulanan', 'Monthly statement'),
  noStatements: both('Belum ada laporan.', 'There are no statements yet.'),
  statementWaits: both(
    'Sedang disiapkan: data kepemilikan belum dapat dibaca. Lihat lagi nanti.',
    'Being prepared: the holdings cannot be read yet. Please look again later.',
  ),
  documents: both('Dokumen', 'Documents'),
  noDocuments: both('Belum ada dokumen.', 'There are no documents yet.'),
  save: both('Simpan PDF', 'Save as PDF'),
  saving: both('Menyiapkan …', 'Preparing …'),
  refresh: both('Perbarui', 'Refresh'),
  leave: both('Keluar', 'Leave'),
  retry: both('Coba lagi', 'Try again'),
  numbers: both('Nomor investor Anda', 'Your investor numbers'),
}
