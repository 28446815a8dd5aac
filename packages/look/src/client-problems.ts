// The problems that clients meet, behind a link: what happened and what to do, in that order. Their
// pages load these only.
import { fileProblemWords } from './file-problems.ts'
import { gatewayProblemWords } from './gateway-problems.ts'
import { instructionProblemWords } from './instruction-problems.ts'
import { investorProblemWords } from './investor-problems.ts'
import { linkProblemWords } from './link-problems.ts'
import { planProblemWords } from './plan-problems.ts'
import { say, type Bilingual, type Language } from './words.ts'

export const clientProblemWords: Readonly<Record<string, Bilingual>> = {
  'invalid-input': say(
    'Ada isian yang belum benar. Periksa isian yang ditandai.',
    'Some fields are not valid. Check the marked fields.',
  ),
  'idempotency-key-missing': say(
    'Permintaan tidak lengkap. Muat ulang halaman lalu coba lagi.',
    'The request was incomplete. Reload the page and try again.',
  ),
  'idempotency-key-reused': say(
    'Permintaan ini sudah dipakai untuk hal lain. Coba lagi.',
    'This request was already used for something else. Try again.',
  ),
  forbidden: say(
    'Anda tidak berwenang melakukan ini. Hubungi administrator perusahaan bila perlu.',
    'You do not have permission to do this. Ask your company administrator if you need it.',
  ),
  'csrf-refused': say(
    'Halaman ini terlalu lama terbuka. Muat ulang lalu coba lagi.',
    'This page was open too long. Reload it and try again.',
  ),
  'not-found': say(
    'Data tidak ditemukan. Mungkin sudah dihapus, atau Anda tidak berwenang melihatnya.',
    'Record not found. It may have been deleted, or you do not have access to it.',
  ),
  'method-not-allowed': say(
    'Permintaan ini tidak didukung. Muat ulang halaman.',
    'This request is not supported. Reload the page.',
  ),
  'stale-version': say(
    'Data ini sudah diubah orang lain. Periksa perubahannya lalu simpan lagi.',
    'Somebody else has changed this. Review the change, then save again.',
  ),
  'wrong-state': say(
    'Ini tidak dapat dilakukan pada status sekarang. Muat ulang untuk melihat status terbaru.',
    'This is not possible in the current status. Reload to see the latest status.',
  ),
  'payload-too-large': say(
    'Berkas atau isian terlalu besar. Perkecil lalu coba lagi.',
    'This is too large. Make it smaller and try again.',
  ),
  'unsupported-media-type': say(
    'Jenis berkas ini tidak diterima. Gunakan JPEG, PNG, WebP, HEIC, AVIF, atau PDF.',
    'This type of file is not accepted. Use JPEG, PNG, WebP, HEIC, AVIF or PDF.',
  ),
  'app-too-old': say(
    'Versi aplikasi ini tidak dilayani lagi. Perbarui aplikasi; yang belum terkirim tetap tersimpan.',
    'This version of the app is no longer served. Update the app; what has not been sent is kept.',
  ),
  'too-many-requests': say(
    'Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi.',
    'Too many requests. Wait a little and try again.',
  ),
  'internal-error': say(
    'Terjadi kesalahan di sisi kami. Coba lagi sebentar lagi.',
    'Something went wrong on our side. Try again in a moment.',
  ),
  'upstream-invalid': say(
    'Sistem eksternal memberi jawaban yang tidak sah. Coba lagi nanti.',
    'An external system gave an invalid response. Try again later.',
  ),
  unavailable: say(
    'Sebagian sistem sedang tidak tersedia. Coba lagi sebentar lagi.',
    'Part of the system is not available. Try again in a moment.',
  ),
  offline: say(
    'Tidak ada jaringan. Periksa koneksi lalu coba lagi.',
    'You are offline. Check your connection and try again.',
  ),
  'broken-off': say(
    'Berkas terputus sebelum selesai. Unduh lagi.',
    'The download was incomplete. Download the file again.',
  ),
  'phone-invalid': say(
    'Nomor telepon tidak dapat dihubungi. Periksa angkanya.',
    'This phone number cannot be called. Check the digits.',
  ),
  'fact-sheet-missing': say(
    'Fund fact sheet produk ini belum tersedia di sini.',
    'The fact sheet of this product is not available here.',
  ),
  'preference-too-large': say(
    'Pengaturan tampilan ini terlalu besar untuk disimpan. Kurangi isinya.',
    'This view setting is too large to save. Reduce it.',
  ),
  'preferences-full': say(
    'Pengaturan tampilan yang tersimpan sudah terlalu banyak. Hapus beberapa dahulu.',
    'You have saved too many view settings. Delete some first.',
  ),

  ...linkProblemWords,
  ...investorProblemWords,
  ...gatewayProblemWords,
  ...fileProblemWords,
  ...instructionProblemWords,
  ...planProblemWords,
}

/** A problem in a client's words; an unknown one reads as a fault on our side. */
export function clientProblemText(code: string, language: Language): string {
  return (clientProblemWords[code] ?? clientProblemWords['internal-error'])?.[language] ?? code
}

/**
 * The request id, by which support finds a fault on our side; empty for refusals, which need no
 * investigation.
 */
export function requestText(
  { status, requestId }: { status: number; requestId?: string | undefined },
  language: Language,
): string | undefined {
  if (status < 500 || requestId === undefined) return undefined
  return language === 'id'
    ? `Bila berulang, sebutkan nomor permintaan ${requestId}.`
    : `If it happens again, tell us the request number ${requestId}.`
}
