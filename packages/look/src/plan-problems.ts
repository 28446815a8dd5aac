// Problems of recurring plans in words.
import { say, type Bilingual } from './words.ts'

export const planProblemWords: Readonly<Record<string, Bilingual>> = {
  'plan-end-invalid': say(
    'Rencana berakhir pada tanggal, setelah sekian kali, atau pada sasaran. Pilih salah satu.',
    'A plan ends by date, by number of runs, or at its goal. Choose one of them.',
  ),
  'plan-without-runs': say(
    'Tidak ada pembelian sebelum rencana berakhir. Pilih akhir yang lebih jauh.',
    'The plan would end before its first purchase. Choose a later end.',
  ),
  'plan-start-passed': say(
    'Tanggal mulai sudah lewat. Pilih hari ini atau sesudahnya.',
    'The start lies in the past. Choose today or later.',
  ),
  'plan-fund-twice': say(
    'Produk ini sudah ada di rencana. Gabungkan nilainya.',
    'This product is in the plan already. Combine the amounts.',
  ),
  'plan-fund-unfit': say(
    'Hanya reksa dana dalam rupiah yang dapat dibeli berkala. Pilih produk lain.',
    'Only funds in rupiah can be bought by a plan. Choose another product.',
  ),
  'plan-id-taken': say(
    'Rencana ini sudah tersimpan dengan isi lain. Muat ulang lalu coba lagi.',
    'This plan was saved with other content. Reload and try again.',
  ),
  'plan-unchanged': say(
    'Tidak ada yang berubah. Ubah isinya atau tutup.',
    'Nothing is changed. Change something or close.',
  ),
  'paused-by-investor': say(
    'Investor sendiri yang menjeda rencana ini. Minta investor melanjutkannya dari tautannya.',
    'The investor has paused this plan. Ask the investor to resume it from the link.',
  ),
  'plan-ended': say(
    'Rencana ini sudah berakhir. Buat rencana baru bila perlu.',
    'This plan has ended. Make a new one if needed.',
  ),
}
