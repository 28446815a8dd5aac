import { orderLabels } from '@rmtools/look/order-fields'
import { both } from '../base/language.tsx'

export const words = {
  eyebrow: both('Pemeriksaan bukti persetujuan', 'Check of an approval'),
  holds: both('Bukti ini utuh', 'This evidence holds'),
  holdsText: (company: string) =>
    both(
      `Catatan ini sama dengan yang disimpan ${company} saat investor menyetujui. Tidak ada yang diubah sejak itu.`,
      `This record is the one that ${company} stored when the investor approved. Nothing in it was changed since.`,
    ),
  broken: both('Bukti ini tidak utuh', 'This evidence does not hold'),
  brokenText: (company: string) =>
    both(
      `Ada yang berubah di tempat penyimpanan sejak persetujuan. Bagian yang tidak cocok ditandai di bawah. Simpan dokumen Anda, dan tanyakan kepada ${company} atau kepada OJK.`,
      `Something in the store was changed since the approval. What does not fit is marked below. Keep your document, and ask ${company} or the regulator, OJK.`,
    ),
  unknown: both('Catatan tidak ditemukan', 'There is no such record'),
  unknownText: both(
    'Tidak ada persetujuan dengan hash ini. Pindai lagi kode QR pada dokumen, atau cocokkan alamatnya huruf demi huruf. Bila tetap tidak ditemukan, dokumen itu mungkin bukan dari sistem ini.',
    'There is no approval with this hash. Scan the QR code of the document again, or compare the address letter by letter. If nothing is found again, the document may not come from this system.',
  ),
  kind: both('Yang disetujui', 'What was approved'),
  kinds: {
    instruction: both('Sebuah instruksi', 'An instruction'),
    mandate: both('Mandat rencana investasi berkala', 'The mandate of a recurring plan'),
  },
  company: both('Perusahaan', 'Company'),
  signedAt: orderLabels.signed,
  recordedAt: both('Dicatat', 'Recorded'),
  recordedLater: both(
    'Catatan dibuat kemudian. Catatan itu tidak membuktikan keadaan sebelum dicatat.',
    'The record was made later. It does not prove how things were before.',
  ),
  sequence: both('Nomor catatan', 'Record number'),
  record: both('Isi catatan', 'What the record says'),
  document: both('Dokumen yang disetujui', 'The approved document'),
  signature: both('Gambar tanda tangan', 'The picture of the signature'),
  chain: both('Catatan sebelum dan sesudahnya', 'The records before and after it'),
  fits: both('Cocok', 'Fits'),
  differs: both('Tidak cocok', 'Does not fit'),
  checks: both('Yang dihitung ulang', 'What was computed again'),
  compare: both('Cocokkan dengan dokumen Anda', 'Compare with your document'),
  compareText: both(
    'Hash pada dokumen Anda harus sama dengan yang di bawah. Halaman ini tidak menampilkan nama, produk, dan nilai.',
    'The hashes on your document must be the same as those below. This page shows no name, product or amount.',
  ),
  recordHash: both('Hash catatan (SHA-256)', 'Record hash (SHA-256)'),
  documentHash: both('Hash dokumen (SHA-256)', 'Document hash (SHA-256)'),
  previousHash: both('Hash catatan sebelumnya', 'Hash of the record before'),
  first: both('Tidak ada, ini catatan pertama', 'None, this is the first record'),
}
